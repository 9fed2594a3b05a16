/** No answer stays fresh longer than three of the longest intervals. Beyond that, the computer's clock was set back. */
const LONGEST_FRESH_MS = 3 * 900_000;

/**
 * True if an answer has not been confirmed in time.
 * @param oldAtMs when it begins to count as old; null if it was not confirmed since the browser started
 * @param nowMs browser's clock, like `oldAtMs`
 */
export function isUnconfirmed(oldAtMs: number | null, nowMs: number): boolean {
  return oldAtMs === null || nowMs >= oldAtMs || nowMs < oldAtMs - LONGEST_FRESH_MS;
}
