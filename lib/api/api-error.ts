import { type Failure, failure } from '../core/feeds/failure';
import { readMessage } from './message';
import { isRefusal, statusInside } from './refusal';
import { failureOfStatus } from './status';

/** A known failure of asking a service. */
export class ApiError extends Error {
  readonly failure: Failure;
  /** What the service answered in place of what was asked for, without secrets. */
  readonly refusal: unknown;

  constructor(failure: Failure, refusal?: unknown) {
    super(failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
    this.refusal = refusal;
  }
}

/** An answer that is too large to be read. A service that answers in pages may be asked for a smaller one. */
export class TooLarge extends ApiError {
  constructor() {
    super(failure('unexpected-answer'));
  }
}

/**
 * A success that is not the documented answer.
 * @param body may say why, or even name the status that it should have come with
 */
export function unexpectedAnswer(body?: unknown): ApiError {
  const status = statusInside(body);
  if (status !== null) return new ApiError(failureOfStatus(status, body, null), body);
  const message = readMessage(body);
  const kind = message !== null || isRefusal(body) ? 'refused' : 'unexpected-answer';
  return new ApiError(failure(kind, message), body);
}
