import { type Failure, failure } from '../core/feeds/failure';
import { readHttpDate } from './http-date';
import { readMessage } from './message';
import { verdicts } from './refusal';

const REFUSALS = [401, 403, 404];
/** Only what is between us and a service answers with these: a proxy or a network that wants a log-in. */
const BETWEEN = [407, 511];

/**
 * The failure that an HTTP status stands for.
 * @param body parsed, without secrets; undefined if it is not JSON
 * @param whole the same with all that was sent; only its shape is looked at
 */
export function failureOfStatus(
  status: number,
  body: unknown,
  retryAfterS: number | null,
  whole = body,
): Failure {
  const message = readMessage(body, true);
  if (BETWEEN.includes(status) || (REFUSALS.includes(status) && !isServicesOwn(whole))) {
    return failure('intercepted', null, retryAfterS);
  }
  if (status === 401 || status === 403) return failure('token-refused', message);
  if (status === 404) return failure('unknown-id', message);
  if (status === 429) return failure('too-many-requests', message, retryAfterS);
  return failure('server-error', message, retryAfterS);
}

/** What the services' documents show in a refusal. */
const OWN_FIELDS = ['message', 'code', 'error', 'errors', 'feedback', 'response', 'success'];

/**
 * Is that how the services refuse? Proxies, firewalls and servers that are just being replaced send HTML or nothing. An
 * empty object is a service's own: PHP makes `[]` of it.
 */
function isServicesOwn(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  if (Object.keys(body).length === 0) return true;
  return verdicts(body).some((verdict) => OWN_FIELDS.some((name) => name in verdict));
}

/** More than anybody waits, and no larger than what can be stored. */
const MOST_DIGITS = 14;

/**
 * `Retry-After`, which has seconds or a date (RFC 9110, 10.2.3), as seconds from now; else null. If a service and a proxy have
 * set it, browsers join the values: the first one counts.
 */
export function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after') ?? '';
  const [seconds] = /^\d+(?=,|$)/.exec(value) ?? [];
  if (seconds) return Number(seconds.slice(0, MOST_DIGITS));
  const untilMs = readHttpDate(value);
  if (Number.isNaN(untilMs)) return null;
  // By the server's clock: ours may be hours off.
  const nowMs = readHttpDate(headers.get('date') ?? '') || Date.now();
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}
