import type { Dates } from '../../lib/core/history/dates';
import { historyDays, withHidden } from '../../lib/core/history/days';
import type { Live } from '../../lib/core/history/live';
import { mergedRecords } from '../../lib/core/history/merge';
import { datesOf, type View } from '../../lib/core/history/period';
import type { Records, Stretch } from '../../lib/core/history/records';
import { daysOfProject, totalsOf } from '../../lib/core/history/totals';
import type { Preferences } from '../../lib/core/settings/preferences';
import { remindersOf } from '../../lib/core/settings/reminder-preferences';
import type { Zone } from '../../lib/core/time/time-zone';
import type { Shown } from './shown';

interface Known {
  view: View;
  /** The date. */
  today: string;
  dates: Dates;
  /** What is kept of the period, with the days before and after it. */
  records: Records;
  /** When nobody was at the computer. In order. */
  absences: Stretch[];
  /** What the last answer tells; null if it is of somebody else, or there is none. */
  live: Live | null;
  /** Where the user is, for days of which nothing was told. */
  zone: Zone;
  /** The server's clock. */
  nowMs: number;
  preferences: Pick<Preferences, 'dailyGoalS' | 'weeklyGoalS' | 'reminders'>;
}

/** What the page shows of what is known. */
export function shownOf({ view, today, dates, records, absences, ...known }: Known): Shown {
  const { live, zone, nowMs, preferences } = known;
  const { period, project } = view;
  const all = live === null ? records : mergedRecords(records, live.records);
  const until = datesOf(period).filter((date) => date <= today);
  const days = historyDays(until, all, zone, nowMs);
  const shown = project === null ? days : daysOfProject(days, project);
  const isHidden = live?.isHidden === true || days.some((day) => day.isHidden);
  const counting = live?.counting ?? null;
  const isPart =
    counting !== null &&
    until.includes(counting.date) &&
    (project === null || project === counting.project);
  const [dailyGoalS = null, weeklyGoalS = null] =
    project === null ? [preferences.dailyGoalS, preferences.weeklyGoalS] : [];
  const reminders = remindersOf(preferences.reminders);
  return {
    view,
    today,
    dates,
    days: withHidden(shown, isHidden),
    totals: totalsOf(shown),
    projects: totalsOf(days).projects,
    counting: isPart ? counting : null,
    hours: reminders.isOn ? reminders.hours : null,
    absences,
    isHidden,
    dailyGoalS,
    goalS: { day: dailyGoalS, week: weeklyGoalS, month: null }[period.kind],
  };
}
