import { afterEach, beforeEach } from 'vitest';

/** For tests that each stand on the one before: after a failure the rest would only tell of it again, and are skipped. */
export function stopAtFirstFailure(): void {
  let hasFailed = false;
  beforeEach(({ skip }) => skip(hasFailed, 'an earlier test failed'));
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
  });
}
