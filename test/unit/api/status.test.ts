import { describe, expect, test } from 'vitest';
import { failureOfStatus, readRetryAfter } from '../../../lib/api/status';
import { failure, failureSchema } from '../../../lib/core/feeds/failure';
import * as z from '../../../lib/core/zod';

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

test('a busy or broken service, and what is between, is asked again later when it says so', () => {
  const asked = (status: number, body?: unknown) => failureOfStatus(status, body, 30).retryAfterS;
  expect([429, 500, 503].map((status) => asked(status))).toEqual([30, 30, 30]);
  expect([401, 403, 404, 511].map((status) => asked(status))).toEqual([30, 30, 30, 30]);
  expect([401, 403, 404].map((status) => asked(status, {}))).toEqual([null, null, null]);
});

describe('a refusal that is not in the words of a service comes from something in between', () => {
  test.each([undefined, null, 'Forbidden', 403, [1], [{ message: 'x' }], { title: 'No' }])(
    'such as %j',
    (body) => {
      for (const status of [401, 403, 404]) {
        expect(failureOfStatus(status, body, null)).toEqual(failure('intercepted'));
      }
    },
  );

  test.each(['message', 'code', 'error', 'errors', 'feedback', 'response', 'success'])(
    'but "%s" is a word of the services',
    (name) => {
      expect(failureOfStatus(401, { [name]: null }, null).kind).toBe('token-refused');
      expect(failureOfStatus(404, { [name]: null, other: 1 }, null).kind).toBe('unknown-id');
    },
  );

  test('also in an envelope, as an answer may come in one', () => {
    const refused = failureOfStatus(401, { data: { message: 'Unauthenticated.' } }, null);
    expect(refused).toEqual(failure('token-refused', 'Unauthenticated.'));
    expect(failureOfStatus(401, { data: { title: 'No' } }, null)).toEqual(failure('intercepted'));
  });

  test.each([[{}], [[]]])('an empty object is: %j', (body) => {
    expect(failureOfStatus(403, body, null).kind).toBe('token-refused');
  });

  test('and what was left out because it repeats the token counts too', () => {
    const [said, whole] = [{ path: '/' }, { path: '/', message: 'secret' }];
    expect(failureOfStatus(401, said, null, whole)).toEqual(failure('token-refused'));
  });

  test('no other status is looked at so closely', () => {
    for (const status of [400, 410, 422, 500, 503]) {
      expect(failureOfStatus(status, undefined, null).kind).toBe('server-error');
    }
  });
});

test.each([407, 511])('%d is of something in between, whatever it says', (status) => {
  const said = { message: 'Log in.', code: status };
  expect(failureOfStatus(status, said, null)).toEqual(failure('intercepted'));
});

// It is noon by the server's clock. Ours may be anything.
test.each([
  ['30', 30],
  [' 30 ', 30],
  ['0', 0],
  ['99999999999', 99_999_999_999],
  ['Fri, 13 Mar 2026 12:01:30 GMT', 90],
  ['Fri, 13 Mar 2026 11:00:00 GMT', 0],
  ['Friday, 13-Mar-26 12:01:30 GMT', 90],
  ['Fri Mar 13 12:01:30 2026', 90],
  ['30, 60', 30],
  ['30,30', 30],
  ['Fri, 13 Mar 2026 12:01:30 GMT, 5', 90],
  ['soon', null],
  ['in 30', null],
  ['30 s', null],
  ['1.5', null],
  ['2030-01-01', null],
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

test.each(['9223372036854775807', '260000000000001', '9'.repeat(400)])(
  'Retry-After: %s is a number that can be stored',
  (value) => {
    const seconds = readRetryAfter(new Headers({ 'Retry-After': value }));
    expect(z.safeParse(failureSchema, failure('server-error', null, seconds)).success).toBe(true);
    expect(seconds).toBeGreaterThan(1e9);
  },
);
