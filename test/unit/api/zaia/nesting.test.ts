import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getNesting } from '../../../../lib/api/zaia/client';
import type { Nesting } from '../../../../lib/core/zaia/nesting';
import example from '../../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { computedMs } from '../../../support/examples/computed-ms';
import { documented, drawn, read } from '../../../support/examples/zaia-nesting';
import { type StandInZaia, startStandInZaia } from '../../../support/stand-ins/zaia';

let zaia: StandInZaia;

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  zaia = await startStandInZaia({ now: () => Date.parse('2026-03-13T21:17:54Z') });
});
afterEach(async () => {
  await zaia.close();
  vi.unstubAllGlobals();
});

const ask = (id: string) => {
  const { url, apiKey } = zaia;
  return getNesting({ address: url, token: apiKey, responderIds: [], show: 10 }, id);
};
const depthsOf = ({ nodes }: Nesting) => nodes.map(({ depth }) => depth);

test('the made example is read whole', async () => {
  expect(read(example)).toEqual(documented);
  expect(await ask(example.id)).toEqual(documented);
});

test('the request has the id of the run and the key as it is', async () => {
  await ask('a&b=c').catch(() => undefined);
  expect(zaia.requests).toMatchObject([
    {
      path: '/api/v1/executions/nestings?executionId=a%26b%3Dc',
      authorization: 'zaia_test_key-123',
    },
  ]);
});

test('each node comes before its children', () => {
  const leaf = (id: string) => ({ id });
  const body = {
    id: 'root',
    children: [{ id: 'a', children: [leaf('a1'), leaf('a2')] }, leaf('b'), leaf('c')],
  };
  expect(drawn(read(body))).toEqual(['root', ' a', '  a1', '  a2', ' b', ' c']);
});

test.each(['children', 'nestings', 'executions'])('children may come as "%s"', (name) => {
  const body = { id: 'root', [name]: [{ id: 'a', [name]: [{ id: 'a1' }] }] };
  expect(drawn(read(body))).toEqual(['root', ' a', '  a1']);
  expect(drawn(read({ children: [], nestings: null, ...body }))).toHaveLength(3);
});

test.each([undefined, null, 'x', 7, {}, []])('%j instead of children is none', (children) => {
  expect(read({ ...example, children })).toEqual({
    nodes: documented.nodes.slice(0, 1),
    notShown: 0,
  });
});

test('a child without an id is left out, and no other', () => {
  const bad = [null, 7, 'x', [], {}, { id: null }];
  expect(read({ ...example, children: [...bad, ...example.children] })).toEqual(documented);
});

describe('what is too much to show is counted', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, index) => `{"id":"x${index}","children":[`).join('') +
    ']}'.repeat(length);

  test.each([
    { length: 9, notShown: 0 },
    { length: 10, notShown: 1 },
    { length: 10_000, notShown: 9991 },
  ])('$length inside each other', ({ length, notShown }) => {
    const startedMs = computedMs();
    const nesting = read(chain(length));
    expect(depthsOf(nesting)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(nesting.notShown).toBe(notShown);
    expect(computedMs() - startedMs).toBeLessThan(1000);
  });

  test.each([
    { children: 199, notShown: 0 },
    { children: 200, notShown: 1 },
    { children: 90_000, notShown: 89_801 },
  ])('$children in one', ({ children, notShown }) => {
    const nesting = read({
      id: 0,
      children: Array.from({ length: children }, (_, index) => ({ id: index + 1 })),
    });
    expect(nesting.nodes).toHaveLength(200);
    expect(nesting.notShown).toBe(notShown);
  });

  test('of more than 2,000 rows the first are looked at', () => {
    const rows = Array.from({ length: 2_000 }, (_, id) => ({ id, startedAt: 1_773_434_399 + id }));
    const first = { id: 'first', startedAt: 1_773_434_000 };
    expect(read([...rows.slice(1), first]).nodes[0]?.id).toBe('first');
    const { nodes, notShown } = read([...rows, first]);
    expect([nodes[0]?.id, notShown]).toEqual(['0', 1_801]);
  });

  test('what is too deep hides nothing that comes after it', () => {
    const body = `{"id":0,"children":[${chain(20)},{"id":"last"}]}`;
    expect(drawn(read(body)).at(-1)).toBe(' last');
  });
});

test.each([[null], [[]], [{}], [{ children: example.children }], ['"OK"']])(
  '%j is an unexpected answer',
  (body) => {
    const failure = expect.objectContaining({ kind: 'unexpected-answer' });
    expect(() => read(body)).toThrow(expect.objectContaining({ failure }));
  },
);

test('the stand-in has two levels, with runs that have not ended', async () => {
  const id = zaia.startRun();
  const { nodes } = await ask(id);
  expect(nodes.map(({ depth, endedAtMs }) => [depth, endedAtMs === null])).toEqual([
    [0, true],
    [1, true],
    [2, true],
    [1, false],
  ]);
  zaia.endRun(id, 'failed');
  expect((await ask(id)).nodes[0]).toMatchObject({ id, status: 'failed' });
  await expect(ask('nobody')).rejects.toMatchObject({ failure: { kind: 'unknown-id' } });
});
