import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../../lib/api/api-error';
import { parseRuns } from '../../../../lib/api/zaia/answer';
import { client, getAgentRuns, getRunsPage } from '../../../../lib/api/zaia/client';
import type { ZaiaRequest } from '../../../../lib/api/zaia/request';
import type { Followed } from '../../../../lib/core/zaia/agent-runs';
import example from '../../../fixtures/zaia-executions.made.json' with { type: 'json' };
import { zaiaConnection } from '../../../support/stand-ins/connections';
import { type StandInZaia, startStandInZaia } from '../../../support/stand-ins/zaia';

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');
const RESPONDER = '5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10';
const OTHER_RESPONDER = 'c2f7b2c1-1f8e-4a8f-8f6b-2b6b6f0e9c22';
let zaia: StandInZaia;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true, language: 'en' });
  zaia = await startStandInZaia({ now: () => NOW_MS });
});
afterEach(async () => {
  await zaia.close();
  vi.unstubAllGlobals();
});

const request = (patch: Partial<ZaiaRequest> = {}): ZaiaRequest => {
  const { url, apiKey } = zaia;
  return { address: url, token: apiKey, responderIds: [], show: 10, ...patch };
};
const ask = (patch: Partial<ZaiaRequest> = {}) => getAgentRuns(request(patch), NOW_MS);

test('the runs come with what the exchange tells about the clock', async () => {
  const { data, exchange } = await ask({ show: 5 });
  expect(data.runs.slice(0, 3)).toEqual(parseRuns(example).runs);
  expect(data.runs).toHaveLength(5);
  expect(exchange).toMatchObject({ dateMs: NOW_MS, ageS: 0 });
});

test('the request has the page, each responder and the key exactly as entered', async () => {
  const token = 'sk live|Bearer+1/2=';
  const responderIds = [RESPONDER, OTHER_RESPONDER];
  await getRunsPage(request({ token, responderIds, show: 25 }), 3).catch(() => undefined);
  const path = `/api/v1/executions?pageNumber=3&pageSize=25&responderIds=${RESPONDER}&responderIds=${OTHER_RESPONDER}`;
  expect(zaia.requests).toMatchObject([{ method: 'GET', path, authorization: token }]);
});

test('the runs are those of the responders that were asked for', async () => {
  const ids = async (responderIds: string[]) =>
    (await getRunsPage(request({ responderIds, show: 100 }), 1)).map(({ id }) => id);
  const [one, other] = [await ids([RESPONDER]), await ids([OTHER_RESPONDER])];
  expect(one.length + other.length).toBe(37);
  expect(await ids([RESPONDER, OTHER_RESPONDER])).toEqual(await ids([]));
});

test.each([
  ['pt-BR', 'Sua chave de API não é válida.'],
  ['es-419', 'Tu clave de API no es válida.'],
  ['en-GB', 'Your API key is not valid.'],
])('a refused key is explained in %s, and does not appear', async (language, message) => {
  vi.stubGlobal('navigator', { onLine: true, language });
  const error: unknown = await ask({ token: 'wrong_key-7' }).catch((cause) => cause);
  expect(error).toMatchObject({ failure: { kind: 'token-refused', message } });
  const { stack } = error as ApiError; // The line above has checked that.
  expect(`${error} ${stack} ${JSON.stringify(error)}`).not.toContain('wrong_key-7');
});

test('a message with the key in it is left out', async () => {
  zaia.fail({ status: 401, body: { message: 'Not a key: zaia_test_key-123' } });
  const failure = { kind: 'token-refused', message: null };
  await expect(ask()).rejects.toMatchObject({ failure });
});

test('each detail is asked for at its own address', async () => {
  const id = zaia.startRun();
  const messageId = zaia.messageOf(id);
  const ask = (what: string, argument: string) =>
    client.detail?.(zaiaConnection(zaia), what, argument);
  expect(await ask('run', id)).toMatchObject({ run: { id } });
  expect(await ask('message', messageId)).toMatchObject({ nodes: [{ id }, {}, {}, {}] });
  expect(await ask('nesting', id)).toMatchObject({ nodes: [{ id }, {}, {}, {}] });
  expect(await ask('page', '4')).toHaveLength(8);
  expect(zaia.requests.map(({ path }) => path.replace('/api/v1/executions', ''))).toEqual([
    `/${id}`,
    `/nestings?chatMessageId=${messageId}`,
    `/nestings?executionId=${id}`,
    '?pageNumber=4&pageSize=10',
  ]);
  expect(client.kind).toBe('zaia');
});

test('another document is an unexpected answer', async () => {
  zaia.fail({ status: 200, body: { runs: [] } });
  const failure = { kind: 'unexpected-answer', message: null, retryAfterS: null };
  await expect(ask()).rejects.toThrow(ApiError);
  await expect(ask()).rejects.toMatchObject({ failure });
});

describe('a followed run that is not asked any more', () => {
  const followed = (one: Partial<Followed>) => ({
    runs: [],
    creditsToday: 0,
    isAtLeast: false,
    followed: [one as Followed],
  });
  const askFollowing = async (id: string, one: Partial<Followed>) => {
    const connection = { ...zaiaConnection(zaia), followed: [id] };
    const { data } = await client.ask(connection, {
      previous: followed({ id, ...one }),
      ...{ startOfDayMs: 0, timeZone: 'UTC', offsetMs: 0, etag: null },
    });
    return data;
  };

  test.each([
    ['was settled later', { failure: null, isKnown: true }],
    ['was not given when it had just begun', { failure: 'unknown-id' as const, isKnown: false }],
  ])('is as the list has it: it %s', async (_, { failure, isKnown }) => {
    const listed = (await ask()).data.runs.find(({ endedAtMs }) => endedAtMs !== null);
    if (listed === undefined) throw new Error('The stand-in has runs that have ended');
    zaia.requests.length = 0;
    const run = isKnown ? { ...listed, credits: 0 } : null;
    const data = await askFollowing(listed.id, { run, failure });
    expect(data.followed).toEqual([{ id: listed.id, run: listed, failure }]);
    expect(zaia.requests.every(({ path }) => path.includes('pageNumber'))).toBe(true);
  });
});

test('a parent that is none is none', () => {
  for (const parentId of ['00000000-0000-0000-0000-000000000000', 'null', 0, 'None']) {
    const { runs } = parseRuns(example.map((row) => ({ ...row, parentId })));
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.map((run) => run.parentId)).toEqual(runs.map(() => undefined));
  }
});
