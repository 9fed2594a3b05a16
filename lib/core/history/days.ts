import type { Zone } from '../time/time-zone';
import { addDays, startOfDate } from './calendar';
import { countWhile } from './count-while';
import { isDeleted, UNWATCHED_MS } from './merge';
import { type ProjectTime, projectTimes } from './projects';
import type { DayRecord, Records, SessionRecord, Stretch } from './records';
import { secondsIn } from './seconds-in';
import { sessionsBetween } from './sessions-between';

/** What lies in a day of one session. */
export interface SessionPart {
  session: SessionRecord;
  fromMs: number;
  toMs: number;
  seconds: number;
}

/** A day as it is shown. Every second is of one day, and the seconds of its projects add up to its total. */
export interface HistoryDay {
  date: string;
  startMs: number;
  endMs: number;
  zone: Zone;
  /** Nothing was told of it. */
  isUnknown: boolean;
  /** The account hides times: what, not how long. */
  isHidden: boolean;
  totalS: number;
  /** Null if the service did not tell it. */
  idleS: number | null;
  /** It is over, and the browser was not there to its end: the total is at least this much. */
  isPartial: boolean;
  /** Until when all of its sessions are known; null if they do not explain what the service counted. */
  toldToMs: number | null;
  /** When the browser was not there, as far as the day has gone. In order. */
  unwatched: Stretch[];
  /** Newest first. */
  parts: SessionPart[];
  /** Most time first. */
  projects: ProjectTime[];
}

/**
 * The days of these dates.
 * @param dates in order
 * @param records of one person: those days with their neighbours, and all sessions that lie in them
 * @param zone where days are of which nothing was told, if nothing was told before or after them
 * @param nowMs the server's clock
 */
export function historyDays(
  dates: string[],
  { days, sessions }: Records,
  zone: Zone,
  nowMs: number,
): HistoryDay[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const inOrder = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const between = sessionsBetween(sessions);
  const knownIn = (date: string, record: DayRecord | undefined) => (session: SessionRecord) => {
    if (!isDeleted(session, byDate.get(session.date))) return [session];
    // It may have moved to another day because its end was corrected. An earlier day keeps what its own answer had counted.
    if (record === undefined || date >= session.date) return [];
    if (session.startedAtMs >= record.answeredAtMs) return [];
    return [{ ...session, finishedAtMs: Math.min(session.finishedAtMs, record.answeredAtMs) }];
  };
  return dates.map((date) => {
    const record = byDate.get(date);
    const place = placeOf(date, inOrder, byDate, zone);
    const known = between(place.startMs, place.endMs).flatMap(knownIn(date, record));
    return historyDay(date, place, record, known, nowMs);
  });
}

/** The days without times, if the account hides them. That holds also for days from before it did. */
export function withHidden(days: HistoryDay[], isHidden: boolean): HistoryDay[] {
  return isHidden ? days.map((day) => ({ ...day, isHidden })) : days;
}

interface Place extends Pick<HistoryDay, 'startMs' | 'endMs' | 'zone'> {
  /** When the day would end if the person stayed in this time zone. */
  dueMs: number;
}

/** A day ends when the next one begins, also where somebody moved to another zone. */
function placeOf(
  date: string,
  inOrder: DayRecord[],
  byDate: Map<string, DayRecord>,
  fallback: Zone,
): Place {
  const zone = zoneNear(date, inOrder, fallback);
  const startMs = byDate.get(date)?.startMs ?? startOfDate(date, zone);
  const next = addDays(date, 1);
  const dueMs = startOfDate(next, zone);
  const endMs = byDate.get(next)?.startMs ?? dueMs;
  return { startMs, endMs: Math.max(startMs, endMs), zone, dueMs };
}

/** The zone of that day, or of the last one before it, or of the first one after it. @param days in order */
function zoneNear(date: string, days: DayRecord[], fallback: Zone): Zone {
  const count = countWhile(days, (day) => day.date <= date);
  return (days[count - 1] ?? days[count])?.zone ?? fallback;
}

function historyDay(
  date: string,
  { dueMs, ...place }: Place,
  record: DayRecord | undefined,
  sessions: SessionRecord[],
  nowMs: number,
): HistoryDay {
  const { startMs, endMs } = place;
  const seenToMs = Math.min(endMs, dueMs);
  const parts = sessions
    .filter((session) => liesIn(session, place))
    .map((session) => ({
      session,
      fromMs: Math.max(startMs, session.startedAtMs),
      toMs: Math.min(endMs, session.finishedAtMs),
      seconds: secondsIn(session, startMs, endMs),
    }))
    .sort((a, b) => b.toMs - a.toMs || b.fromMs - a.fromMs);
  const totalS = totalOf(record, parts, endMs);
  return {
    date,
    ...place,
    isUnknown: record === undefined && parts.length === 0,
    isHidden: record?.isHidden ?? false,
    totalS,
    idleS: record?.idleS ?? null,
    isPartial:
      endMs <= nowMs && unseenMs(record?.answeredAtMs ?? startMs, seenToMs, parts) > UNWATCHED_MS,
    toldToMs: record && record.completeAtMs === record.answeredAtMs ? record.answeredAtMs : null,
    unwatched: gaps(record?.watched ?? [], { fromMs: startMs, toMs: Math.min(seenToMs, nowMs) }),
    parts,
    projects: projectTimes(parts, totalS),
  };
}

function liesIn(
  session: SessionRecord,
  { startMs, endMs }: Pick<Place, 'startMs' | 'endMs'>,
): boolean {
  const { finishedAtMs } = session;
  // A session that lasts no time lies in the day in which it ends: it has just begun, or ends before its start.
  const endsInDay = finishedAtMs > startMs && finishedAtMs <= endMs;
  return endsInDay || secondsIn(session, startMs, endMs) > 0;
}

/** The service's own total, and what is known of the time after its last answer: a session that went on over midnight. */
function totalOf(record: DayRecord | undefined, parts: SessionPart[], endMs: number): number {
  const countedUntilMs = record?.totalS == null ? Number.NEGATIVE_INFINITY : record.answeredAtMs;
  const after = parts.map(({ session, fromMs }) =>
    secondsIn(session, Math.max(fromMs, countedUntilMs), endMs),
  );
  return after.reduce((total, seconds) => total + seconds, record?.totalS ?? 0);
}

/** How much of the time after the last answer no session tells of. */
function unseenMs(answeredAtMs: number, endMs: number, parts: SessionPart[]): number {
  const told = gaps(parts, { fromMs: answeredAtMs, toMs: endMs }, 0);
  return told.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

/** What of a stretch the others leave open, if it is longer than `leastMs`. In order. */
export function gaps(covering: Stretch[], within: Stretch, leastMs = UNWATCHED_MS): Stretch[] {
  const found: Stretch[] = [];
  let { fromMs } = within;
  const end = { fromMs: within.toMs, toMs: within.toMs };
  for (const next of [...covering.toSorted((a, b) => a.fromMs - b.fromMs), end]) {
    const toMs = Math.min(next.fromMs, within.toMs);
    if (toMs - fromMs > leastMs) found.push({ fromMs, toMs });
    fromMs = Math.max(fromMs, next.toMs);
  }
  return found;
}
