import type { Timer } from '../olie/timer';
import { dayOf } from '../olie/timer-day';
import type { Day } from '../time/day';
import { addDays, dateIn, datesBetween, startOfWeek } from './calendar';
import { type HistoryDay, historyDays, withHidden } from './days';
import { mergedRecords } from './merge';
import { observed } from './observed';
import type { Records } from './records';

/** What the records say with the last answer, as it has become by now: a running timer counts on. */
interface Known {
  records: Records;
  /** Null if there is no answer of that person's timer. */
  timer: Timer | null;
  personId: string;
  /** The browser's, an IANA name. */
  timeZone: string;
}

/** @param nowMs the server's clock */
function liveRecords({ records, timer, personId, timeZone }: Known, nowMs: number): Records {
  if (timer === null) return records;
  // Nobody knows whether it still ran at midnight.
  const isDayOver = nowMs >= dayOf(timer, timeZone).endMs;
  const seenAtMs = isDayOver ? timer.answeredAtMs : nowMs;
  return mergedRecords(records, observed(timer, seenAtMs, personId, timeZone));
}

/** A day whose times the account hid when it last told of it: the week's sum is *at least* that of the other days. */
function withoutTime(day: HistoryDay): HistoryDay {
  return { ...day, totalS: 0, isPartial: true };
}

/**
 * What the popup shows: the days of this week, and those before today in which something is known to have been tracked.
 * @param day the last answer's, which may be over
 * @param from the first date that was read
 * @param firstDay of the week, 1 for Monday to 7 for Sunday
 * @param nowMs the server's clock
 * @returns the earlier days newest first
 */
export function weekAndEarlier(
  known: Known,
  day: Day,
  { from, firstDay }: { from: string; firstDay: number },
  nowMs: number,
): { today: string; week: HistoryDay[]; earlier: HistoryDay[] } {
  const { startMs, zone } = day;
  const records = liveRecords(known, nowMs);
  // Not before that day, whatever the clock says.
  const today = dateIn(zone, Math.max(startMs, nowMs));
  const first = startOfWeek(today, firstDay);
  const daysBetween = (begin: string, end: string) => {
    const days = historyDays(datesBetween(begin, end), records, zone, nowMs);
    return withHidden(days, known.timer?.hidden === true);
  };
  const week = daysBetween(first, addDays(first, 6)).map((day) =>
    day.isHidden ? withoutTime(day) : day,
  );
  const before = daysBetween(from, addDays(today, -1));
  return { today, week, earlier: before.filter(({ parts }) => parts.length > 0).reverse() };
}
