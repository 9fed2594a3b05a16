import { type Day, dayFrom, fractionOfDay, startOfDay, zoneOfDay } from '../time/day';
import { HOUR_MS, type Zone } from '../time/time-zone';
import { projectTitle, type Timer } from './timer';

/** All zones are multiples of a quarter of an hour from UTC. */
const QUARTER_MS = 900_000;
/** `Date` and the totals are whole seconds, rounded one by one, and a slow service counts before it answers. */
const SLACK_MS = 15_000;
/** The day on which summer time ends. */
const LONGEST_DAY_MS = 25 * HOUR_MS;

/**
 * The user's day as the answer counts it: it began at the moment of the answer - (total + idle). Without such numbers it
 * is the day of the zone where the user was found before, or else the browser's day.
 * @param browserTimeZone the browser's, an IANA name
 */
export function dayOf(timer: Timer, browserTimeZone: string): Day {
  const startMs = startOfDayMs(timer, browserTimeZone);
  const zone = zoneOf(timer, timer.zone, startMs, browserTimeZone);
  return dayFrom(startMs ?? startOfDay(zone, timer.answeredAtMs), zone);
}

/**
 * The zone to keep with a fresh answer, so that views need not look for it; undefined if it is the browser's.
 * @param previous the answer before it
 */
export function zoneToKeep(
  fresh: Timer,
  previous: Timer | null,
  browserTimeZone: string,
): Zone | undefined {
  const before = previous?.zone;
  const startMs = startOfDayMs(before ? { ...fresh, zone: before } : fresh, browserTimeZone);
  // On a new day, a fixed offset that still fits may hide a zone whose clock changes in that day.
  const mayStay =
    before?.kind === 'named' ||
    startMs === null ||
    (previous !== null && startOfDayMs(previous, browserTimeZone) === startMs);
  const zone = zoneOf(fresh, mayStay ? before : undefined, startMs, browserTimeZone);
  return zone.kind === 'named' && zone.timeZone === browserTimeZone ? undefined : zone;
}

function zoneOf(
  { answeredAtMs }: Timer,
  known: Zone | undefined,
  startMs: number | null,
  browserTimeZone: string,
): Zone {
  if (startMs === null) return known ?? { kind: 'named', timeZone: browserTimeZone };
  return zoneOfDay(startMs, browserTimeZone, answeredAtMs - SLACK_MS, known);
}

/**
 * When the user's day began, by the service's own numbers. Null if it did not send them, or if they lead to no possible
 * start of that day: a service that counts an overnight timer from its start does that, and every time of day would be
 * wrong by hours.
 * @param browserTimeZone the browser's, an IANA name. Without it, a start that only passes for a midnight is not noticed
 */
export function startOfDayMs(timer: Timer, browserTimeZone?: string): number | null {
  const { answeredAtMs, totalS, idleS } = timer;
  if (totalS === null || idleS === null) return null;
  const startMs = answeredAtMs - (totalS + idleS) * 1000;
  const quarterMs = Math.round(startMs / QUARTER_MS) * QUARTER_MS;
  const sinceMs = answeredAtMs - quarterMs;
  const isPossible =
    Math.abs(startMs - quarterMs) <= SLACK_MS &&
    sinceMs >= -SLACK_MS &&
    sinceMs <= LONGEST_DAY_MS + SLACK_MS;
  if (!isPossible) return null;
  return browserTimeZone !== undefined && isSuspect(timer, quarterMs, browserTimeZone)
    ? null
    : quarterMs;
}

/**
 * Is that start of the day only a coincidence? Each quarter of an hour is midnight in some zone. So if the service counts
 * from another moment, such as the start of an overnight timer, that moment passes for a midnight if it is within 15 s of a
 * quarter.
 * - It is a true midnight if it is one in the browser's zone, or in the zone where the user was found before.
 * - It is none if a session began just then.
 * - Otherwise, if there is no idle time, it is one only if it is some time ago and a session went on over it.
 */
function isSuspect(timer: Timer, startMs: number, browserTimeZone: string): boolean {
  const { answeredAtMs, current, recent, zone, idleS } = timer;
  const isMidnight = (one: Zone) => startOfDay(one, startMs) === startMs;
  if (isMidnight({ kind: 'named', timeZone: browserTimeZone })) return false;
  if (zone && isMidnight(zone)) return false;
  const running = current?.startedAtMs
    ? [{ startedAtMs: current.startedAtMs, finishedAtMs: Number.POSITIVE_INFINITY }]
    : [];
  const rows = [...recent, ...running];
  if (rows.some(({ startedAtMs }) => Math.abs(startedAtMs - startMs) <= SLACK_MS)) return true;
  const isOver = ({ startedAtMs, finishedAtMs }: (typeof rows)[number]) =>
    startedAtMs < startMs && finishedAtMs > startMs;
  return (idleS ?? 0) <= 0 && !(answeredAtMs - startMs > SLACK_MS && rows.some(isOver));
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
