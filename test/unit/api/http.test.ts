import { describe, expect, test, vi } from 'vitest';
import { answeredMs, serverOffsetMs } from '../../../lib/core/time/server-clock';
import { askingOlie } from '../../support/stand-ins/asking-olie';
import type { RawAnswer } from '../../support/stand-ins/raw-answer';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const TOKEN = 'olie_test_token|abc123';
const DATE = 'Fri, 13 Mar 2026 21:17:54 GMT';
const { standIn, ask, failureOf } = askingOlie(AT_MS);

test('a success gives the document and the exchange', async () => {
  const before = Date.now();
  const { body, exchange } = await ask();
  expect(body).toEqual(standIn().answer());
  expect(exchange).toMatchObject({ dateMs: AT_MS, ageS: 0 });
  expect(exchange.sentMs).toBeGreaterThanOrEqual(before);
  expect(exchange.receivedMs).toBeGreaterThanOrEqual(exchange.sentMs);
});

test("if the computer's clock is set back meanwhile, the server's is told by what it says now", async () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(AT_MS + 3 * 3_600_000);
  standIn().fail((good) => {
    clock.mockReturnValue(AT_MS);
    return { ...good, headers: { Date: DATE } };
  });
  const { exchange } = await ask();
  expect(serverOffsetMs(exchange, null)).toBe(0);
  expect(serverOffsetMs(exchange, -3 * 3_600_000)).toBe(0);
  expect(answeredMs({ ...exchange, dateMs: null }, 0)).toBe(AT_MS);
});

test.each([
  { age: '17', ageS: 17 },
  { age: '0', ageS: 0 },
  { age: '-3', ageS: 0 },
  { age: '17, 3', ageS: 17 },
  { age: '1.5', ageS: 0 },
  { age: '99999999999999', ageS: 0 },
])('Age: $age is $ageS s', async ({ age, ageS }) => {
  standIn().fail({ status: 200, headers: { Age: age }, body: standIn().answer() });
  expect((await ask()).exchange.ageS).toBe(ageS);
});

test.each([null, 'yesterday', '', '1', '2026'])('a Date that is %j is null', async (date) => {
  standIn().sendDate(date);
  expect((await ask()).exchange.dateMs).toBeNull();
});

test('what failed in a run is no failure of the call, also if the service asks for a pause', async () => {
  const run = { id: 'exe-7', status: 'failed', error: { code: 500, message: 'No stock' } };
  for (const body of [run, { code: 200, data: run }]) {
    standIn().fail({ status: 200, headers: { 'Retry-After': '5' }, body });
    expect((await ask()).body).toEqual(body);
  }
});

test('a success that names another status asks for the pause of that one', async () => {
  const body = { code: 429, message: 'Slow down.' };
  standIn().fail({ status: 200, headers: { 'Retry-After': '70' }, body });
  const failed = { kind: 'too-many-requests', message: 'Slow down.', retryAfterS: 70 };
  expect(await failureOf(ask())).toEqual(failed);
});

describe('a status other than success', () => {
  const html = '<html><title>502 Bad Gateway</title></html>';
  test.each([
    {
      status: 401,
      body: { message: 'Unauthenticated.' },
      kind: 'token-refused',
      message: 'Unauthenticated.',
    },
    { status: 403, body: {}, kind: 'token-refused', message: null },
    {
      status: 404,
      body: { message: 'No query results' },
      kind: 'unknown-id',
      message: 'No query results',
    },
    {
      status: 422,
      body: { message: 'Bad id', errors: {} },
      kind: 'server-error',
      message: 'Bad id',
    },
    {
      status: 500,
      body: { message: 'Server Error' },
      kind: 'server-error',
      message: 'Server Error',
    },
    { status: 401, body: html, kind: 'intercepted', message: null },
    { status: 403, body: '', kind: 'intercepted', message: null },
    { status: 404, body: html, kind: 'intercepted', message: null },
    { status: 502, body: html, kind: 'server-error', message: null },
    { status: 503, body: '', kind: 'server-error', message: null },
  ])('$status: $kind', async ({ status, body, kind, message }) => {
    standIn().fail({ status, body });
    expect(await failureOf(ask())).toEqual({ kind, message, retryAfterS: null });
  });

  test.each([
    { value: '30', seconds: 30 },
    { value: 'Fri, 13 Mar 2026 21:19:54 GMT', seconds: 120 },
    { value: 'Fri, 13 Mar 2020 00:00:00 GMT', seconds: 0 },
    { value: 'later', seconds: null },
  ])('429 with Retry-After: $value asks for $seconds s', async ({ value, seconds }) => {
    standIn().sendDate(DATE);
    standIn().fail({ status: 429, headers: { 'Retry-After': value } });
    expect(await failureOf(ask())).toMatchObject({
      kind: 'too-many-requests',
      retryAfterS: seconds,
    });
  });
});

describe('the status is known, even if its body is', () => {
  test.each<{ what: string; patch: Partial<RawAnswer>; timeoutMs: number }>([
    { what: 'too large', patch: { body: 'x'.repeat(1_500_000) }, timeoutMs: 5000 },
    { what: 'cut', patch: { delivery: 'half-then-reset' }, timeoutMs: 5000 },
    { what: 'never sent', patch: { delivery: 'headers' }, timeoutMs: 200 },
    // With a secret in it, all of it would be looked through.
    {
      what: 'too deep',
      patch: { body: `{"a":"${TOKEN}","b":${'['.repeat(99_999)}${']'.repeat(99_999)}}` },
      timeoutMs: 5000,
    },
  ])('$what', async ({ patch, timeoutMs }) => {
    standIn().fail({ status: 401, body: { message: 'No.' }, ...patch });
    // Without its words, nobody knows whose refusal it is.
    expect(await failureOf(ask(timeoutMs))).toMatchObject({ kind: 'intercepted' });
    standIn().fail({ status: 429, headers: { 'Retry-After': '70' }, body: {}, ...patch });
    const failure = { kind: 'too-many-requests', retryAfterS: 70 };
    expect(await failureOf(ask(timeoutMs))).toMatchObject(failure);
  });
});
