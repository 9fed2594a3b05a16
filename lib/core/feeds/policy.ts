import type { FailureKind } from './failure';

/** How the services are asked, in numbers and with the reasons. What applies them is schedule.ts. */

/**
 * After failures the delay doubles until the next try comes this long after the last, the wait for the alarm included: a
 * third of the requests of health for a service that struggles, and back soon enough for a person. With a quarter of an
 * hour, 5 % of a fleet still had nothing 12 min after an outage of 30 (`npm run fleet`); so everybody is back after 5.
 */
export const LONGEST_DELAY_MS = 5 * 60_000;
/** `Retry-After` is honoured within these. Zero would be a loop; a day, or a mistaken date, would be a dead timer. */
export const LEAST_RETRY_AFTER_S = 1;
export const LONGEST_RETRY_AFTER_S = 3600;
/** Where nobody is at the computer, the services are asked this often at most; and at once when somebody is back. */
export const AWAY_INTERVAL_S = 300;
/** An opened popup asks for what is older than this: a person looks now. */
export const POPUP_AGE_MS = 10_000;
/** Answers this many intervals old are shown as old: one or two lost ones are no news. */
export const ROUNDS_UNTIL_OLD = 3;
/** Asked just after the user's midnight, so that the service has begun the new day. */
export const AFTER_MIDNIGHT_MS = 2_000;
/** Requests on the wire at a time: what one person's browser may ask of a host. */
export const AT_A_TIME = 4;
/** An execution that is gone (404): so many other ids that are known are tried, then it waits for the user. */
export const MOST_OTHER_IDS = 3;

/**
 * After which failure what is asked next. After an answer it is always the normal interval, at once.
 *
 * - `user`: nothing changes until the user does something; asking again would only be noise, or lock an account.
 * - `alarm`: with the next alarm, like after an answer.
 * - `delay`: doubling with full jitter from the interval to the longest delay, so that a service that comes back is not
 *   met by everybody at once; never sooner than the interval, so that no fault makes more requests than health. What the
 *   service asks for (`Retry-After`) is a minimum, and the jitter comes on top of it: it tells everybody the same.
 */
export const NEXT_TRY: Record<FailureKind, 'user' | 'alarm' | 'delay'> = {
  permission: 'user',
  'token-refused': 'user',
  'unknown-id': 'user',
  // Nothing leaves the computer, and browsers are wrong about it: believed only until the next alarm.
  offline: 'alarm',
  network: 'delay',
  timeout: 'delay',
  'too-many-requests': 'delay',
  'server-error': 'delay',
  // A captive portal, mostly: it may be gone in a minute.
  'unexpected-answer': 'delay',
};
