import { type Day, dayAt, dayFrom, fractionOfDay, zoneOfDay } from '../time/day';
import { HOUR_MS } from '../time/time-zone';
import { projectTitle, type Timer } from './timer';

/** All zones are multiples of a quarter of an hour from UTC. */
const QUARTER_MS = 900_000;
/** `Date` and the totals are whole seconds, rounded one by one, and a slow service counts before it answers. */
const SLACK_MS = 15_000;
/** The day on which summer time ends. */
const LONGEST_DAY_MS = 25 * HOUR_MS;

/**
 * The user's day as the answer counts it: it began at the moment of the answer - (total + idle). Without such numbers it
 * is the browser's day.
 * @param browserTimeZone the browser's, an IANA name
 */
export function dayOf(timer: Timer, browserTimeZone: string): Day {
  const startMs = startOfDayMs(timer);
  return startMs === null
    ? dayAt(timer.answeredAtMs, browserTimeZone)
    : dayFrom(startMs, zoneOfDay(startMs, browserTimeZone));
}

/**
 * When the user's day began, by the service's own numbers. Null if it did not send them, or if they lead to no possible
 * start of that day: a service that counts an overnight timer from its start does that, and every time of day would be
 * wrong by hours.
 */
export function startOfDayMs({ answeredAtMs, totalS, idleS }: Timer): number | null {
  if (totalS === null || idleS === null) return null;
  const startMs = answeredAtMs - (totalS + idleS) * 1000;
  const quarterMs = Math.round(startMs / QUARTER_MS) * QUARTER_MS;
  const sinceMs = answeredAtMs - quarterMs;
  const isOnQuarter = Math.abs(startMs - quarterMs) <= SLACK_MS;
  return isOnQuarter && sinceMs >= -SLACK_MS && sinceMs <= LONGEST_DAY_MS + SLACK_MS
    ? quarterMs
    : null;
}

/** A part of the day's picture, as fractions of the day from 0 to 1. */
export interface Stretch {
  id: string;
  projectId: string;
  label: string;
  startMs: number;
  /** Null while it runs. */
  endMs: number | null;
  from: number;
  to: number;
}

/** What is tracked in the day, in order, cut at the day's ends. Stretches outside or of no length are left out. */
export function stretches(timer: Timer, day: Day, nowMs: number): Stretch[] {
  const running = timer.current && { ...timer.current, finishedAtMs: null };
  return [...timer.recent, running]
    .flatMap((row) => {
      if (!row?.startedAtMs) return [];
      const { id, projectId, startedAtMs: startMs, finishedAtMs: endMs } = row;
      const from = fractionOfDay(day, startMs);
      const to = fractionOfDay(day, endMs ?? nowMs);
      return [{ id, projectId, label: projectTitle(row), startMs, endMs, from, to }];
    })
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.startMs - b.startMs);
}

/** Share of the day so far that was tracked, from 0 to 1; null if it is unknown. */
export function trackedShare(totalS: number | null, idleS: number | null): number | null {
  return totalS === null || idleS === null || totalS + idleS <= 0
    ? null
    : totalS / (totalS + idleS);
}
