import { afterEach, describe, expect, test, vi } from 'vitest';
import { unexpectedAnswer } from '../../../lib/api/api-error';
import { readMessage } from '../../../lib/api/message';
import { failureOfStatus } from '../../../lib/api/status';
import { failure } from '../../../lib/core/feeds/failure';

test.each([
  [{ message: 'Unauthenticated.' }, 'Unauthenticated.'],
  [{ message: '  first line\r\nsecond line ' }, 'first line'],
  [{ message: '\n\n after empty ones' }, 'after empty ones'],
  [{ message: 'x'.repeat(5000) }, 'x'.repeat(200)],
  [{ message: '<b>bold</b>' }, '<b>bold</b>'],
  [{ message: 'The id field is required.', errors: { id: ['x'] } }, 'The id field is required.'],
  [{ message: 'Not allowed: rate-limited' }, 'Not allowed: rate-limited'],
  [{ message: 'e-mail missing' }, 'e-mail missing'],
  [{ message: '' }, null],
  [{ message: ' \n ' }, null],
  [{ message: 7 }, null],
  [{}, null],
  ['text', null],
  [undefined, null],
  [null, null],
])('the message of %j is one line', (body, message) => {
  expect(readMessage(body)).toBe(message);
});

test.each([
  ...['too_many_requests', 'project_max_limit_exceeded', 'TOO_MANY_REQUESTS', 'auth.failed'],
  ...['invalidToken', 'rate-limited', 'E_401', 'ok', 'success'],
])('%j is for programs, and no message', (code) => {
  expect(readMessage({ message: code })).toBeNull();
  expect(readMessage({ message: code, error: 'Slow down.' })).toBe('Slow down.');
});

test.each([
  [{ success: false, error: { message: 'Gone.', code: 'E1' } }, 'Gone.'],
  [{ error: 'Gone.' }, 'Gone.'],
  [{ data: { response: 0, message: 'Gone.' } }, 'Gone.'],
  [{ message: 'Gone.', error: { message: 'E1' } }, 'Gone.'],
  [{ message: `${'x'.repeat(199)}🙂` }, 'x'.repeat(199)],
  [{ message: ['Not a UUID.', 'Too long.'], error: 'Bad Request' }, 'Not a UUID.'],
  [{ message: [], error: 'Bad Request' }, 'Bad Request'],
  [{ message: [7], error: ['Bad Request'] }, 'Bad Request'],
  [{ errors: { id: ['Not a UUID.'] } }, 'Not a UUID.'],
  [{ errors: { id: 'Not a UUID.' } }, 'Not a UUID.'],
  [{ errors: ['Not a UUID.'] }, 'Not a UUID.'],
  [{ message: 'validation_failed', errors: { id: ['Not a UUID.'] } }, 'Not a UUID.'],
  [{ errors: [{ message: 'Not a UUID.' }, { message: 'Too long.' }] }, 'Not a UUID.'],
  [{ errors: { id: [{ message: 'Not a UUID.' }] } }, 'Not a UUID.'],
  [{ errors: [{ code: 'E1', title: 'No UUID', detail: 'Not a UUID.' }] }, 'Not a UUID.'],
  [{ errors: [{ message: 'invalid_id', msg: 'Not a UUID.' }] }, 'Not a UUID.'],
  [{ errors: [{ code: 'E1', title: 'Not a UUID.' }] }, 'Not a UUID.'],
  [{ error: [{ message: 'Gone.' }] }, 'Gone.'],
  [{ error: { errors: [{ message: 'Gone.' }] } }, 'Gone.'],
  [{ message: { pt: 'Sumiu.' } }, null],
  [{ errors: {} }, null],
  [{ errors: { id: [{}] } }, null],
])('the message of %j is found, and no character is split', (body, message) => {
  expect(readMessage(body)).toBe(message);
});

// RFC 9457 and FastAPI have these. What was asked for may have them, too: each agent run of Zaia has a `detail`.
test.each([
  [{ title: 'Forbidden', detail: 'Your plan has ended.', status: 402 }, 'Your plan has ended.'],
  [{ title: 'Payment required' }, 'Payment required'],
  [{ detail: [{ loc: ['query'], msg: 'Field required' }] }, 'Field required'],
  [{ detail: 'plan_ended', title: 'Your plan has ended.' }, 'Your plan has ended.'],
  [{ detail: 'More.', message: 'No.' }, 'No.'],
])('%j says so if the call has failed', (body, message) => {
  expect(readMessage(body, true)).toBe(message);
  expect(failureOfStatus(402, body, null).message).toBe(message);
});

test.each([{ detail: 'Read the mails.' }, { title: 'My page' }])(
  '%j says nothing about a call that went well',
  (body) => {
    expect(readMessage(body)).toBeNull();
    expect(unexpectedAnswer(body).failure).toEqual(failure('unexpected-answer'));
  },
);

describe('the feedback in three languages', () => {
  const feedback = { enUs: 'Not valid.\nAt all.', esEs: 'No válida.', ptBr: 'Não é válida.' };
  const said = (body: object, language?: string) => {
    vi.stubGlobal('navigator', { language });
    return readMessage({ message: 'Unauthorized', ...body });
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
    ['en-PT', 'Not valid.'],
    ['en-ES', 'Not valid.'],
    ['de', 'Not valid.'],
    [undefined, 'Not valid.'],
  ])('in %s is: %s', (language, message) => {
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
  ])('that is %j gives in Portuguese: %s', (broken, message) => {
    expect(said({ feedback: broken }, 'pt-BR')).toBe(message);
  });

  test('works without a message', () => {
    expect(said({ message: undefined, feedback }, 'es')).toBe('No válida.');
  });
});
