import { describe, expect, test, vi } from 'vitest';
import { getJson } from '../../../lib/api/http';
import { askingOlie } from '../../support/stand-ins/asking-olie';
import { startStandInOlie } from '../../support/stand-ins/olie';

const AT_MS = Date.parse('2026-03-13T21:17:54Z');
const { standIn, request, ask, failureOf } = askingOlie(AT_MS);

describe('the body of a success', () => {
  test.each([
    { what: 'HTML', body: '<!doctype html><p>Log in</p>' },
    { what: 'nothing', body: '' },
    { what: 'cut JSON', body: '{"response": true, "current_exec' },
    { what: 'more than a megabyte', body: `{"x": "${'x'.repeat(2_000_000)}"}` },
  ])('$what is an unexpected answer', async ({ body }) => {
    standIn().fail({ status: 200, body });
    expect(await failureOf(ask())).toMatchObject({ kind: 'unexpected-answer' });
  });

  test('that has none is an unexpected answer, too', async () => {
    standIn().fail({ status: 204 });
    expect(await failureOf(ask())).toMatchObject({ kind: 'unexpected-answer' });
  });

  test('may have a million bytes, and not one more', async () => {
    const ofBytes = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    standIn().fail({ status: 200, body: ofBytes(1_000_000) });
    expect((await ask()).body).toBe('é'.repeat(499_999));
    standIn().fail({ status: 200, body: `${ofBytes(1_000_000)} ` });
    expect(await failureOf(ask())).toMatchObject({ kind: 'unexpected-answer' });
  });
});

describe('below HTTP', () => {
  test('a silent server is a timeout', async () => {
    standIn().fail('silent');
    expect(await failureOf(ask(60))).toMatchObject({ kind: 'timeout' });
  });

  test('a broken connection is a network failure', async () => {
    standIn().fail('reset');
    expect(await failureOf(ask())).toMatchObject({ kind: 'network' });
  });

  test('a refused connection is a network failure, or offline if the browser says so', async () => {
    await standIn().pause();
    expect(await failureOf(ask())).toMatchObject({ kind: 'network' });
    vi.stubGlobal('navigator', { onLine: false });
    expect(await failureOf(ask())).toMatchObject({ kind: 'offline' });
  });

  test.each([301, 302, 307, 308])('a redirect with %d is not followed', async (status) => {
    const other = await startStandInOlie();
    standIn().fail({ status, headers: { Location: `${other.url}/stolen` } });
    expect(await failureOf(ask())).toMatchObject({ kind: 'network' });
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

test('a header that cannot be sent is not in the error', async () => {
  const asking = getJson({
    ...request(),
    headers: { authorization: `Bearer ${standIn().token}\nX: 1` },
  });
  expect(await failureOf(asking)).toMatchObject({ kind: 'network' });
  expect(standIn().requests).toEqual([]);
});
