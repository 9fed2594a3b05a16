import { LONGEST_CONFIRMED_MS } from './policy';
import type { Schedule } from './schedule';

/**
 * May a service answer only that its last answer still holds? Not for ever: some services and caches are wrong about it.
 * @param sinceMs when the user's day began, browser's clock: its numbers begin again
 * @param nowMs browser's clock
 */
export function mayConfirm({ wholeAtMs }: Schedule, sinceMs: number, nowMs: number): boolean {
  if (wholeAtMs === null || wholeAtMs < sinceMs) return false;
  // The clock may have been set back.
  return nowMs >= wholeAtMs && nowMs - wholeAtMs < LONGEST_CONFIRMED_MS;
}
