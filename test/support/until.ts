import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 25;

/**
 * Asks `condition` again and again until its answer is truthy, and gives that answer.
 *
 * @param what what is waited for, as it shall stand in the failure: "the badge to show 0:38"
 * @param timeoutMs how long to go on asking; a condition that is still busy then is not interrupted
 * @param pollMs how long to wait before it is asked again
 * @throws Error naming `what` when the time is over, or whatever `condition` throws
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  timeoutMs = 10_000,
  pollMs = POLL_MS,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await condition();
    // The type says what the test has just shown: the answer is none of the falsy values.
    if (answer) return answer as Exclude<T, undefined | null | false | 0 | ''>;
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await wait(pollMs);
  }
}
