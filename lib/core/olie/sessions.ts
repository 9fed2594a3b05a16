import { DAY_MS } from '../time/day';
import * as z from '../zod';
import { type Session, sessionSchema, type Timer } from './timer';
import { startOfDayMs } from './timer-day';

/** More sessions than anybody has in a day: older ones of that day are left out. */
const MOST_SESSIONS = 200;
/** More rows than are ever stored: no more of a broken list is looked at. */
const MOST_ROWS = 1000;

/** What the newest answer of a day said. */
const daySchema = z.object({
  /** When the day began, to a quarter of an hour: which day it is. */
  startMs: z.boundedNumber(),
  answeredAtMs: z.boundedNumber(),
  /** Newest first. */
  sessions: z.rows(sessionSchema),
});
export type DayOfSessions = z.infer<typeof daySchema>;

const storedDay = z.object({ ...daySchema.shape, sessions: z.array(z.unknown()) });
const storedDays = z.object({ connectionId: z.string(), days: z.array(z.unknown()) });

/** The sessions of the days before today. */
export interface EarlierDays {
  /** The connection that these days were learnt with. */
  connectionId: string;
  /** Newest first. */
  days: DayOfSessions[];
}

/**
 * The stored earlier days; none if they belong to another connection. They are nowhere else, so a day or session that
 * cannot be read costs no other.
 */
export function parseEarlierDays(stored: unknown, connectionId: string): EarlierDays {
  const parsed = z.safeParse(storedDays, stored);
  const isOwn = parsed.success && parsed.data.connectionId === connectionId;
  return { connectionId, days: isOwn ? parsed.data.days.slice(0, MOST_ROWS).flatMap(readDay) : [] };
}

function readDay(stored: unknown): DayOfSessions[] {
  const day = z.safeParse(storedDay, stored).data;
  if (!day) return [];
  const sessions = day.sessions.slice(0, MOST_ROWS).flatMap((row) => {
    return z.safeParse(sessionSchema, row).data ?? [];
  });
  return [{ ...day, sessions }];
}

/** The newest sessions of an answer, as many as are kept. */
export function newest<One extends Pick<Session, 'finishedAtMs'>>(sessions: One[]): One[] {
  return [...sessions].sort((x, y) => y.finishedAtMs - x.finishedAtMs).slice(0, MOST_SESSIONS);
}

/**
 * The known answer's day, if the fresh answer tells of a later one: it is about to be forgotten.
 * @param dayMs when the fresh answer's day began, if the answer itself does not say
 * @param browserTimeZone the browser's, an IANA name
 * @returns null if both are of the same day, or the known one had no sessions
 */
export function dayLeftBehind(
  known: Timer,
  fresh: Timer,
  dayMs: number,
  browserTimeZone?: string,
): DayOfSessions | null {
  const { answeredAtMs, recent: sessions } = known;
  const startMs =
    startOfDayMs(known, browserTimeZone) ?? dayMs - daysBetween(answeredAtMs, dayMs) * DAY_MS;
  const isOver = startMs < (startOfDayMs(fresh, browserTimeZone) ?? dayMs);
  return isOver && sessions.length > 0 ? { startMs, answeredAtMs, sessions } : null;
}

/** How many days before the one that began at `dayMs` a moment was; 0 if it was later. */
function daysBetween(atMs: number, dayMs: number): number {
  return Math.max(0, Math.ceil((dayMs - atMs) / DAY_MS));
}
