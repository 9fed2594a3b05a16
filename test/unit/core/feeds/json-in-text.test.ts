import { describe, expect, test } from 'vitest';
import { objectsInText, textAt } from '../../../../lib/core/feeds/json-in-text';
import { jsonTreeSchema } from '../../../../lib/core/feeds/json-tree';
import * as z from '../../../../lib/core/zod';
import { computedMs } from '../../../support/examples/computed-ms';

describe('the objects in a text', () => {
  test.each([
    ['an object', '{"a":1}', [{ a: 1 }]],
    ['those in a list', '[{"a":1},7,null,"x",{"b":2}]', [{ a: 1 }, { b: 2 }]],
    ['in a sentence', 'It was {"a":1}, as documented.', [{ a: 1 }]],
    ['a list in a sentence', 'It was [{"a":1}].', [{ a: 1 }]],
    ['in smart quotes', '{“a”: “b”}', [{ a: 'b' }]],
    ['none in a text', 'nothing', []],
    ['none in half of one', '{"a":1', []],
    ['none in two of them', '{"a":1} {"b":2}', []],
  ])('%s: %s', (_, text, objects) => {
    expect(objectsInText(text)).toEqual(objects);
  });

  test.each([
    ['a console', `{a: 'x', $b: undefined, c: "it's"}`, { a: 'x', $b: null, c: "it's" }],
    ['a program', `const one = {\n  a: 'it\\'s {b: 1}',\n};`, { a: "it's {b: 1}" }],
    ['JavaScript', `{A: true, b: [false], "c": null,}`, { A: true, b: [false], c: null }],
    ['Python', `{'a': None, 'b': True, 'c': False}`, { a: null, b: true, c: false }],
  ])('are read as %s has them', (_, text, object) => {
    expect(objectsInText(text)).toEqual([object]);
  });

  test('are looked for in no time that anybody notices, however long a word is', () => {
    const beforeMs = computedMs();
    expect(objectsInText(`{${'a'.repeat(100_000)}}`)).toEqual([]);
    expect(computedMs() - beforeMs).toBeLessThan(5000);
  });

  // As a log has it: JSON in a text, without the quotes around it.
  test.each(['"', "'"])('nor however many %s are escaped', (quote) => {
    const beforeMs = computedMs();
    expect(objectsInText(`{${`\\${quote}`.repeat(100_000)}}`)).toEqual([]);
    expect(computedMs() - beforeMs).toBeLessThan(5000);
  });

  test('come with the outer ones first', () => {
    const text = '{"deep":{"deeper":{"name":"c"}},"list":[{"name":"b"}]}';
    expect(objectsInText(text).map((one) => textAt(one, ['name']))).toEqual([
      ...[null, null],
      ...['c', 'b'],
    ]);
  });

  test('are looked for in the first thousand values', () => {
    const rows = (count: number) => Array.from({ length: count }, () => ({ in: {} }));
    expect(objectsInText(JSON.stringify(rows(400)))).toHaveLength(800);
    expect(objectsInText(JSON.stringify(rows(998)))).toHaveLength(999);
    expect(objectsInText(JSON.stringify(rows(999)))).toHaveLength(999);
    expect(objectsInText(JSON.stringify(rows(1500)))).toHaveLength(1000);
  });

  test('are found beside long texts', () => {
    let nested: object = { name: 'x' };
    for (let depth = 0; depth < 400; depth += 1) nested = { text: 'a text', nested };
    expect(objectsInText(JSON.stringify(nested))).toHaveLength(401);
  });
});

test.each([
  [{ id: 'a' }, 'a'],
  [{ id: ' a\n' }, 'a'],
  [{ id: 7 }, '7'],
  [{ id: 0 }, '0'],
  [{ id: '', other: 'b' }, 'b'],
  [{ id: ' ', other: 'b' }, 'b'],
  [{ id: null, other: 'b' }, 'b'],
  [{ id: true, other: 'b' }, 'b'],
  [{ other: 'b', id: 'a' }, 'a'],
  [{ id: {} }, null],
  [{}, null],
])('the text that %j has under a name is %j', (object, text) => {
  expect(textAt(object, ['id', 'other'])).toBe(text);
});

test('a name that every object has names nothing', () => {
  expect(textAt(Object.create({ id: 'a' }), ['id'])).toBeNull();
});

test('a tree is read as it was sent', () => {
  const tree = { nodes: [{ depth: 0, name: '', value: 'x' }], notShown: 3 };
  expect(z.safeParse(jsonTreeSchema, JSON.parse(JSON.stringify(tree))).data).toEqual(tree);
  for (const broken of [{ depth: 'x' }, { name: 7 }, { value: null }]) {
    const nodes = [{ ...tree.nodes[0], ...broken }];
    expect(z.safeParse(jsonTreeSchema, { ...tree, nodes }).success).toBe(false);
  }
});
