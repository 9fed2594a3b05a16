import { describe, expect, test } from 'vitest';
import { jsonTree } from '../../../lib/api/json-tree';
import { jsonTreeSchema } from '../../../lib/core/feeds/json-tree';
import * as z from '../../../lib/core/zod';
import { computedMs } from '../../support/examples/computed-ms';

/** The tree as lines: name and value, indented by depth. */
const lines = (document: unknown) =>
  jsonTree(document).nodes.map(({ depth, name, value }) =>
    `${' '.repeat(depth)}${name}: ${value}`.trimEnd(),
  );
/** JSON.stringify cannot go as deep as JSON.parse. */
const chain = (length: number): unknown =>
  JSON.parse('{"a":'.repeat(length) + '}'.repeat(length).replace('}', '7}'));

test('names and values of any shape, each before what is inside it', () => {
  const document = {
    input: { text: 'Hi', tries: 2 },
    steps: [{ tool: 'find', ok: true }, null, [], {}],
    last: '',
  };
  expect(lines(document)).toEqual([
    'input:',
    ' text: Hi',
    ' tries: 2',
    'steps:',
    ' 0:',
    '  tool: find',
    '  ok: true',
    ' 1: null',
    ' 2: []',
    ' 3: {}',
    'last:',
  ]);
});

test.each([
  { document: 'a text', nodes: [{ depth: 0, name: '', value: 'a text' }] },
  { document: 7, nodes: [{ depth: 0, name: '', value: '7' }] },
  { document: false, nodes: [{ depth: 0, name: '', value: 'false' }] },
  ...[null, {}, []].map((document) => ({ document, nodes: [] })),
])('a document that is $document', ({ document, nodes }) => {
  expect(jsonTree(document)).toEqual({ nodes, notShown: 0 });
});

test('texts stay texts, without what would turn the text after them', () => {
  expect(lines({ '<b>\u202e': '<img src=x>\u2066' })).toEqual(['<b>: <img src=x>']);
});

test('a name that every object has is a name', () => {
  const document = JSON.parse('{"__proto__": {"constructor": 1}, "toString": 2}');
  expect(lines(document)).toEqual(['__proto__:', ' constructor: 1', 'toString: 2']);
});

describe('what is too much is counted or cut', () => {
  test.each([
    { length: 8, shown: 8, notShown: 0 },
    { length: 9, shown: 8, notShown: 1 },
    { length: 100_000, shown: 8, notShown: 1 },
  ])('$length inside each other', ({ length, shown, notShown }) => {
    const tree = jsonTree(chain(length));
    expect(tree.nodes.map(({ depth }) => depth)).toEqual(
      Array.from({ length: shown }, (_, n) => n),
    );
    expect(tree.notShown).toBe(notShown);
  });

  test.each([
    { rows: 200, notShown: 0 },
    { rows: 201, notShown: 1 },
    { rows: 400_000, notShown: 399_800 },
  ])('$rows beside each other', ({ rows, notShown }) => {
    const startedMs = computedMs();
    const tree = jsonTree(Array(rows).fill(1));
    expect(tree.nodes).toHaveLength(200);
    expect(tree.nodes.at(-1)).toEqual({ depth: 0, name: '199', value: '1' });
    expect(tree.notShown).toBe(notShown);
    expect(computedMs() - startedMs).toBeLessThan(2000);
  });

  test('long names and values', () => {
    const { nodes } = jsonTree({ ['n'.repeat(2001)]: 'v'.repeat(2001) });
    expect(nodes).toEqual([{ depth: 0, name: 'n'.repeat(2000), value: 'v'.repeat(2000) }]);
    expect(jsonTree({ a: 'v'.repeat(2000) }).nodes[0]?.value).toHaveLength(2000);
  });
});

test('the tree survives a message', () => {
  const tree = jsonTree({ a: [1] });
  expect(z.parse(jsonTreeSchema, JSON.parse(JSON.stringify(tree)))).toEqual(tree);
});
