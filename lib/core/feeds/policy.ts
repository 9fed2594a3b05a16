import type { Failure, FailureKind } from './failure';

/** How services are asked: the numbers, with their reasons. schedule.ts applies them. */

/**
 * After failures the delay doubles, up to this long between two tries, the wait for the alarm included. That spares a
 * struggling service, and everybody is back five minutes after an outage (docs/decisions/polling-at-scale.md).
 */
export const LONGEST_DELAY_MS = 5 * 60_000;
/** `Retry-After` is honoured within these bounds. Zero would be a loop; a day would be a dead timer. */
export const LEAST_RETRY_AFTER_S = 1;
export const LONGEST_RETRY_AFTER_S = 3600;
/** The shortest interval while nobody is at the computer. Once somebody is back, services are asked at once. */
export const AWAY_INTERVAL_S = 300;
/** So long a service may say that its last answer still holds. Then it is asked for a whole one. */
export const LONGEST_CONFIRMED_MS = 15 * 60_000;
/** An open popup asks for what is older than this: a person is looking. */
export const POPUP_AGE_MS = 10_000;
/** How long after a refusal an open popup asks once more, with the same token and id. */
export const PATIENCE_MS = 60 * 60_000;
/** An answer counts as old after this many intervals: one or two lost answers are no news. */
export const ROUNDS_UNTIL_OLD = 3;
/** How long after the user's day has ended to ask, so that the service has begun the new one. */
export const NEW_DAY_DELAY_MS = 2_000;
/** How many requests are out at a time: a browser's fair share of a host. */
export const AT_A_TIME = 4;
/** How many streams are open at a time. Browsers open six connections to a host; requests need some. */
export const MOST_STREAMS = 4;
/** A service that tells of changes makes us ask this often at most. */
export const TOLD_EVERY_MS = 1_000;
/** A stream that ended by itself is opened again after this, and each time after twice as long, until it brings a message. */
export const LISTEN_AGAIN_MS = 15_000;
/** How many other known ids are tried if an execution is gone (404). Then it waits for the user. */
export const MOST_OTHER_IDS = 3;

/**
 * When to ask again after a failure. After an answer it is always the normal interval.
 *
 * - `user`: nothing changes until the user acts. Asking again and again would be noise, or could lock an account.
 * - `alarm`: with the next alarm, as after an answer.
 * - `delay`: doubling, with full jitter, from the interval up to the longest delay. Never sooner than the interval, so
 *   a fault never makes more requests than health. `Retry-After` is a minimum and the jitter comes on top: the service
 *   tells every browser the same time.
 */
export const NEXT_TRY: Record<FailureKind, 'user' | 'alarm' | 'delay'> = {
  permission: 'user',
  'token-refused': 'user',
  'unknown-id': 'user',
  // Browsers are sometimes wrong about being offline, and trying costs no request.
  offline: 'alarm',
  network: 'delay',
  // Deploys and firewalls pass; the token may be good.
  intercepted: 'delay',
  timeout: 'delay',
  'too-many-requests': 'delay',
  'server-error': 'delay',
  // Mostly a captive portal, which may be gone in a minute.
  refused: 'delay',
  'unexpected-answer': 'delay',
  storage: 'delay',
};

/**
 * True if nothing changes until the user does something. Until then it is asked only when the browser starts, and by a popup
 * that is open after PATIENCE_MS: refusals may be mistakes, too.
 */
export function isForUser({ kind }: Failure): boolean {
  return NEXT_TRY[kind] === 'user';
}
