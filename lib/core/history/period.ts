import { addDays, addMonths, datesBetween, daysFrom, isDate, startOfWeek } from './calendar';

export const PERIOD_KINDS = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** What the history page shows at once. */
export interface Period {
  kind: PeriodKind;
  /** Its first date. */
  from: string;
}

/** What the page's address says. */
export interface View {
  period: Period;
  /** Only the time of this project (`projectKey`); null for all. */
  project: string | null;
}

/** `Date` takes the years before 100 for those of the last century. */
const FIRST_YEAR = 1970;
/** A week is of the year, and of the month, in which its fourth day lies: with Mondays, that is ISO 8601. */
const TO_MIDDLE = 3;

/**
 * The period of that kind in which a date lies.
 * @param weekStart on which day weeks begin, 1 for Monday to 7 for Sunday
 */
export function periodWith(kind: PeriodKind, date: string, weekStart: number): Period {
  if (kind === 'week') return { kind, from: startOfWeek(date, weekStart) };
  return { kind, from: kind === 'month' ? addMonths(date, 0) : date };
}

/** The period so many of its kind later; before it if `count` is negative. */
export function shifted({ kind, from }: Period, count: number): Period {
  if (kind === 'month') return { kind, from: addMonths(from, count) };
  return { kind, from: addDays(from, kind === 'week' ? 7 * count : count) };
}

export function lastDate(period: Period): string {
  return addDays(shifted(period, 1).from, -1);
}

/** All its dates, in order. */
export function datesOf(period: Period): string[] {
  return datesBetween(period.from, lastDate(period));
}

export function isIn(period: Period, date: string): boolean {
  return period.from <= date && date <= lastDate(period);
}

/**
 * Another kind of period at about the same time: with today if today is shown, otherwise so that the way back leads to
 * where it began.
 * @param today the date
 * @param weekStart on which day weeks begin, 1 for Monday to 7 for Sunday
 */
export function switched(
  period: Period,
  kind: PeriodKind,
  today: string,
  weekStart: number,
): Period {
  if (isIn(period, today)) return periodWith(kind, today, weekStart);
  const isWide = kind !== 'day' && period.kind !== 'day';
  return periodWith(kind, isWide ? addDays(period.from, TO_MIDDLE) : period.from, weekStart);
}

/** The address of a view: `#week=2026-W48&project=p-1`. */
export function hashOf({ period, project }: View): string {
  const parts = new URLSearchParams({ [period.kind]: addressOf(period) });
  if (project !== null) parts.set('project', project);
  return `#${parts}`;
}

/**
 * The view of an address.
 * @param hash of the page's address, with its `#`; one that cannot be read, or that is of a time to come, means the week with today
 * @param today the date
 * @param weekStart on which day weeks begin, 1 for Monday to 7 for Sunday
 */
export function viewOf(hash: string, today: string, weekStart: number): View {
  const parts = new URLSearchParams(hash.slice(1));
  const named = PERIOD_KINDS.map((kind) => periodAt(kind, parts.get(kind) ?? '', weekStart));
  const known = named.find((period) => period !== null && period.from <= today);
  return {
    period: known ?? periodWith('week', today, weekStart),
    project: parts.get('project') || null,
  };
}

/** "2026-11-26", "2026-W48", "2026-11" */
function addressOf({ kind, from }: Period): string {
  if (kind !== 'week') return kind === 'day' ? from : from.slice(0, 7);
  const middle = addDays(from, TO_MIDDLE);
  const year = middle.slice(0, 4);
  const daysBefore = daysFrom(`${year}-01-01`, middle);
  return `${year}-W${String(Math.floor(daysBefore / 7) + 1).padStart(2, '0')}`;
}

/** The period with that address; null if there is none. */
function periodAt(kind: PeriodKind, address: string, weekStart: number): Period | null {
  const date = kind === 'week' ? dateInWeek(address) : address + (kind === 'month' ? '-01' : '');
  if (!isDate(date) || Number(address.slice(0, 4)) < FIRST_YEAR) return null;
  const period = periodWith(kind, date, weekStart);
  return addressOf(period) === address ? period : null;
}

/** A date of that week, whatever the day on which it begins; '' if it is not an address of a week. */
function dateInWeek(address: string): string {
  const [, year, week] = /(\d{4})-W(\d{2})/.exec(address) ?? [];
  // The fourth of January is in the first week.
  return addDays(`${year}-01-04`, 7 * (Number(week) - 1));
}
