import { describe, expect, test } from 'vitest';
import {
  flag,
  moment,
  part,
  partOrNull,
  quantity,
  readFlag,
  rows,
  seconds,
  signedSeconds,
  text,
  textOrNull,
  toList,
} from '../../../lib/api/wire';
import * as z from '../../../lib/core/zod';

describe('text()', () => {
  test.each([
    ['181', '181'],
    [181, '181'],
    [0, '0'],
    ['', ''],
    ['a\u202eb\u2066c', 'abc'],
    ['x'.repeat(900_000), 'x'.repeat(2_000)],
    [`${'x'.repeat(1_999)}🙂`, 'x'.repeat(1_999)],
    [`${'x'.repeat(1_998)}🙂🙂`, `${'x'.repeat(1_998)}🙂`],
    [true, ''],
    [null, ''],
    [{}, ''],
  ])('reads %j as %j', (value, found) => {
    expect(z.parse(text(), value)).toBe(found);
  });
});

describe('textOrNull()', () => {
  test.each([
    ['self_stop', 'self_stop'],
    ['', ''],
    [7, null],
    [undefined, null],
  ])('reads %j as %j', (value, found) => {
    expect(z.parse(textOrNull(), value)).toBe(found);
  });
});

describe('moment()', () => {
  test.each([
    ['2026-03-13T20:39:59.000000Z', 1_773_434_399_000],
    ['2026-03-13T20:39:59.750123Z', 1_773_434_399_750],
    ['2026-03-13T17:39:59-03:00', 1_773_434_399_000],
    ['', null],
    ['yesterday', null],
    ['2026-13-45T99:00:00Z', null],
    ['1970-01-01T00:00:00.001Z', 1],
    ['1970-01-01T00:00:00Z', null],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
    ['1969-12-31T23:59:59Z', null],
    ['0001-01-01T00:00:00Z', null],
    ['-271821-04-20T00:00:00.000Z', null],
    ['+275760-09-13T00:00:00.000Z', null],
    [1_773_434_399, 1_773_434_399_000],
    [null, null],
  ])('reads %j as %j', (value, found) => {
    expect(z.parse(moment(), value)).toBe(found);
  });

  test.each([
    '2026-03-13T20:39:59',
    '2026-03-13 20:39:59',
    '2026-03-13 20:39',
    '2026-03-13T20:39:59.000000',
  ])('reads %s as UTC, not in the zone of this computer (São Paulo)', (wire) => {
    expect(new Date(0).getTimezoneOffset()).toBe(180);
    const atMs = Date.parse(wire.includes(':59') ? '2026-03-13T20:39:59Z' : '2026-03-13T20:39:00Z');
    expect(z.parse(moment(), wire)).toBe(atMs);
  });
});

describe('seconds()', () => {
  test.each([
    [38_140, 38_140],
    [0, 0],
    ['38140', 38_140],
    ['38140.75', 38_140],
    [0.9, 0],
    [-5, 0],
    [1e9, 1e9],
    [1e9 + 1, null],
    ['1e300', null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.NaN, null],
    ['', null],
    [' ', null],
    ['ten', null],
    [true, null],
    [null, null],
    [[], null],
  ])('reads %j as %j', (value, found) => {
    expect(z.parse(seconds(), value)).toBe(found);
  });
});

describe('quantity()', () => {
  test.each([
    [50, 50],
    ['50.25', 50.25],
    [-1, 0],
    ['R$ 50', 0],
    [null, 0],
    [1e12, 1e12],
    [1e13, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('reads %j as %j', (value, found) => {
    expect(z.parse(quantity(), value)).toBe(found);
  });
});

describe('flag()', () => {
  test.each([true, 1, '1', 'true', 'TRUE', ' yes ', 'on', 'y', 't'])('is set by %j', (value) => {
    expect(z.parse(flag(), value)).toBe(true);
  });

  test.each([false, 0, '0', 'false', '', null, undefined, {}, [1], 2])(
    'is not set by %j',
    (value) => {
      expect(z.parse(flag(), value)).toBe(false);
    },
  );
});

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
    ['of several the first with rows', { data: [], items: list }, list],
    ['a text', 'x', null],
    ['a number', 7, null],
    ['an object', { id: 1, name: 'x' }, null],
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

describe('a flag that says no', () => {
  test.each([false, 0, '0', 'false', 'FALSE', ' no', 'off', 'n', 'f', ''])('%j', (value) => {
    expect(readFlag(value)).toBe(false);
  });

  test.each<unknown>([null, undefined, {}, 7, 'x', 'maybe', { toString: null }])(
    '%j says nothing',
    (value) => {
      expect(readFlag(value)).toBeNull();
    },
  );
});

test.each([
  [-7195, -7195],
  ['-7195.5', -7196],
  [27_734, 27_734],
  [1e9 + 1, null],
  [null, null],
  ['', null],
])('signedSeconds() reads %j as %j', (value, found) => {
  expect(z.parse(signedSeconds(), value)).toBe(found);
});

test('a part may be inside data, as PHP sends resources', () => {
  expect(z.parse(partOrNull({ id: text() }), { data: { id: 7 } })).toEqual({ id: '7' });
  expect(z.parse(partOrNull({ id: text() }), { id: 1, data: { id: 7 } })).toEqual({ id: '1' });
  expect(z.parse(partOrNull({ data: text() }), { data: 'x' })).toEqual({ data: 'x' });
});
