import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../lib/api/api-error';
import { getJson } from '../../../lib/api/http';
import { type StandInOlie, startStandInOlie } from '../../support/stand-ins/olie';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
let olie: StandInOlie;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  olie = await startStandInOlie({ now: () => AT_MS });
});
afterEach(async () => {
  await olie.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const url = () => `${olie.url}/api/management/project-executions/${olie.executionId}`;
const request = () => ({
  url: url(),
  headers: { authorization: `Bearer ${olie.token}` },
  secrets: [olie.token],
  etag: null,
});
const ask = (timeoutMs?: number) => getJson({ ...request(), timeoutMs });
/** The failure of a request. The token may not be in it. */
async function failureOf(asking: Promise<unknown>) {
  const error: unknown = await asking.then(
    () => new Error('It did not fail'),
    (cause) => cause,
  );
  if (!(error instanceof ApiError)) throw error;
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(olie.token);
  return error.failure;
}

describe('the body of a success', () => {
  test.each([
    { what: 'HTML', body: '<!doctype html><p>Log in</p>' },
    { what: 'nothing', body: '' },
    { what: 'cut JSON', body: '{"response": true, "current_exec' },
    { what: 'more than a megabyte', body: `{"x": "${'x'.repeat(2_000_000)}"}` },
  ])('$what is an unexpected answer', async ({ body }) => {
    olie.fail({ status: 200, body });
    expect(await failureOf(ask())).toMatchObject({ kind: 'unexpected-answer' });
  });

  test('that has none is an unexpected answer, too', async () => {
    olie.fail({ status: 204 });
    expect(await failureOf(ask())).toMatchObject({ kind: 'unexpected-answer' });
  });

  test('may have a million bytes, and not one more', async () => {
    const ofBytes = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    olie.fail({ status: 200, body: ofBytes(1_000_000) });
    expect((await ask()).body).toBe('é'.repeat(499_999));
    olie.fail({ status: 200, body: `${ofBytes(1_000_000)} ` });
    expect(await failureOf(ask())).toMatchObject({ kind: 'unexpected-answer' });
  });
});

describe('below HTTP', () => {
  test('a silent server is a timeout', async () => {
    olie.fail('silent');
    expect(await failureOf(ask(60))).toMatchObject({ kind: 'timeout' });
  });

  test('a broken connection is a network failure', async () => {
    olie.fail('reset');
    expect(await failureOf(ask())).toMatchObject({ kind: 'network' });
  });

  test('a refused connection is a network failure, or offline if the browser says so', async () => {
    await olie.pause();
    expect(await failureOf(ask())).toMatchObject({ kind: 'network' });
    vi.stubGlobal('navigator', { onLine: false });
    expect(await failureOf(ask())).toMatchObject({ kind: 'offline' });
  });

  test.each([301, 302, 307, 308])('a redirect with %d is not followed', async (status) => {
    const other = await startStandInOlie();
    olie.fail({ status, headers: { Location: `${other.url}/stolen` } });
    expect(await failureOf(ask())).toMatchObject({ kind: 'network' });
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

test('a header that cannot be sent is not in the error', async () => {
  const asking = getJson({
    ...request(),
    headers: { authorization: `Bearer ${olie.token}\nX: 1` },
  });
  expect(await failureOf(asking)).toMatchObject({ kind: 'network' });
  expect(olie.requests).toEqual([]);
});
