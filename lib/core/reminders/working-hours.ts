import { addDays, dateIn, wallMs, weekday } from '../history/calendar';
import type { WorkingHours } from '../settings/reminder-preferences';
import { DAY_MIN } from '../settings/reminder-preferences';
import { fromWall, type Zone } from '../time/time-zone';

/** The working hours of one date. Epoch milliseconds on the server's clock. */
export interface WorkSpan {
  /** The date on which they begin. */
  date: string;
  fromMs: number;
  toMs: number;
}

const MINUTE_MS = 60_000;

/**
 * The working hours that began yesterday and those of today, in order: what a moment may lie in.
 * @param zone the browser's own
 * @param nowMs the server's clock
 */
export function workSpans(hours: WorkingHours, zone: Zone, nowMs: number): WorkSpan[] {
  return workSpansOf(hours, zone, dateIn(zone, nowMs));
}

/** The working hours that began on the date before, and those of the date, in order. */
export function workSpansOf(hours: WorkingHours, zone: Zone, ofDate: string): WorkSpan[] {
  const dates = [addDays(ofDate, -1), ofDate];
  return dates.filter((date) => hours.days.includes(weekday(date))).map(spanOf);

  function spanOf(date: string): WorkSpan {
    const { fromMin, toMin } = hours;
    const at = (minutes: number) => fromWall(zone, wallMs(date) + minutes * MINUTE_MS);
    return { date, fromMs: at(fromMin), toMs: at(toMin > fromMin ? toMin : toMin + DAY_MIN) };
  }
}

/** Does somebody work at that moment? */
export function isWorkTime(spans: WorkSpan[], atMs: number): boolean {
  return spans.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
}

/**
 * Since when nobody works at that moment: the moment itself if somebody does. Minus infinity if nobody has worked that day
 * or the day before.
 * @param zone the browser's own
 * @param atMs the server's clock
 */
export function freeFromMs(hours: WorkingHours, zone: Zone, atMs: number): number {
  const spans = workSpans(hours, zone, atMs);
  if (isWorkTime(spans, atMs)) return atMs;
  return Math.max(...spans.filter(({ toMs }) => toMs <= atMs).map(({ toMs }) => toMs));
}
