import { dayAt } from '../time/day';
import type { Ledger } from './ledger';
import { mutedUntil } from './muted';
import type { Known, Occurrence, Rule } from './rule';
import { RULES } from './rules';
import { nextWorkMs } from './working-hours';

/**
 * The first moment from now on at which something may be told, if it is true then: in working hours, not muted, and as long
 * as the day has not brought enough. Null if there is none in sight.
 * @param atMostADay of the reminders about time
 */
export function tellableAtMs(
  { isTimed, isOutsideHours = false }: Pick<Rule, 'isTimed' | 'isOutsideHours'>,
  { dueAtMs, untilMs = Number.POSITIVE_INFINITY }: Pick<Occurrence, 'dueAtMs' | 'untilMs'>,
  known: Known,
  ledger: Ledger,
  atMostADay: number,
): number | null {
  const { nowMs, timeZone, spans } = known;
  const isEnough = isTimed && toldToday(ledger, known) >= atMostADay;
  const roomMs = isEnough ? dayAt(nowMs, timeZone).endMs : nowMs;
  const freeMs = Math.max(dueAtMs, roomMs, mutedUntil(ledger.mutedUntilMs, nowMs) ?? nowMs);
  const atMs = isOutsideHours ? freeMs : nextWorkMs(spans, freeMs);
  return atMs === null || atMs >= untilMs || atMs === Number.POSITIVE_INFINITY ? null : atMs;
}

/** How many reminders about time today has brought. */
export function toldToday(
  { told }: Ledger,
  { nowMs, timeZone }: Pick<Known, 'nowMs' | 'timeZone'>,
): number {
  const { startMs, endMs } = dayAt(nowMs, timeZone);
  return told.filter(
    ({ rule, toldAtMs }) => isTimedRule(rule) && toldAtMs >= startMs && toldAtMs < endMs,
  ).length;
}

function isTimedRule(rule: string): boolean {
  return Object.entries(RULES).some(([key, { isTimed }]) => key === rule && isTimed);
}

/** Until when *Mute today* mutes: the next midnight of the browser's zone. */
export function endOfToday(nowMs: number, timeZone: string): number {
  return dayAt(nowMs, timeZone).endMs;
}
