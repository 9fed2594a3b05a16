import { shownEstimate } from '../olie/estimate';
import { type Session, sessionSeconds, type Timer, timerClocks } from '../olie/timer';
import { dayOf } from '../olie/timer-day';
import { readSeconds } from '../time/clock';
import type { Day } from '../time/day';
import { dateIn } from './calendar';
import type { DayRecord, Records, SessionRecord } from './records';
import { secondsIn } from './seconds-in';
import { sessionId } from './session-id';

/** The service counts in whole seconds, and its rows may be a moment older than its total. */
const SLACK_S = 60;

/**
 * What an answer tells of its day.
 * @param seenAtMs the moment for which it is known to be true (server's clock): its own, or a later one
 * @param browserTimeZone the browser's, an IANA name
 */
export function observed(
  timer: Timer,
  seenAtMs: number,
  personId: string,
  browserTimeZone: string,
): Records {
  const day = dayOf(timer, browserTimeZone);
  const answeredAtMs = Math.min(Math.max(seenAtMs, timer.answeredAtMs), day.endMs);
  const record = (session: Session, isRunning: boolean): SessionRecord => ({
    ...session,
    id: sessionId(session),
    personId,
    // What ends at midnight is of the day that ends.
    date: dateIn(day.zone, session.finishedAtMs - 1),
    seenAtMs: answeredAtMs,
    isRunning,
    ...(isRunning && expectedBy(timer)),
  });
  const running = runningUntil(timer, answeredAtMs);
  const sessions = [
    ...timer.recent.map((session) => record(session, false)),
    ...running.map((session) => record(session, true)),
  ];
  return { days: [dayRecord(timer, day, answeredAtMs, sessions, personId)], sessions };
}

function dayRecord(
  timer: Timer,
  day: Day,
  answeredAtMs: number,
  sessions: SessionRecord[],
  personId: string,
): DayRecord {
  const { total, idle } = timerClocks(timer);
  const totalS = total && readSeconds(total, answeredAtMs);
  return {
    personId,
    date: dateIn(day.zone, day.startMs),
    startMs: day.startMs,
    zone: day.zone,
    totalS,
    idleS: idle && readSeconds(idle, answeredAtMs),
    isHidden: timer.hidden,
    answeredAtMs,
    completeAtMs: isComplete(totalS, day, sessions) ? answeredAtMs : null,
    watched: [{ fromMs: answeredAtMs, toMs: answeredAtMs }],
  };
}

/** Only the running project is asked for. */
function expectedBy(timer: Timer): Pick<SessionRecord, 'expected'> {
  const estimate = shownEstimate(timer);
  if (estimate === null) return {};
  return { expected: { seconds: estimate.expectedS, toldAtMs: estimate.answeredAtMs } };
}

/** The running execution as it is so far. Without a start, nobody knows how long it is. */
function runningUntil({ current }: Timer, nowMs: number): Session[] {
  if (!current?.startedAtMs) return [];
  const { startedAtMs } = current;
  const finishedAtMs = Math.max(startedAtMs, nowMs);
  return [{ ...current, startedAtMs, finishedAtMs, finishedReason: null }];
}

/** Do the sessions add up to the total? Some services count a session over midnight as a whole. */
function isComplete(totalS: number | null, day: Day, sessions: SessionRecord[]): boolean {
  if (totalS === null) return false;
  const ofToday = sessions.filter(({ finishedAtMs }) => finishedAtMs > day.startMs);
  const sums = [
    sum(ofToday.map((session) => secondsIn(session, day.startMs, day.endMs))),
    sum(ofToday.map(sessionSeconds)),
  ];
  return sums.some((knownS) => Math.abs(knownS - totalS) <= SLACK_S);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
