import { afterEach, beforeEach } from 'vitest';

/** For tests that build on the ones before: after a failure, skips the rest of the file. */
export function stopAtFirstFailure(): void {
  let hasFailed = false;
  beforeEach(({ skip }) => skip(hasFailed, 'an earlier test failed'));
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
  });
}
