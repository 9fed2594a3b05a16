import * as z from '../zod';
import { extraSchema } from './extra';
import type { Failure } from './failure';
import {
  isForUser,
  LEAST_RETRY_AFTER_S,
  LONGEST_DELAY_MS,
  LONGEST_RETRY_AFTER_S,
  NEW_DAY_DELAY_MS,
  NEXT_TRY,
  PATIENCE_MS,
  POPUP_AGE_MS,
  ROUNDS_UNTIL_OLD,
} from './policy';

const moment = z.nullable(z.boundedNumber());

/** When a feed was asked and when to ask it next. Browser's clock, epoch milliseconds. */
export const scheduleSchema = z.object({
  /** When the last request left; null before the first. */
  askedAtMs: moment,
  /** When an alarm asks again; null if that waits for the user. */
  dueAtMs: moment,
  /** Until when the service asked to be left alone; null if it did not. */
  pausedUntilMs: moment,
  /** Failures in a row. */
  failures: z.boundedNumber(),
  /** When the last answer came; null before the first. */
  answeredAtMs: moment,
  /** When the last whole answer came; null before the first. A 304 only says that it still holds. */
  wholeAtMs: z.catch(moment, null),
  /** When the last answer begins to count as old; null before the first, and after the clock was set back. */
  oldAtMs: moment,
  /** The disk did not take what the last round learnt. */
  isUnsaved: z.catch(z.boolean(), false),
  /** Of what is asked beside the answer; null before the first time. */
  extra: z.catch(z.nullable(extraSchema), null),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const NEVER_ASKED: Schedule = {
  askedAtMs: null,
  dueAtMs: 0,
  pausedUntilMs: null,
  failures: 0,
  answeredAtMs: null,
  wholeAtMs: null,
  oldAtMs: null,
  isUnsaved: false,
  extra: null,
};

/** Who asks: the alarm, an open popup, or the user by a button. */
export type Asker = 'alarm' | 'popup' | 'user';

/** What a round is asked for. */
export interface Wish {
  asker: Asker;
  /** The user is content with answers to requests that left since then (browser's clock). */
  sinceMs: number;
  /** Seconds between two requests. */
  intervalS: number;
  /** The service has just told that something may have changed. */
  isTold?: boolean;
}

/** How often the alarm goes off, in milliseconds: each minute for the badge, each half minute if the interval is shorter. */
export function tickMs(intervalS: number): number {
  return Math.min(intervalS, 60) * 1000;
}

/**
 * Is it time to ask?
 * @param failure of the last try; null if it succeeded
 * @param nowMs browser's clock
 */
export function isDue(
  schedule: Schedule,
  failure: Failure | null,
  { asker, sinceMs, intervalS, isTold = false }: Wish,
  nowMs: number,
): boolean {
  const { askedAtMs, dueAtMs, pausedUntilMs, failures } = schedule;
  // A full disk does not store the failure.
  const hasFailed = failure !== null || failures > 0;
  const isWaiting = failure === null ? hasFailed && dueAtMs === null : isForUser(failure);
  if (asker !== 'user' && isWaiting) {
    // Once when the browser starts, and later only while somebody looks.
    if (askedAtMs === null) return true;
    // The clock may have been set back.
    return asker === 'popup' && Math.abs(nowMs - askedAtMs) >= PATIENCE_MS;
  }
  // The computer's clock was set back: do not wait for hours.
  if (askedAtMs === null || askedAtMs > nowMs) return true;
  // A pause that the service asked for holds for the user too.
  if (nowMs < (pausedUntilMs ?? 0)) return false;
  // After a failure the delay holds: a service that only tells, and does not answer, is spared.
  if (isTold && !hasFailed) return true;
  if (asker === 'user') return askedAtMs < sinceMs || isConfirmedOnly(schedule, sinceMs);
  if (hasFailed) return dueAtMs !== null && nowMs >= dueAtMs;
  if (asker === 'popup') return nowMs - askedAtMs >= POPUP_AGE_MS;
  // The interval may be shorter now than it was when `dueAtMs` was saved.
  return nowMs >= Math.min(dueAtMs ?? 0, healthyDueMs(askedAtMs, intervalS));
}

/** True if since then the service has said only that its last answer still holds. */
function isConfirmedOnly({ answeredAtMs, wholeAtMs }: Schedule, sinceMs: number): boolean {
  return answeredAtMs !== null && answeredAtMs >= sinceMs && answeredAtMs !== wholeAtMs;
}

/** The schedule of a feed that is as due as one that was never asked. The age of its answer stays. */
export function dueAtOnce({ answeredAtMs, oldAtMs }: Schedule): Schedule {
  return { ...NEVER_ASKED, answeredAtMs, oldAtMs };
}

/** Saved before a request leaves: a worker that is killed meanwhile asks again after the interval, not at once. */
export function afterAsking(schedule: Schedule, nowMs: number, intervalS: number): Schedule {
  // If the clock was set back since the last request, nobody knows how old the answer is: it is old until the next one.
  const oldAtMs = (schedule.askedAtMs ?? 0) > nowMs ? null : schedule.oldAtMs;
  // A pause is over once the service is asked. Kept, it would last for hours if the clock was set back meanwhile.
  const pausedUntilMs = null;
  const dueAtMs = healthyDueMs(nowMs, intervalS);
  return { ...schedule, askedAtMs: nowMs, dueAtMs, pausedUntilMs, oldAtMs };
}

/**
 * The schedule after an answer: the next request comes after the interval, or when the next day has begun.
 * @param nowMs browser's clock
 * @param dayEndsAtMs on the browser's clock: the day's numbers begin again then
 */
export function afterAnswer(
  schedule: Schedule,
  nowMs: number,
  intervalS: number,
  dayEndsAtMs: number,
): Schedule {
  const askedAtMs = schedule.askedAtMs ?? nowMs;
  const newDayMs = dayEndsAtMs + NEW_DAY_DELAY_MS;
  const dueAtMs = healthyDueMs(askedAtMs, intervalS);
  return {
    ...schedule,
    askedAtMs,
    dueAtMs: newDayMs > nowMs ? Math.min(dueAtMs, newDayMs) : dueAtMs,
    pausedUntilMs: null,
    failures: 0,
    answeredAtMs: nowMs,
    wholeAtMs: nowMs,
    oldAtMs: nowMs + ROUNDS_UNTIL_OLD * intervalS * 1000,
  };
}

/** As after an answer, if the service only said that the last one still holds. */
export function afterConfirmation(
  ...[schedule, ...rest]: Parameters<typeof afterAnswer>
): Schedule {
  return { ...afterAnswer(schedule, ...rest), wholeAtMs: schedule.wholeAtMs };
}

/**
 * The schedule after a failure: the next try comes as the policy says for this failure, and not before the pause is over
 * that the service asked for.
 * @param nowMs browser's clock
 * @param random from 0 to 1
 */
export function afterFailure(
  schedule: Schedule,
  failure: Failure,
  nowMs: number,
  intervalS: number,
  random: number,
): Schedule {
  // The interval was longer while nobody looked; what is shown may be old sooner now.
  const oldAtMs =
    schedule.oldAtMs && Math.min(schedule.oldAtMs, nowMs + ROUNDS_UNTIL_OLD * intervalS * 1000);
  const pauseMs = retryAfterMs(failure);
  const pausedUntilMs = pauseMs === null ? null : (schedule.askedAtMs ?? nowMs) + pauseMs;
  const next = { ...schedule, oldAtMs, pausedUntilMs };
  if (NEXT_TRY[failure.kind] === 'alarm') {
    return { ...next, dueAtMs: healthyDueMs(nowMs, intervalS) };
  }
  const failures = schedule.failures + 1;
  if (isForUser(failure)) return { ...next, failures, dueAtMs: null };
  const leastMs = intervalS * 1000;
  const longestMs = LONGEST_DELAY_MS - tickMs(intervalS);
  const mostMs = Math.max(leastMs, Math.min(longestMs, leastMs * 2 ** failures));
  const delayMs = Math.max(leastMs, pauseMs ?? 0) + random * (mostMs - leastMs);
  return { ...next, failures, dueAtMs: nowMs + delayMs };
}

/** How long a service asked us to stay away, within bounds, in milliseconds; null if it did not ask. */
function retryAfterMs({ retryAfterS }: Failure): number | null {
  if (retryAfterS === null) return null;
  return Math.min(LONGEST_RETRY_AFTER_S, Math.max(LEAST_RETRY_AFTER_S, retryAfterS)) * 1000;
}

/** The alarm is never exact: what falls due before the middle of the next gap is asked now, not a tick late. */
function healthyDueMs(askedAtMs: number, intervalS: number): number {
  return askedAtMs + intervalS * 1000 - tickMs(intervalS) / 2;
}
