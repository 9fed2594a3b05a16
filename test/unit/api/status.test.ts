import { expect, test } from 'vitest';
import { failureOfStatus, readRetryAfter } from '../../../lib/api/status';

test.each([
  [401, 'token-refused'],
  [403, 'token-refused'],
  [404, 'unknown-id'],
  [429, 'too-many-requests'],
  [400, 'server-error'],
  [418, 'server-error'],
  [422, 'server-error'],
  [500, 'server-error'],
  [502, 'server-error'],
  [503, 'server-error'],
])('%d is %s', (status, kind) => {
  expect(failureOfStatus(status, { message: 'Why' }, null)).toEqual({
    kind,
    message: 'Why',
    retryAfterS: null,
  });
});

test('only a busy or broken service is asked again later when it says so', () => {
  const asked = (status: number) => failureOfStatus(status, undefined, 30).retryAfterS;
  expect([429, 500, 503].map(asked)).toEqual([30, 30, 30]);
  expect([401, 403, 404].map(asked)).toEqual([null, null, null]);
});

// It is noon by the server's clock. Ours may be anything.
test.each([
  ['30', 30],
  [' 30 ', 30],
  ['0', 0],
  ['99999999999', 99_999_999_999],
  ['Fri, 13 Mar 2026 12:01:30 GMT', 90],
  ['Fri, 13 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['', null],
])('Retry-After: %s is %j s', (value, seconds) => {
  const headers = new Headers({ 'Retry-After': value, Date: 'Fri, 13 Mar 2026 12:00:00 GMT' });
  expect(readRetryAfter(headers)).toBe(seconds);
});

test('a missing Retry-After is null; without a Date our own clock counts', () => {
  expect(readRetryAfter(new Headers())).toBeNull();
  const inAMinute = new Date(Date.now() + 60_000).toUTCString();
  const seconds = readRetryAfter(new Headers({ 'Retry-After': inAMinute })) ?? 0;
  expect(seconds).toBeGreaterThanOrEqual(58);
  expect(seconds).toBeLessThanOrEqual(60);
});
