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
/** A week and the day after it: somebody who works on one day a week finds the next one. */
const DAYS_AHEAD = 8;

/**
 * The working hours around a moment, in order: from those of the day before to those of the week that follows.
 * @param zone the browser's own
 */
export function workSpans(hours: WorkingHours, zone: Zone, nowMs: number): WorkSpan[] {
  const today = dateIn(zone, nowMs);
  const dates = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => addDays(today, index - 1));
  return dates.filter((date) => hours.days.includes(weekday(date))).map(spanOf);

  function spanOf(date: string): WorkSpan {
    const { fromMin, toMin } = hours;
    const at = (minutes: number) => fromWall(zone, wallMs(date) + minutes * MINUTE_MS);
    return { date, fromMs: at(fromMin), toMs: at(toMin > fromMin ? toMin : toMin + DAY_MIN) };
  }
}

/** The first moment from then on that is within working hours; null if none is in sight. */
export function nextWorkMs(spans: WorkSpan[], atMs: number): number | null {
  const starts = spans
    .filter(({ toMs }) => toMs > atMs)
    .map(({ fromMs }) => Math.max(fromMs, atMs));
  return starts.length === 0 ? null : Math.min(...starts);
}
