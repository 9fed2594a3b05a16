import { type Failure, failure } from '../core/feeds/failure';
import { readMessage } from './message';

/**
 * The failure that an HTTP status stands for.
 * @param body parsed; undefined if it is not JSON
 */
export function failureOfStatus(
  status: number,
  body: unknown,
  retryAfterS: number | null,
): Failure {
  const message = readMessage(body);
  if (status === 401 || status === 403) return failure('token-refused', message);
  if (status === 404) return failure('unknown-id', message);
  if (status === 429) return failure('too-many-requests', message, retryAfterS);
  return failure('server-error', message, retryAfterS);
}

/** `Retry-After`, which has seconds or a date (RFC 9110, 10.2.3), as seconds from now; else null. */
export function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value);
  const untilMs = Date.parse(value);
  if (Number.isNaN(untilMs)) return null;
  // By the server's clock: ours may be hours off.
  const serverNowMs = Date.parse(headers.get('date') ?? '');
  const nowMs = Number.isNaN(serverNowMs) ? Date.now() : serverNowMs;
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}
