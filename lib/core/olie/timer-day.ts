import { type Day, dayAt, dayFrom, fractionOfDay } from '../time/day';
import { zoneOfDay } from '../time/time-zone';
import { projectTitle, type Timer } from './timer';

const HOUR_MS = 3_600_000;
/** Every zone of the world is a multiple of a quarter of an hour from UTC. */
const QUARTER_MS = 900_000;
/** `Date` and the totals are whole seconds, each rounded by itself, and a slow service counts before it answers. */
const SLACK_MS = 15_000;
/** The day on which summer time ends. */
const LONGEST_DAY_MS = 25 * HOUR_MS;

/**
 * The day of an answer: start = moment of the answer - (total + idle). Where the answer has no such numbers, the
 * browser's own day.
 * @param browserTimeZone IANA name, as the browser says it
 */
export function dayOf(timer: Timer, browserTimeZone: string): Day {
  const startMs = startOfDayMs(timer);
  return startMs === null
    ? dayAt(timer.answeredAtMs, browserTimeZone)
    : dayFrom(startMs, zoneOfDay(startMs, browserTimeZone));
}

/**
 * Start of the user's day by the service's own numbers; null where it did not send them, and where what comes of them
 * is no midnight of that day: then they count otherwise than documented (of a timer that ran overnight, say), and times
 * of day in a zone made of them would be wrong by hours.
 */
export function startOfDayMs({ answeredAtMs, totalS, idleS }: Timer): number | null {
  if (totalS === null || idleS === null) return null;
  const startMs = answeredAtMs - (totalS + idleS) * 1000;
  const quarterMs = Math.round(startMs / QUARTER_MS) * QUARTER_MS;
  const sinceMs = answeredAtMs - quarterMs;
  const isMidnight = Math.abs(startMs - quarterMs) <= SLACK_MS;
  return isMidnight && sinceMs >= -SLACK_MS && sinceMs <= LONGEST_DAY_MS + SLACK_MS
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

/** What is tracked in the day, in order, cut at the day's ends. What lies outside or is empty is left out. */
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

/** Share of the day so far that was tracked, from 0 to 1; null where it is unknown. */
export function trackedShare(totalS: number | null, idleS: number | null): number | null {
  return totalS === null || idleS === null || totalS + idleS <= 0
    ? null
    : totalS / (totalS + idleS);
}
