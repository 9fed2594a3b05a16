import * as s from '../schema';
import { type Failure, isForUser } from './failure';
import {
  AFTER_MIDNIGHT_MS,
  LEAST_RETRY_AFTER_S,
  LONGEST_DELAY_MS,
  LONGEST_RETRY_AFTER_S,
  NEXT_TRY,
  POPUP_AGE_MS,
  ROUNDS_UNTIL_OLD,
} from './policy';

/** When a feed was asked and when it is asked again. Browser's clock, epoch milliseconds. */
export const scheduleSchema = s.object({
  /** When the last request left; null before the first. */
  askedAtMs: s.nullable(s.number()),
  /** When an alarm asks again; null where that waits for the user. */
  dueAtMs: s.nullable(s.number()),
  /** Failures in a row. */
  failures: s.number(),
  /** When the last answer came; null before the first. */
  answeredAtMs: s.nullable(s.number()),
  /** From when on the last answer is shown as old; null before the first answer. */
  oldAtMs: s.nullable(s.number()),
});
export type Schedule = s.infer<typeof scheduleSchema>;

export const NEVER_ASKED: Schedule = {
  askedAtMs: null,
  dueAtMs: 0,
  failures: 0,
  answeredAtMs: null,
  oldAtMs: null,
};

/** Who asks: the alarm, an opened popup, or the user by a button. */
export type Asker = 'alarm' | 'popup' | 'user';

/** What a round is asked for. */
export interface Wish {
  asker: Asker;
  /** The user is content with what was asked for since then (browser's clock): the round that they joined. */
  sinceMs: number;
  /** The preferred seconds between two requests, which may be shorter now than when a due time was saved. */
  intervalS: number;
}

/** How often the alarm goes off, in milliseconds: each minute for the badge, each half where the interval is that short. */
export function tickMs(intervalS: number): number {
  return Math.min(intervalS, 60) * 1000;
}

/**
 * Is it time to ask?
 * @param failure of the last try; null where it succeeded
 * @param nowMs browser's clock
 */
export function isDue(
  { askedAtMs, dueAtMs }: Schedule,
  failure: Failure | null,
  { asker, sinceMs, intervalS }: Wish,
  nowMs: number,
): boolean {
  if (asker !== 'user' && failure !== null && isForUser(failure)) return false;
  // A clock that was set back must not put the next request hours away.
  if (askedAtMs === null || askedAtMs > nowMs) return true;
  // A service said how long to leave it alone: also to the user, who may otherwise try again at any time.
  if (nowMs < (pauseEndsMs({ askedAtMs }, failure) ?? 0)) return false;
  if (asker === 'user') return askedAtMs < sinceMs;
  if (failure !== null) return dueAtMs !== null && nowMs >= dueAtMs;
  if (asker === 'popup') return nowMs - askedAtMs >= POPUP_AGE_MS;
  return dueAtMs === null || nowMs >= Math.min(dueAtMs, healthyDueMs(askedAtMs, intervalS));
}

/** As due as one that was never asked; what was answered is as old as before. */
export function dueAtOnce({ answeredAtMs, oldAtMs }: Schedule): Schedule {
  return { ...NEVER_ASKED, answeredAtMs, oldAtMs };
}

/** Before a request leaves: a worker killed while it waits asks again when the interval is over, not at once. */
export function afterAsking(schedule: Schedule, nowMs: number, intervalS: number): Schedule {
  return { ...schedule, askedAtMs: nowMs, dueAtMs: healthyDueMs(nowMs, intervalS) };
}

/**
 * @param midnightMs the user's next midnight on the browser's clock: then the day's numbers begin again
 */
export function afterAnswer(
  schedule: Schedule,
  nowMs: number,
  intervalS: number,
  midnightMs: number,
): Schedule {
  const askedAtMs = schedule.askedAtMs ?? nowMs;
  const newDayMs = midnightMs + AFTER_MIDNIGHT_MS;
  const dueAtMs = healthyDueMs(askedAtMs, intervalS);
  return {
    askedAtMs,
    dueAtMs: newDayMs > nowMs ? Math.min(dueAtMs, newDayMs) : dueAtMs,
    failures: 0,
    answeredAtMs: nowMs,
    oldAtMs: nowMs + ROUNDS_UNTIL_OLD * intervalS * 1000,
  };
}

/**
 * The next try as the policy has it for this failure, and not before the service wants to be asked again.
 * @param random from 0 to 1
 */
export function afterFailure(
  schedule: Schedule,
  failure: Failure,
  nowMs: number,
  intervalS: number,
  random: number,
): Schedule {
  // While nobody looked, answers were to last longer.
  const oldAtMs =
    schedule.oldAtMs && Math.min(schedule.oldAtMs, nowMs + ROUNDS_UNTIL_OLD * intervalS * 1000);
  if (NEXT_TRY[failure.kind] === 'alarm') {
    return { ...schedule, oldAtMs, dueAtMs: healthyDueMs(nowMs, intervalS) };
  }
  const failures = schedule.failures + 1;
  if (isForUser(failure)) return { ...schedule, failures, oldAtMs, dueAtMs: null };
  const leastMs = intervalS * 1000;
  const longestMs = LONGEST_DELAY_MS - tickMs(intervalS);
  const mostMs = Math.max(leastMs, Math.min(longestMs, leastMs * 2 ** failures));
  const askedForMs = (boundedRetryAfterS(failure) ?? 0) * 1000;
  const dueAtMs = nowMs + Math.max(leastMs, askedForMs) + random * (mostMs - leastMs);
  return { ...schedule, failures, oldAtMs, dueAtMs };
}

/** When the pause ends that a service asked for; null where it asked for none. Browser's clock, epoch milliseconds. */
export function pauseEndsMs(
  { askedAtMs }: Pick<Schedule, 'askedAtMs'>,
  failure: Failure | null,
): number | null {
  const waitS = failure && boundedRetryAfterS(failure);
  return waitS === null || askedAtMs === null ? null : askedAtMs + waitS * 1000;
}

/** The seconds that a service asked us to stay away, within bounds; null where it did not ask. */
function boundedRetryAfterS({ retryAfterS }: Failure): number | null {
  if (retryAfterS === null) return null;
  return Math.min(LONGEST_RETRY_AFTER_S, Math.max(LEAST_RETRY_AFTER_S, retryAfterS));
}

/** The alarm is never exact: what falls due before the middle of the next gap is asked now rather than a tick late. */
function healthyDueMs(askedAtMs: number, intervalS: number): number {
  return askedAtMs + intervalS * 1000 - tickMs(intervalS) / 2;
}
