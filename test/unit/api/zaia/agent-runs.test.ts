import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../../../lib/api/api-error';
import { getAgentRuns, getRunsPage, type ZaiaRequest } from '../../../../lib/api/zaia/agent-runs';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import example from '../../../fixtures/zaia-executions.made.json' with { type: 'json' };
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
  return { address: url, apiKey, responderIds: [], show: 10, ...patch };
};
const ask = (patch: Partial<ZaiaRequest> = {}) => getAgentRuns(request(patch), NOW_MS);
/** The runs of an answer with that body. */
const read = (body: unknown) => {
  zaia.fail({ status: 200, body });
  return getRunsPage(request(), 1);
};

const run = (last: string, start: string, end: string | null, rest: Partial<Run>): Run => ({
  id: `7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7${last}`,
  startedAtMs: Date.parse(`2026-03-13T${start}Z`),
  endedAtMs: end === null ? null : Date.parse(`2026-03-13T${end}Z`),
  status: 'completed',
  credits: 0,
  isAgentic: true,
  isPurged: false,
  ...rest,
});
const documented = [
  run('a01', '21:12:05.114', null, { status: 'running', credits: 1.75 }),
  run('a02', '20:41:00', '20:42:12.500', { credits: 3.2 }),
  run('a03', '18:05:00', '18:05:09', { status: 'failed', isAgentic: false, isPurged: true }),
];

test('the made examples are read whole, with what the exchange tells about the clock', async () => {
  expect(await read(example)).toEqual(documented);
  zaia.fail(null);
  const { data, exchange } = await ask({ show: 5 });
  expect(data.runs.slice(0, 3)).toEqual(documented);
  expect(data.runs).toHaveLength(5);
  expect(exchange).toMatchObject({ dateMs: NOW_MS, ageS: 0 });
});

test('the request carries the page, each responder and the key exactly as entered', async () => {
  const apiKey = 'sk live|Bearer+1/2=';
  const responderIds = [RESPONDER, OTHER_RESPONDER];
  await getRunsPage(request({ apiKey, responderIds, show: 25 }), 3).catch(() => undefined);
  const path = `/api/v1/executions?pageNumber=3&pageSize=25&responderIds=${RESPONDER}&responderIds=${OTHER_RESPONDER}`;
  expect(zaia.requests).toMatchObject([{ method: 'GET', path, authorization: apiKey }]);
});

test('responders are those asked for', async () => {
  const ids = async (responderIds: string[]) =>
    (await getRunsPage(request({ responderIds, show: 100 }), 1)).map(({ id }) => id);
  const [one, other] = [await ids([RESPONDER]), await ids([OTHER_RESPONDER])];
  expect(one.length + other.length).toBe(37);
  expect(await ids([RESPONDER, OTHER_RESPONDER])).toEqual(await ids([]));
});

describe('a field that is missing or broken costs only itself', () => {
  const lost: [string, Partial<Run>][] = [
    // The examples were made when they started.
    ['startedAt', {}],
    ['createdAt', {}],
    ['endedAt', { endedAtMs: null }],
    ['status', { status: '' }],
    ['creditsUsed', { credits: 0 }],
    ['isAgentic', { isAgentic: false }],
    ['isPurged', { isPurged: false }],
    ['updatedAt', {}],
    ['parentId', {}],
    ['responderId', {}],
    ['workspaceId', {}],
    ['detail', {}],
  ];

  test.each(lost)('%s', async (field, costs) => {
    for (const broken of [undefined, null, [], {}]) {
      const body = example.map((row) => ({ ...row, [field]: broken }));
      expect(await read(body)).toEqual(documented.map((whole) => ({ ...whole, ...costs })));
    }
  });

  test('dates that Date cannot read are none', async () => {
    const times = { startedAt: 'soon', createdAt: '', endedAt: '2026-13-45T99:00:00Z' };
    expect(await read([{ ...example[1], ...times }])).toEqual([
      { ...documented[1], startedAtMs: null, endedAtMs: null },
    ]);
  });

  test('a row without an id is left out, and no other', async () => {
    const bad = [null, 7, 'x', [], {}, { ...example[0], id: null }, { ...example[0], id: '' }];
    expect(await read([example[0], ...bad, ...example.slice(1)])).toEqual(documented);
  });
});

test.each(['data', 'items', 'executions'])('a list may come under "%s"', async (name) => {
  expect(await read({ [name]: example, total: 3 })).toEqual(documented);
  expect(await read({ [name]: [] })).toEqual([]);
});

test.each([
  [null],
  ['"OK"'],
  [7],
  [{}],
  [{ data: {} }],
  [{ data: { items: [] } }],
  [{ runs: [] }],
  [example[0]],
])('%j is an unexpected answer', async (body) => {
  zaia.fail({ status: 200, body });
  const failure = { kind: 'unexpected-answer', message: null, retryAfterS: null };
  await expect(ask()).rejects.toThrow(ApiError);
  await expect(ask()).rejects.toMatchObject({ failure });
});

test.each([
  ['pt-BR', 'Sua chave de API não é válida.'],
  ['es-419', 'Tu clave de API no es válida.'],
  ['en-GB', 'Your API key is not valid.'],
])('a key that is refused is explained in %s, and not told', async (language, message) => {
  vi.stubGlobal('navigator', { onLine: true, language });
  const error: unknown = await ask({ apiKey: 'wrong_key-7' }).catch((cause) => cause);
  expect(error).toMatchObject({ failure: { kind: 'token-refused', message } });
  const { stack } = error as ApiError; // As the line above saw.
  expect(`${error} ${stack} ${JSON.stringify(error)}`).not.toContain('wrong_key-7');
});
