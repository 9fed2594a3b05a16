import { modulo } from './alarm';
import type { Clock } from './clock';
import { tickMs } from './schedule';

/** Starts are whole seconds, or nearly. */
const WHOLE_MS = 1000;

/**
 * Where in each tick the alarm asks. Badge and alarm turn with the timer's start, and people set starts to whole minutes by
 * hand: were the requests to leave with the turn, all of theirs would leave in the first second of the minute (with three
 * starts in ten, 19 times as many as in the mean second). They leave at a place of their own, always the same.
 * @param clock the count on the badge
 * @param id of a connection: hexadecimal digits by chance, never the same for two installs
 * @returns milliseconds into the tick; undefined where the turn is the install's own, then it asks with the alarm
 */
export function slotOf(clock: Clock | null, id: string, intervalS: number): number | undefined {
  const periodMs = tickMs(intervalS);
  return clock?.kind === 'running' && modulo(clock.zeroAtMs, periodMs) < WHOLE_MS
    ? Number.parseInt(id, 16) % periodMs || 0
    : undefined;
}
