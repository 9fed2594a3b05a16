import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getNesting, getRunDetails } from '../../../../lib/api/zaia/client';
import { parseDetails } from '../../../../lib/api/zaia/details';
import { type RunDetails, runDetailsSchema } from '../../../../lib/core/zaia/run-details';
import * as z from '../../../../lib/core/zod';
import examples from '../../../fixtures/zaia-executions.made.json' with { type: 'json' };
import { type StandInZaia, startStandInZaia } from '../../../support/stand-ins/zaia';

const NOW_MS = Date.parse('2026-03-13T21:17:54Z');
const ID = '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a02';
const PARENT = '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a01';
const example = { ...examples[1], parentId: PARENT };

/** As it comes over the wire: a field that is undefined is missing. */
const read = (body: unknown, id = ID) => parseDetails(JSON.parse(JSON.stringify(body)), id);

const documented: RunDetails = {
  run: {
    id: ID,
    startedAtMs: Date.parse('2026-03-13T20:41:00Z'),
    endedAtMs: Date.parse('2026-03-13T20:42:12.500Z'),
    status: 'completed',
    credits: 3.2,
    isAgentic: true,
    isPurged: false,
    parentId: PARENT,
  },
  createdAtMs: Date.parse('2026-03-13T20:41:00Z'),
  startedAtMs: Date.parse('2026-03-13T20:41:00Z'),
  updatedAtMs: Date.parse('2026-03-13T20:42:12.500Z'),
  responderId: '5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10',
  workspaceId: 'b1a9d0aa-8b5f-4f3b-9c0d-6a61d0a1c001',
  detail: { nodes: [{ depth: 0, name: 'input', value: '{}' }], notShown: 0 },
};

test('the made example is read whole', () => {
  expect(read(example)).toEqual(documented);
});

test.each([
  ['data', { data: example }],
  ['execution', { execution: example }],
  ['data and execution', { data: { execution: example } }],
  ['a list of one', [example]],
  ['data with a list of one', { data: [example] }],
])('it may come in %s', (_, body) => {
  expect(read(body)).toEqual(documented);
});

test('an id in capitals is the same id', () => {
  expect(read(example, ID.toUpperCase())).toEqual(documented);
});

test.each([
  [null],
  [[]],
  ['OK'],
  [{}],
  [{ data: { data: { data: { data: example } } } }],
  [{ ...example, id: null }],
  [{ ...example, id: PARENT }],
])('%j is an unexpected answer', (body) => {
  const failure = expect.objectContaining({ kind: 'unexpected-answer' });
  expect(() => read(body)).toThrow(expect.objectContaining({ failure }));
});

describe('a missing or broken field costs only itself', () => {
  const { run } = documented;
  const { parentId: _, ...topLevel } = run;
  test.each<[string, Partial<RunDetails>]>([
    ['createdAt', { createdAtMs: null }],
    // The run still has the time at which it was created.
    ['startedAt', { startedAtMs: null }],
    ['updatedAt', { updatedAtMs: null }],
    ['endedAt', { run: { ...run, endedAtMs: null } }],
    ['parentId', { run: topLevel }],
    ['responderId', { responderId: '' }],
    ['workspaceId', { workspaceId: '' }],
    ['detail', { detail: { nodes: [], notShown: 0 } }],
  ])('%s', (field, costs) => {
    for (const broken of [undefined, null, {}, []]) {
      expect(read({ ...example, [field]: broken })).toEqual({ ...documented, ...costs });
    }
  });
});

test('the details survive a message', () => {
  expect(z.parse(runDetailsSchema, JSON.parse(JSON.stringify(documented)))).toEqual(documented);
});

describe('what is asked for', () => {
  let zaia: StandInZaia;
  beforeEach(async () => {
    vi.stubGlobal('navigator', { onLine: true });
    zaia = await startStandInZaia({ now: () => NOW_MS });
  });
  afterEach(async () => {
    await zaia.close();
    vi.unstubAllGlobals();
  });
  const request = () => ({
    ...{ address: zaia.url, token: zaia.apiKey },
    ...{ responderIds: [], show: 10 },
  });

  test('one run, by its id and with the key as it is', async () => {
    const parentId = zaia.startRun();
    const id = zaia.startRun({ parentId });
    const { run, detail } = await getRunDetails(request(), id);
    expect(run).toMatchObject({ id, parentId, endedAtMs: null, status: 'running' });
    expect(detail.nodes).toContainEqual({
      ...{ depth: 1, name: 'question', value: 'Where is <b>order 4711</b>?' },
    });
    const path = `/api/v1/executions/${id}`;
    expect(zaia.requests).toMatchObject([{ path, authorization: zaia.apiKey }]);
  });

  test('the run of a chat message', async () => {
    const id = zaia.startRun();
    const { nodes } = await getNesting(request(), zaia.messageOf(id), 'chatMessageId');
    expect(nodes[0]).toMatchObject({ id, depth: 0 });
    const path = `/api/v1/executions/nestings?chatMessageId=${zaia.messageOf(id)}`;
    expect(zaia.requests).toMatchObject([{ path }]);
    await expect(getNesting(request(), id, 'chatMessageId')).rejects.toMatchObject({
      failure: { kind: 'unknown-id' },
    });
  });

  test.each(['', '.', '..', 'a/b', 'a?b', 'a#b'])('nothing for the id "%s"', async (id) => {
    await expect(getRunDetails(request(), id)).rejects.toMatchObject({
      failure: { kind: 'unknown-id' },
    });
    expect(zaia.requests).toEqual([]);
  });
});
