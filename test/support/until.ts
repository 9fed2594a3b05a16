import { setTimeout as wait } from 'node:timers/promises';

/** Far more than anything needs here: a machine that others use may stand still for ten seconds. */
export const PATIENCE_MS = 30_000;

/**
 * Asks `condition` again and again until its answer is truthy, and returns that answer.
 *
 * For code that also runs outside of tests, and for tests with a faked clock: `expect.poll` would move that clock.
 * Other tests use `expect.poll`.
 *
 * @param what what is waited for, for the error: "the badge to show 0:38"
 * @param timeoutMs when to give up; a condition that is still running then is not interrupted
 * @param pollMs the pause between two tries
 * @throws Error naming `what` if time runs out, or whatever `condition` throws
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  timeoutMs = PATIENCE_MS,
  pollMs = 25,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await condition();
    // The check has excluded the falsy values.
    if (answer) return answer as Exclude<T, undefined | null | false | 0 | ''>;
    if (performance.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    }
    await wait(pollMs);
  }
}
