import { type Day, dayNear, startOfDay } from '../time/day';
import type { DayOfSessions } from './sessions';
import type { Session } from './timer';

/** A day with the sessions that lie in it, wholly or partly. */
interface SessionDay {
  day: Day;
  /** Newest first. */
  sessions: Session[];
}

/**
 * The sessions by day: a session that went on over midnight is in both days. The first day is today, also without any.
 * @param recent of the last answer: mostly today's, but some services name older ones
 * @param earlier the days before
 */
export function sessionDays(recent: Session[], earlier: DayOfSessions[], today: Day): SessionDay[] {
  const known = new Set(recent.map(({ id }) => id));
  const before = earlier.filter(({ startMs }) => startMs < today.startMs);
  // The last answer is the whole truth about today. Of two days, the newer one knows better.
  const older = before.flatMap(({ sessions }) => sessions.filter((one) => isNew(one, known)));
  const all = [...recent, ...older].sort((a, b) => b.finishedAtMs - a.finishedAtMs);
  const days = daysBefore(all, before, today).map((day) => ({
    day,
    sessions: all.filter((session) => liesIn(session, day)),
  }));
  return [{ day: today, sessions: recent.filter((one) => endsAfter(one, today)) }, ...days];
}

/** Whole seconds of the sessions that lie in the day. */
export function secondsWithin({ startMs, endMs }: Day, sessions: Session[]): number {
  return sessions.reduce((sum, { startedAtMs, finishedAtMs }) => {
    const partMs = Math.min(endMs, finishedAtMs) - Math.max(startMs, startedAtMs);
    return sum + Math.max(0, Math.floor(partMs / 1000));
  }, 0);
}

/** Remembers its id, too. A session without an id is always a new one. */
function isNew({ id }: Session, known: Set<string>): boolean {
  const isKnown = id !== '' && known.has(id);
  known.add(id);
  return !isKnown;
}

/** The remembered days, and those in which the other sessions ended; newest first. */
function daysBefore(all: Session[], before: DayOfSessions[], today: Day): Day[] {
  const days = before.map(({ startMs }) => dayNear(startMs, today.zone));
  for (const session of all) {
    if (endsAfter(session, today) || days.some((day) => endsIn(session, day))) continue;
    days.push(dayNear(startOfDay(today.zone, session.finishedAtMs - 1), today.zone));
  }
  days.sort((a, b) => b.startMs - a.startMs);
  // Never beyond the next one: every second is of one day.
  return days.map((day, index) => ({
    ...day,
    endMs: Math.min(day.endMs, (days[index - 1] ?? today).startMs),
  }));
}

function endsAfter({ finishedAtMs }: Session, { startMs }: Day): boolean {
  return finishedAtMs > startMs;
}

function endsIn(session: Session, day: Day): boolean {
  return endsAfter(session, day) && session.finishedAtMs <= day.endMs;
}

function liesIn(session: Session, day: Day): boolean {
  return endsIn(session, day) || (endsAfter(session, day) && session.startedAtMs < day.endMs);
}
