import type { Dates } from '../../lib/core/history/dates';
import type { HistoryDay } from '../../lib/core/history/days';
import type { Counting } from '../../lib/core/history/live';
import type { View } from '../../lib/core/history/period';
import type { ProjectTime } from '../../lib/core/history/projects';
import type { Stretch } from '../../lib/core/history/records';
import type { Totals } from '../../lib/core/history/totals';
import type { WorkingHours } from '../../lib/core/settings/reminder-preferences';
import type { Clock } from '../../lib/core/time/clock';
import { runningFrom, standing } from '../../lib/core/time/clock';

/** What the page shows of the history. */
export interface Shown {
  view: View;
  /** The date. */
  today: string;
  dates: Dates;
  /** The days of the period up to today, in order, with the time of the chosen project only. */
  days: HistoryDay[];
  totals: Totals;
  /** The projects of the period, whichever is chosen. Most time first. */
  projects: ProjectTime[];
  /** What counts on; null if nothing does, or not in this view. */
  counting: Counting | null;
  /** When the user works; null if they have not set it. */
  hours: WorkingHours | null;
  /** When nobody was at the computer. In order. */
  absences: Stretch[];
  /** The account hides times: no duration is shown. */
  isHidden: boolean;
  /** What the user wants to track in a day, and in the whole period. Null if they have no goal, or for one project. */
  dailyGoalS: number | null;
  goalS: number | null;
}

/** A total as it goes on: it counts if what runs is part of it. */
export function clockOf(
  seconds: number,
  counting: Counting | null,
  isPart: (counting: Counting) => boolean = () => true,
): Clock {
  return counting !== null && isPart(counting)
    ? runningFrom(counting.atMs - seconds * 1000)
    : standing(seconds);
}
