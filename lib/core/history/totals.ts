import type { HistoryDay } from './days';
import { type ProjectTime, projectKey, summed, sumOf } from './projects';

/** What several days have together. */
export interface Totals {
  totalS: number;
  /** Whole seconds a day, over the days with time; null if none has any. */
  averageS: number | null;
  /** Earned, in currency units; null if no session has a rate. */
  amount: number | null;
  /** Most time first; what no session explains comes last. They add up to `totalS`. */
  projects: ProjectTime[];
  /** The total of a day is at least this much, and so is the sum. Days of which nothing was told do not count here. */
  isPartial: boolean;
  /** Nothing was told of any of these days. */
  isUnknown: boolean;
}

export function totalsOf(days: HistoryDay[]): Totals {
  const totalS = days.reduce((sum, day) => sum + day.totalS, 0);
  const daysWithTime = days.filter((day) => day.totalS > 0).length;
  const projects = summed(days.flatMap((day) => day.projects)).filter(({ seconds }) => seconds > 0);
  return {
    totalS,
    averageS: daysWithTime > 0 ? Math.floor(totalS / daysWithTime) : null,
    amount: projects.reduce<number | null>((sum, { amount }) => sumOf(sum, amount), null),
    projects,
    isPartial: days.some(isAtLeast),
    isUnknown: days.every((day) => day.isUnknown),
  };
}

/** Some of the day was told, and perhaps not all. */
export function isAtLeast({ isPartial, isUnknown }: HistoryDay): boolean {
  return isPartial && !isUnknown;
}

/** The days with the time of one project only. @param key of the project (`projectKey`) */
export function daysOfProject(days: HistoryDay[], key: string): HistoryDay[] {
  return days.map((day) => {
    const projects = day.projects.filter(({ project }) => project?.key === key);
    return {
      ...day,
      totalS: projects.reduce((sum, { seconds }) => sum + seconds, 0),
      parts: day.parts.filter(({ session }) => projectKey(session) === key),
      projects,
    };
  });
}
