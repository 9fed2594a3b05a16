import { DAY_MS } from '../time/time-zone';
import type { DayOfSessions, Session, Timer } from './timer';
import { startOfDayMs } from './timer-day';

/** So many days are remembered, the present one included: on Monday, what Friday ended with. */
const MOST_DAYS = 7;
/** More sessions in a day than anybody works: the older ones of it are left out. */
const MOST_SESSIONS = 200;

/**
 * The days that two lists tell of: of each the newer answer, for an answer names all of its day. In whatever order and
 * however often answers are merged, the days are the same.
 * @returns newest first
 */
export function mergedDays(a: DayOfSessions[], b: DayOfSessions[]): DayOfSessions[] {
  const byStart = new Map<number, DayOfSessions>();
  for (const day of [...a, ...b]) {
    const known = byStart.get(day.startMs);
    if (known === undefined || isNewer(day, known)) byStart.set(day.startMs, day);
  }
  return [...byStart.values()].sort((x, y) => y.startMs - x.startMs).slice(0, MOST_DAYS);
}

/** By their moments; where those are the same second, by what they say, so that the order of merging plays no part. */
function isNewer(day: DayOfSessions, known: DayOfSessions): boolean {
  if (day.answeredAtMs !== known.answeredAtMs) return day.answeredAtMs > known.answeredAtMs;
  return JSON.stringify(day.sessions) > JSON.stringify(known.sessions);
}

/** All sessions of the days, each once, as its newest day has it; newest first. */
export function sessionsOf(days: DayOfSessions[]): Session[] {
  const known = new Set<string>();
  return days
    .flatMap(({ sessions }) => sessions)
    .filter(({ id }) => id === '' || (!known.has(id) && known.add(id)))
    .sort((x, y) => y.finishedAtMs - x.finishedAtMs);
}

/** The newest sessions of an answer, as many as are kept. */
export function newest<One extends Pick<Session, 'finishedAtMs'>>(sessions: One[]): One[] {
  return [...sessions].sort((x, y) => y.finishedAtMs - x.finishedAtMs).slice(0, MOST_SESSIONS);
}

/**
 * The answer with the days before it, as the known one has them.
 * @param dayMs when the fresh answer's day began, where the answers themselves do not say it
 */
export function withEarlier(fresh: Timer, known: Timer, dayMs: number): Timer {
  const dayOf = (timer: Timer, elseMs: number): DayOfSessions => ({
    startMs: startOfDayMs(timer) ?? elseMs,
    answeredAtMs: timer.answeredAtMs,
    sessions: timer.recent,
  });
  const today = dayOf(fresh, dayMs);
  const knownDay = dayOf(known, dayMs - daysBefore(dayMs, known.answeredAtMs) * DAY_MS);
  const days = mergedDays([knownDay, ...known.earlier], [today]);
  return {
    ...fresh,
    earlier: days.filter(({ startMs, sessions }) => startMs < today.startMs && sessions.length > 0),
  };
}

/** How many days before the one that began at `dayMs` that moment was. */
function daysBefore(dayMs: number, atMs: number): number {
  return Math.max(0, Math.ceil((dayMs - atMs) / DAY_MS));
}
