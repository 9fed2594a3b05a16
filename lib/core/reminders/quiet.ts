import { dayAt } from '../time/day';
import type { Ledger } from './ledger';
import { mutedUntil } from './muted';
import type { Known, Occurrence, Rule } from './rule';
import { RULES } from './rules';
import { isWorkTime } from './working-hours';

/**
 * May something be told now? In working hours, not muted, and from when it is due until it is too late. How many were told
 * today is not looked at here (`toldToday`).
 */
export function mayTell(
  { isOutsideHours = false }: Pick<Rule, 'isOutsideHours'>,
  { dueAtMs, untilMs = Number.POSITIVE_INFINITY }: Pick<Occurrence, 'dueAtMs' | 'untilMs'>,
  { nowMs, spans }: Pick<Known, 'nowMs' | 'spans'>,
  { mutedUntilMs }: Pick<Ledger, 'mutedUntilMs'>,
): boolean {
  if (nowMs < dueAtMs || nowMs >= untilMs) return false;
  if (mutedUntil(mutedUntilMs, nowMs) !== null) return false;
  return isOutsideHours || isWorkTime(spans, nowMs);
}

/** How many notifications about time today has brought. */
export function toldToday(
  { told }: Ledger,
  { nowMs, timeZone }: Pick<Known, 'nowMs' | 'timeZone'>,
): number {
  const { startMs, endMs } = dayAt(nowMs, timeZone);
  return told.filter(
    ({ rule, toldAtMs, isCovered }) =>
      isTimedRule(rule) && !isCovered && toldAtMs >= startMs && toldAtMs < endMs,
  ).length;
}

function isTimedRule(rule: string): boolean {
  return Object.entries(RULES).some(([key, { isTimed }]) => key === rule && isTimed);
}

/** Until when *Mute today* mutes: the next midnight of the browser's zone. */
export function endOfToday(nowMs: number, timeZone: string): number {
  return dayAt(nowMs, timeZone).endMs;
}
