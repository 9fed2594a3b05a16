import type { Timer } from '../olie/timer';
import { dayOf } from '../olie/timer-day';
import { dateIn } from './calendar';
import { observed } from './observed';
import { projectKey } from './projects';
import type { Records } from './records';
import { sessionId } from './session-id';

/** What counts on by one second each second. */
export interface Counting {
  /** The moment at which the counts are as they are given, on the server's clock. */
  atMs: number;
  date: string;
  /** The key of its project, and the id of its session; null if the service does not tell when it began. */
  project: string | null;
  session: string | null;
}

/** What the last answer tells of the present. */
export interface Live {
  /** The date of `nowMs` where the user is. */
  today: string;
  /** The answer's day as it is by now. */
  records: Records;
  /** Null if nothing runs. */
  counting: Counting | null;
  /** The account hides times from this user. */
  isHidden: boolean;
}

/**
 * The last answer, counted on until now.
 * @param answeredAtMs when the service last said so, on its clock; null if nobody knows
 * @param nowMs the server's clock
 * @param browserTimeZone the browser's, an IANA name
 */
export function liveOf(
  timer: Timer,
  answeredAtMs: number | null,
  nowMs: number,
  personId: string,
  browserTimeZone: string,
): Live {
  const { zone, startMs, endMs } = dayOf(timer, browserTimeZone);
  const { current, hidden, totalS } = timer;
  const isDayOver = nowMs >= endMs;
  // Whole seconds after the answer: all counts turn at the same moment, and no second is lost.
  const wholeS = Math.max(0, Math.floor((nowMs - timer.answeredAtMs) / 1000));
  const countedMs = timer.answeredAtMs + wholeS * 1000;
  // Nobody knows whether it still ran at midnight.
  const atMs = isDayOver ? (answeredAtMs ?? timer.answeredAtMs) : countedMs;
  const isCounting = current !== null && !hidden && totalS !== null && !isDayOver;
  const begun = current?.startedAtMs ? current : null;
  return {
    today: dateIn(zone, nowMs),
    records: observed(timer, atMs, personId, browserTimeZone),
    counting: isCounting
      ? {
          atMs,
          date: dateIn(zone, startMs),
          project: begun && projectKey(begun),
          session: begun && sessionId(begun),
        }
      : null,
    isHidden: hidden,
  };
}
