import { amount, projectTitle } from '../olie/timer';
import type { SessionPart } from './days';
import { newerExpected } from './merge';
import type { Expected } from './records';

/** The time of one project in a day or a longer period. */
export interface ProjectTime {
  /** Null for time that no known session explains. */
  project: Project | null;
  seconds: number;
  /** Earned by the sessions with a rate, in currency units; null if none has one. */
  amount: number | null;
  /** Left out if nothing was told of it. */
  expected?: Expected;
}

interface Project {
  /** The service's id, or its title if it has none. A dash if it has neither. */
  key: string;
  id: string;
  code: string;
  name: string;
}

/** Times are rounded, and rows may be a moment older than the total. */
const SLACK_S = 60;

/**
 * The time of each project. It adds up to the total, which the service has counted.
 * @returns most time first; what is not explained comes last
 */
export function projectTimes(parts: SessionPart[], totalS: number): ProjectTime[] {
  const times = summed(parts.map(timeOf));
  const differenceS = totalS - secondsOf(times);
  const [first] = times;
  if (first && Math.abs(differenceS) <= SLACK_S && first.seconds + differenceS >= 0) {
    return [withSeconds(first, first.seconds + differenceS), ...times.slice(1)].sort(mostFirst);
  }
  if (differenceS > 0) return [...times, { project: null, seconds: differenceS, amount: null }];
  return shrunk(times, totalS).sort(mostFirst);
}

/** The same projects of several days in one row each. Most time first; what is not explained comes last. */
export function summed(times: ProjectTime[]): ProjectTime[] {
  const byKey = new Map<string | null, ProjectTime>();
  for (const time of times) {
    const key = time.project?.key ?? null;
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined
        ? { ...time }
        : {
            project: known.project,
            seconds: known.seconds + time.seconds,
            amount: sumOf(known.amount, time.amount),
            ...expectedOf(known, time),
          },
    );
  }
  return [...byKey.values()].sort(mostFirst);
}

function mostFirst(a: ProjectTime, b: ProjectTime): number {
  return Number(a.project === null) - Number(b.project === null) || b.seconds - a.seconds;
}

function expectedOf(a: ProjectTime, b: ProjectTime): Pick<ProjectTime, 'expected'> {
  const expected = newerExpected(a.expected, b.expected);
  return expected === undefined ? {} : { expected };
}

/** The sum of what is known; null if neither is. */
export function sumOf(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}

/** Never empty: an address without a project means all of them. */
export function projectKey(of: { projectId: string; projectCode: string; projectName: string }) {
  return of.projectId || projectTitle(of) || '-';
}

function timeOf({ session, seconds }: SessionPart): ProjectTime {
  const { projectId: id, projectCode: code, projectName: name, hourlyRate, expected } = session;
  return {
    project: { key: projectKey(session), id, code, name },
    seconds,
    amount: hourlyRate > 0 ? amount(hourlyRate, seconds) : null,
    ...(expected && { expected }),
  };
}

/** The times if the total no longer has all of the sessions: each project gives up its share, to the second. */
function shrunk(times: ProjectTime[], totalS: number): ProjectTime[] {
  const secondsOfEach = times.map(({ seconds }) => seconds);
  const left = shares(secondsOfEach, totalS);
  return times.map((time, index) => withSeconds(time, left[index] ?? 0));
}

/** What was earned follows the time. */
function withSeconds(time: ProjectTime, seconds: number): ProjectTime {
  const { amount: earned } = time;
  const share = time.seconds > 0 ? seconds / time.seconds : 0;
  return { ...time, seconds, amount: earned === null ? null : earned * share };
}

/**
 * Divides a whole in the proportions of these seconds. The parts are whole numbers that add up to it.
 * @param whole such as seconds, or 100 per cent
 */
export function shares(seconds: number[], whole: number): number[] {
  const knownS = seconds.reduce((sum, one) => sum + one, 0);
  let sumS = 0;
  let given = 0;
  return seconds.map((one, index) => {
    sumS += one;
    const isLast = index === seconds.length - 1;
    const until = isLast ? whole : Math.round(knownS > 0 ? (sumS * whole) / knownS : 0);
    const part = until - given;
    given = until;
    return part;
  });
}

function secondsOf(times: ProjectTime[]): number {
  return times.reduce((sum, { seconds }) => sum + seconds, 0);
}
