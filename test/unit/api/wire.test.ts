import { describe, expect, test } from 'vitest';
import {
  flag,
  moment,
  quantity,
  readFlag,
  seconds,
  signedSeconds,
  text,
  textOrNull,
} from '../../../lib/api/wire';
import * as z from '../../../lib/core/zod';

describe('text()', () => {
  test.each([
    ['181', '181'],
    [181, '181'],
    [0, '0'],
    ['', ''],
    ['a\u202eb\u2066c', 'abc'],
    [' a b\n', 'a b'],
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
    [-0, 0],
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

describe('a flag that says no', () => {
  test.each([false, 0, '0', 'false', 'FALSE', ' no', 'off', 'n', 'f', ''])('%j', (value) => {
    expect(readFlag(value)).toBe(false);
  });

  test.each<unknown>([null, undefined, {}, 7, 21, 'x', 'maybe', 'person', { toString: null }])(
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
  [1e9, 1e9],
  [-1e9, -1e9],
  [1e9 + 1, null],
  [null, null],
  ['', null],
])('signedSeconds() reads %j as %j', (value, found) => {
  expect(z.parse(signedSeconds(), value)).toBe(found);
});
