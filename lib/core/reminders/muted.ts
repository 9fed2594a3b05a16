import { HOUR_MS } from '../time/time-zone';

/** No mute lasts longer, on a day of 25 hours either. A clock that was wrong may have set one. */
const LONGEST_MUTE_MS = 25 * HOUR_MS;

/**
 * Until when nothing may be told; null if all may.
 * @param mutedUntilMs of the ledger
 */
export function mutedUntil(mutedUntilMs: number | null, nowMs: number): number | null {
  const isMuted =
    mutedUntilMs !== null && mutedUntilMs > nowMs && mutedUntilMs - nowMs <= LONGEST_MUTE_MS;
  return isMuted ? mutedUntilMs : null;
}
