import { afterEach, describe, expect, test, vi } from 'vitest';
import { failureOfStatus, messageOf, retryAfterS } from '../../../lib/api/status';

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

test('only a busy or broken service is left alone for as long as it asks', () => {
  const asked = (status: number) => failureOfStatus(status, undefined, 30).retryAfterS;
  expect([429, 500, 503].map(asked)).toEqual([30, 30, 30]);
  expect([401, 403, 404].map(asked)).toEqual([null, null, null]);
});

test.each([
  [{ message: 'Unauthenticated.' }, 'Unauthenticated.'],
  [{ message: '  first line\r\nsecond line ' }, 'first line'],
  [{ message: '\n\n after empty ones' }, 'after empty ones'],
  [{ message: 'x'.repeat(5000) }, 'x'.repeat(200)],
  [{ message: '<b>bold</b>' }, '<b>bold</b>'],
  [{ message: 'The id field is required.', errors: { id: ['x'] } }, 'The id field is required.'],
  [{ message: '' }, null],
  [{ message: ' \n ' }, null],
  [{ message: 7 }, null],
  [{}, null],
  ['text', null],
  [undefined, null],
  [null, null],
])('the message of %j is one line', (body, message) => {
  expect(messageOf(body)).toBe(message);
});

describe('a feedback in three languages', () => {
  const feedback = { enUs: 'Not valid.\nAt all.', esEs: 'No válida.', ptBr: 'Não é válida.' };
  const said = (body: object, language?: string) => {
    vi.stubGlobal('navigator', { language });
    return messageOf({ message: 'Unauthorized', ...body });
  };
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each([
    ['pt', 'Não é válida.'],
    ['pt-PT', 'Não é válida.'],
    ['es', 'No válida.'],
    ['es-MX', 'No válida.'],
    ['en-GB', 'Not valid.'],
    ['de', 'Not valid.'],
    [undefined, 'Not valid.'],
  ])('is told to who speaks %s: %s', (language, message) => {
    expect(said({ feedback }, language)).toBe(message);
  });

  test.each([
    [{ enUs: 'Not valid.' }, 'Not valid.'],
    [{ ptBr: 7, enUs: 'Not valid.' }, 'Not valid.'],
    [{ ptBr: ' ', enUs: '' }, 'Unauthorized'],
    [{}, 'Unauthorized'],
    [[], 'Unauthorized'],
    ['Not valid.', 'Unauthorized'],
    [null, 'Unauthorized'],
  ])('that is %j tells in Portuguese: %s', (broken, message) => {
    expect(said({ feedback: broken }, 'pt-BR')).toBe(message);
  });

  test('needs no message beside it', () => {
    expect(said({ message: undefined, feedback }, 'es')).toBe('No válida.');
  });
});

// By the server's clock it is noon; ours may be anything.
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
  expect(retryAfterS(headers)).toBe(seconds);
});

test('Retry-After that is missing is null; without a Date our own clock is all there is', () => {
  expect(retryAfterS(new Headers())).toBeNull();
  const inAMinute = new Date(Date.now() + 60_000).toUTCString();
  const seconds = retryAfterS(new Headers({ 'Retry-After': inAMinute })) ?? 0;
  expect(seconds).toBeGreaterThanOrEqual(58);
  expect(seconds).toBeLessThanOrEqual(60);
});
