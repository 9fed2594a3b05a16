import { type Failure, failure } from '../core/feeds/failure';
import { readMessage } from './message';

/** Every known failure of asking a service. The round that asked catches it. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/**
 * The error for a success that is not the documented answer.
 * @param body what may say why
 */
export function unexpectedAnswer(body?: unknown): ApiError {
  return new ApiError(failure('unexpected-answer', readMessage(body)));
}
