import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../../lib/api/api-error';
import { parseRuns } from '../../../../lib/api/zaia/answer';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import example from '../../../fixtures/zaia-executions.made.json' with { type: 'json' };

/** As it comes over the wire: a field that is undefined is missing. */
const read = (body: unknown) => parseRuns(JSON.parse(JSON.stringify(body))).runs;

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

test('the made examples are read whole', () => {
  expect(read(example)).toEqual(documented);
});

test('the rows beside their number are read', () => {
  expect(read([example, example.length])).toEqual(documented);
  expect(read([[], 0])).toEqual([]);
});

describe('a missing or broken field costs only itself', () => {
  const lost: [string, Partial<Run>][] = [
    // In the examples it is the same as the other.
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

  test.each(lost)('%s', (field, costs) => {
    for (const broken of [undefined, null, [], {}]) {
      const body = example.map((row) => ({ ...row, [field]: broken }));
      expect(read(body)).toEqual(documented.map((whole) => ({ ...whole, ...costs })));
    }
  });

  test('times that cannot be read are null', () => {
    const times = { startedAt: 'soon', createdAt: '', endedAt: '2026-13-45T99:00:00Z' };
    expect(read([{ ...example[1], ...times }])).toEqual([
      { ...documented[1], startedAtMs: null, endedAtMs: null },
    ]);
  });

  test('a row without an id is left out, and no other', () => {
    const bad = [null, 7, 'x', [], {}, { ...example[0], id: null }, { ...example[0], id: '' }];
    expect(read([example[0], ...bad, ...example.slice(1)])).toEqual(documented);
  });
});

test.each(['data', 'items', 'executions'])('a list may come under "%s"', (name) => {
  expect(read({ [name]: example, total: 3 })).toEqual(documented);
  expect(read({ [name]: [] })).toEqual([]);
});

test.each([[null], ['"OK"'], [7], [{}], [{ data: {} }], [{ runs: [] }], [example[0]]])(
  '%j is an unexpected answer',
  (body) => {
    const failure = { kind: 'unexpected-answer', message: null, retryAfterS: null };
    expect(() => read(body)).toThrow(ApiError);
    expect(() => read(body)).toThrow(expect.objectContaining({ failure }));
  },
);

test('a run that names itself as its own parent has none', () => {
  const [run] = read([{ ...example[0], parentId: example[0]?.id }]);
  expect(run).toEqual(documented[0]);
  expect(run).not.toHaveProperty('parentId');
});

test('the list is sorted, and a run that comes twice counts once', () => {
  const [running, completed, failed] = example;
  const earlier = {
    ...completed,
    endedAt: null,
    status: 'running',
    updatedAt: '2026-03-13T20:41:00Z',
  };
  const { runs, rowCount } = parseRuns([failed, earlier, running, completed, earlier]);
  expect(runs).toEqual(documented);
  // The next page is asked for by it.
  expect(rowCount).toBe(5);
});

test.each([
  ['later update', { updatedAt: '2026-03-13T12:00:00Z' }, { updatedAt: '2026-03-13T11:30:00Z' }],
  ['later end', { endedAt: '2026-03-13T12:00:00Z' }, { updatedAt: '2026-03-13T11:30:00Z' }],
])('of two rows of one run, the one with the %s counts', (_, newer, older) => {
  const rows = [
    { id: 'x', createdAt: '2026-03-13T10:00:00Z', status: 'new', ...newer },
    { id: 'x', createdAt: '2026-03-13T11:00:00Z', status: 'old', ...older },
  ];
  expect(read(rows)).toMatchObject([{ status: 'new' }]);
  expect(read([...rows].reverse())).toMatchObject([{ status: 'new' }]);
});

test.each([{ data: { items: [] } }, { data: { data: [] } }])('%j is an empty list', (body) => {
  expect(read(body)).toEqual([]);
});

test('a refusal with a success status is what it says', () => {
  const failure = { kind: 'token-refused', message: 'Invalid API key', retryAfterS: null };
  const body = { code: 401, message: 'Invalid API key', data: [] };
  expect(() => read(body)).toThrow(expect.objectContaining({ failure }));
});
