import { describe, expect, test } from 'vitest';
import { part, partOrNull, rows, text, toList } from '../../../lib/api/wire';
import * as z from '../../../lib/core/zod';

describe('part() and partOrNull()', () => {
  const shape = { a: text(), b: part({ c: text() }) };

  test.each([
    [{ a: 1 }, { a: '1', b: { c: '' } }],
    [{ b: { c: 2, d: 3 } }, { a: '', b: { c: '2' } }],
    [{}, { a: '', b: { c: '' } }],
    [null, null],
    [undefined, null],
    ['text', null],
    [7, null],
    [[1], null],
  ])('read %j as %j', (value, found) => {
    expect(z.parse(partOrNull(shape), value)).toEqual(found);
    expect(z.parse(part(shape), value)).toEqual(found ?? { a: '', b: { c: '' } });
  });
});

test('a part may be inside data, as PHP sends resources', () => {
  expect(z.parse(partOrNull({ id: text() }), { data: { id: 7 } })).toEqual({ id: '7' });
  expect(z.parse(partOrNull({ id: text() }), { id: 1, data: { id: 7 } })).toEqual({ id: '1' });
  expect(z.parse(partOrNull({ data: text() }), { data: 'x' })).toEqual({ data: 'x' });
});

test('a part may be the first of a list', () => {
  const shape = { id: text() };
  expect(z.parse(partOrNull(shape), [{ id: 7 }])).toEqual({ id: '7' });
  expect(z.parse(partOrNull(shape), { data: [{ id: 7 }] })).toEqual({ id: '7' });
  expect(z.parse(part(shape), [{ data: { id: 7 } }])).toEqual({ id: '7' });
  expect(z.parse(partOrNull(shape), { id: 1, data: [{ id: 7 }] })).toEqual({ id: '1' });
  for (const none of [[], [[]], [null], { data: [] }]) {
    expect(z.parse(part(shape), none)).toEqual({ id: '' });
  }
});

describe('rows()', () => {
  const read = (value: unknown) => z.parse(rows({ id: text() }), value).map(({ id }) => id);

  test('leaves out what is no object, and no other row', () => {
    expect(read([{ id: 2 }, 3, 'x', [], null, {}, { id: '4' }])).toEqual(['2', '', '4']);
  });

  test.each(['24', { id: 2 }, {}, null, undefined])('reads %j as no rows', (value) => {
    expect(read(value)).toEqual([]);
  });

  test('reads the first 10,000', () => {
    expect(read(new Array(10_001).fill({ id: 1 }))).toHaveLength(10_000);
    expect(read(new Array(300_000).fill(0))).toEqual([]);
  });
});

describe('toList()', () => {
  const list = [{ id: 1 }, { id: 2 }];
  test.each([
    ['a list', list, list],
    ['an empty list', [], []],
    ['numbers as names', { 0: list[0], 2: list[1] }, list],
    ['numbers as names, not in order', { 10: list[1], 2: list[0] }, list],
    ['ids as names', { 'a14afbe7-d2bc': list[0], 'b14afbe7-d2bc': list[1] }, list],
    ['data', { data: list, meta: { total: 2 } }, list],
    ['items', { items: list }, list],
    ['executions', { executions: list }, list],
    ['data with items', { data: { items: list, total: 2 } }, list],
    ['data with data', { data: { data: list } }, list],
    ['data with numbers as names', { data: { 1: list[0], 3: list[1] } }, list],
    ['rows beside their number', [list, 2], [...list, 2]],
    ['no rows beside their number', { data: [[], 0] }, [0]],
    ['groups', { '2026-03-12': [list[0]], '2026-03-13': [list[1]] }, list],
    ['of several the first with rows', { data: [], items: list }, list],
    ['a text', 'x', null],
    ['a number', 7, null],
    ['an object', { id: 1, name: 'x' }, null],
    ['an object with one digit in a name', { id: list[0], line2: list[1] }, null],
    ['an empty object', {}, null],
    ['too deep', { data: { data: { data: { data: list } } } }, null],
    ['null', null, null],
    ['nothing', undefined, null],
  ])('reads %s', (_, value, found) => {
    expect(toList(value)).toEqual(found);
  });

  test('takes the first value with rows', () => {
    expect(toList([], null, list, [3])).toBe(list);
    expect(toList(null, [])).toEqual([]);
  });
});
