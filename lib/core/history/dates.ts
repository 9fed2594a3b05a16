import { wallMs } from './calendar';
import { lastDate, type Period } from './period';

/** Dates for people, in their language. A date is `YYYY-MM-DD`. */
export interface Dates {
  /** "Thursday, November 26", "November 22 – 28", "November 2026"; with the year if it is not that of `today` */
  period(period: Period, today: string): string;
  /** "Thursday, November 26", with the year if it is not that of `today` */
  day(date: string, today: string): string;
  /** "November 26" */
  dayAndMonth(date: string): string;
  /** "Thu" */
  weekday(date: string): string;
  /** "Thu". @param day 1 for Monday to 7 for Sunday */
  weekdayName(day: number): string;
  /** "26" */
  dayOfMonth(date: string): string;
  /** "a, b, and c" */
  list(texts: string[]): string;
}

/** @param language of the texts (BCP 47) */
export function createDates(language: string): Dates {
  // Made once: a month has a hundred dates on the page.
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const dayAndMonth = format({ day: 'numeric', month: 'long' });
  const wholeDate = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = format({ month: 'long', year: 'numeric' });
  const weekday = format({ weekday: 'short' });
  const dayOfMonth = format({ day: 'numeric' });
  const list = new Intl.ListFormat(language);
  const isSameYear = (a: string, b: string) => a.slice(0, 4) === b.slice(0, 4);
  const dayText = (date: string, today: string) =>
    (isSameYear(date, today) ? day : dayOfYear).format(wallMs(date));
  return {
    period: (period, today) => {
      const { kind, from } = period;
      if (kind === 'day') return dayText(from, today);
      if (kind === 'month') return month.format(wallMs(from));
      const to = lastDate(period);
      const isThisYear = isSameYear(from, today) && isSameYear(to, today);
      return (isThisYear ? dayAndMonth : wholeDate).formatRange(wallMs(from), wallMs(to));
    },
    day: dayText,
    dayAndMonth: (date) => dayAndMonth.format(wallMs(date)),
    weekday: (date) => weekday.format(wallMs(date)),
    // A week that began on a Monday.
    weekdayName: (day) => weekday.format(wallMs(`2024-01-0${day}`)),
    dayOfMonth: (date) => dayOfMonth.format(wallMs(date)),
    list: (texts) => list.format(texts),
  };
}
