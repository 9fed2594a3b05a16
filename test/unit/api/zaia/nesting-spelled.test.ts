import { describe, expect, test } from 'vitest';
import example from '../../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { documented, drawn, read } from '../../../support/examples/zaia-nesting';

describe('the envelope of a nesting may be', () => {
  const flat = [example, ...example.children].map((row) => ({ ...row, children: [] }));
  test.each([
    ['data', { data: example }],
    ['a list of one', [example]],
    ['data with a list of one', { data: [example] }],
    ['a list that names the parents', flat],
    ['such a list, not in order', { data: { items: [...flat].reverse() } }],
    ['children with numbers as names', { ...example, children: { 0: flat[1], 2: flat[2] } }],
    ['a list with rows that are none', [null, 7, {}, ...flat]],
    ['children in data', { ...example, children: { data: example.children } }],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual(documented);
  });
});

test('a child whose parent is not there is below the first run', () => {
  const [root, first, second] = documented.nodes;
  const away = { ...example.children[1], parentId: 'elsewhere' };
  expect(read([{ ...example, children: [example.children[0]] }, away])).toEqual({
    nodes: [root, first, { ...second, parentId: 'elsewhere' }],
    notShown: 0,
  });
});

test('a run that comes twice counts once, the newer row', () => {
  const older = { ...example.children[0], endedAt: null, updatedAt: '2026-03-13T20:41:03Z' };
  expect(read({ ...example, children: [older, ...example.children, older] })).toEqual(documented);
});

test('runs that call each other come once', () => {
  const inside = { id: 'a', children: [{ id: 'b', children: [{ id: 'a' }] }] };
  expect(drawn(read(inside))).toEqual(['a', ' b']);
  const below = {
    id: 'a',
    children: [{ id: 'b', children: [{ id: 'c', children: [{ id: 'b' }] }] }],
  };
  expect(drawn(read(below))).toEqual(['a', ' b', '  c']);
  const circle = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'c' },
  ];
  expect(read(circle)).toMatchObject({ nodes: [{ id: 'c' }], notShown: 2 });
});

describe('a run that names one below it as its parent is the first all the same', () => {
  const below = { id: 'b', parentId: 'a', startedAt: '2026-03-13T20:41:02Z' };
  const last = { id: 'c', parentId: 'b', startedAt: '2026-03-13T20:41:03Z' };
  const first = { id: 'a', parentId: 'c', startedAt: '2026-03-13T20:41:01Z' };
  test.each([
    ['with its children inside', { ...first, children: [{ ...below, children: [last] }] }],
    ['in a list', [last, below, first]],
  ])('%s', (_, body) => {
    expect(drawn(read(body))).toEqual(['a', ' b', '  c']);
  });
});
