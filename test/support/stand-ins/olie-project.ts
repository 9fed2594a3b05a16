/** The stand-in's answer about a project: what is expected of its user, and what was tracked. */
import type { OlieDay } from './olie-day.ts';

/** Seconds, and currency units. */
export interface Expected {
  /** 0 if nothing is expected. */
  expected: number;
  /** Currency units an hour; 0 if there is none. */
  hourlyRate: number;
  /** Tracked on days before the first one that the stand-in knows. */
  before: number;
  /** Whether `elapsed` counts the execution that runs. The documentation does not say. */
  countsRunning: boolean;
}

/** The example's day is two thirds of it. */
export const NOTHING_SPECIAL: Expected = {
  expected: 57_600,
  hourlyRate: 50,
  before: 0,
  countsRunning: true,
};

/** The documented answer, as far as it is documented. Undefined if the day knows no such project. */
export function projectAt(
  { current, finished }: OlieDay,
  nowMs: number,
  id: string,
  { expected, hourlyRate, before, countsRunning }: Expected,
) {
  const all = [...(current ? [current] : []), ...finished].filter(
    ({ project_id }) => project_id === id,
  );
  const [last] = all;
  if (last === undefined) return undefined;
  const elapsed = all
    .filter(({ finished_at }) => finished_at !== null || countsRunning)
    .map(({ started_at, finished_at }) => {
      const endMs = finished_at === null ? nowMs : Date.parse(finished_at);
      return (endMs - Date.parse(started_at)) / 1000;
    })
    .reduce((sum, seconds) => sum + seconds, before);
  const amount = (seconds: number) => (seconds * hourlyRate) / 3600;
  const other = { id: 'somebody-else', user: 'Another User', elapsed: 60, elapsed_amount: 0 };
  const own = { id: last.user_id, user: last.user.name, elapsed, elapsed_amount: amount(elapsed) };
  const executors = [
    { ...other, hourly_rate: 0, expected: 3600, expected_amount: 0 },
    { ...own, hourly_rate: hourlyRate, expected, expected_amount: amount(expected) },
  ];
  const project = { ...last.project, status: 'active', budget: 0, executors, funnels: [] };
  return { response: true, project };
}
