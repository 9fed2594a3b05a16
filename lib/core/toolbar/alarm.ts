import { NEW_DAY_DELAY_MS } from '../feeds/policy';
import type { Clock } from '../time/clock';
import { modulo } from '../time/modulo';

/** The one periodic alarm. Browser's clock, epoch milliseconds. */
export interface Alarm {
  whenMs: number;
  periodMs: number;
}

/** How late an alarm may be before it is made again. Browsers fire up to a second late, and may keep that lateness. */
const TOLERANCE_MS = 900;
/** How early an alarm may be. Less than AFTER_TURN_MS, or it would go off before the minute turns. */
const EARLY_TOLERANCE_MS = 300;
/** How long after the turn of the minute the alarm goes off. If it were early, the old minute would show for another one. */
const AFTER_TURN_MS = 400;

/**
 * The alarm that goes off just after the count on the badge turns to its next minute.
 * @param clock the count on the badge; null if it shows none: then any phase will do
 * @param nowMs the browser's clock
 * @param offsetMs how far the server's clock is ahead of the browser's
 */
export function alarmFor(
  clock: Clock | null,
  periodMs: number,
  nowMs: number,
  offsetMs: number,
): Alarm {
  if (clock?.kind !== 'running') return { whenMs: nowMs + periodMs, periodMs };
  const intoPeriodMs = modulo(nowMs + offsetMs - clock.zeroAtMs - AFTER_TURN_MS, periodMs);
  return { whenMs: nowMs + periodMs - intoPeriodMs, periodMs };
}

/**
 * The alarm, but not later than the end of the day: then the day's numbers end, and there are new ones to ask for. Only for a
 * badge that counts them: with such an alarm, all browsers of a zone ask in the same second.
 * @param dayEndsAtMs on the browser's clock
 */
export function atMidnight(alarm: Alarm, dayEndsAtMs: number): Alarm {
  const whenMs = dayEndsAtMs + NEW_DAY_DELAY_MS + AFTER_TURN_MS;
  return { ...alarm, whenMs: Math.min(alarm.whenMs, whenMs) };
}

/** Will the existing alarm do? If the badge shows no growing count, any phase will. */
export function isAlarmRight(
  existing: Alarm | null,
  wanted: Alarm,
  clock: Clock | null,
  nowMs: number,
): boolean {
  if (existing === null || existing.periodMs !== wanted.periodMs) return false;
  // After the computer's clock was set back, it may lie hours ahead.
  const untilMs = existing.whenMs - nowMs;
  if (untilMs > wanted.periodMs + TOLERANCE_MS) return false;
  if (clock?.kind !== 'running') return true;
  const lateMs = modulo(existing.whenMs - wanted.whenMs, wanted.periodMs);
  return lateMs <= TOLERANCE_MS || wanted.periodMs - lateMs <= EARLY_TOLERANCE_MS;
}
