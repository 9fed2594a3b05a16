/** No answer stays fresh longer (three of the longest intervals): beyond that, the computer's clock was set back. */
const LONGEST_FRESH_MS = 3 * 900_000;

/**
 * True where an answer has not been confirmed in time.
 * @param oldAtMs from when on it is old; null before the first answer
 * @param nowMs browser's clock, as `oldAtMs`
 */
export function isUnconfirmed(oldAtMs: number | null, nowMs: number): boolean {
  return oldAtMs !== null && (nowMs >= oldAtMs || nowMs < oldAtMs - LONGEST_FRESH_MS);
}
