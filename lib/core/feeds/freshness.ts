import type { Schedule } from './schedule';

/** No answer stays fresh longer than three of the longest intervals. Beyond that, the computer's clock was set back. */
const LONGEST_FRESH_MS = 3 * 900_000;

/**
 * True if an answer has not been confirmed in time. It counts as old from a moment that the schedule has; that is null if
 * it was not confirmed since the browser started, or since the computer's clock was set back.
 * @param nowMs browser's clock, like the schedule's times
 */
export function isUnconfirmed({ askedAtMs, oldAtMs }: Schedule, nowMs: number): boolean {
  if (oldAtMs === null || nowMs >= oldAtMs) return true;
  // Asked in the future: the clock was set back, and how old the answer is nobody knows.
  return nowMs < (askedAtMs ?? 0) || nowMs < oldAtMs - LONGEST_FRESH_MS;
}
