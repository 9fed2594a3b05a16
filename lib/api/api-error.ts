import type { Failure } from '../core/feeds/failure';

/** Thrown by everything in this folder for every failure that is known; caught once, by whoever asked. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}
