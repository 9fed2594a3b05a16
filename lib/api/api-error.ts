import { type Failure, failure } from '../core/feeds/failure';
import { readMessage } from './message';

/** A known failure of asking a service. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** A success that is not the documented answer. @param body may say why */
export function unexpectedAnswer(body?: unknown): ApiError {
  return new ApiError(failure('unexpected-answer', readMessage(body)));
}
