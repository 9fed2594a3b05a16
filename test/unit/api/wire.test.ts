import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { count, flag, moment, quantity, rows, text, textOrNull } from '../../../lib/api/wire';
import { fields, fieldsOrNull } from '../../../lib/core/fields';
import { runs, seeded } from '../../support/examples/arbitrary';

beforeAll(() => {
  seeded();
});

test.each([
  [{ a: 1 }, { a: 1 }],
  [{}, {}],
  [null, null],
  [undefined, null],
  ['text', null],
  [7, null],
  [[1], null],
])('the fields of %j are %j', (value, found) => {
  expect(fieldsOrNull(value)).toEqual(found);
  expect(fields(value)).toEqual(found ?? {});
});

test('rows that cannot be read are left out', () => {
  const even = (value: unknown) => (typeof value === 'number' && value % 2 === 0 ? value : null);
  expect(rows([2, 3, 'x', null, 4], even)).toEqual([2, 4]);
  expect(rows('24', even)).toEqual([]);
  expect(rows({ 0: 2 }, even)).toEqual([]);
});

test.each([
  ['181', '181'],
  [181, '181'],
  [0, '0'],
  ['', ''],
  [true, ''],
  [null, ''],
  [{}, ''],
])('the text of %j is %j', (value, found) => {
  expect(text(value)).toBe(found);
});

test.each([
  ['self_stop', 'self_stop'],
  ['', ''],
  [7, null],
  [undefined, null],
])('the optional text of %j is %j', (value, found) => {
  expect(textOrNull(value)).toBe(found);
});

test.each([
  ['2026-03-13T20:39:59.000000Z', 1_773_434_399_000],
  ['2026-03-13T20:39:59.750123Z', 1_773_434_399_750],
  ['2026-03-13T17:39:59-03:00', 1_773_434_399_000],
  ['', null],
  ['yesterday', null],
  ['2026-13-45T99:00:00Z', null],
  ['1970-01-01T00:00:00Z', 0],
  ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ['1969-12-31T23:59:59Z', null],
  ['0001-01-01T00:00:00Z', null],
  ['-271821-04-20T00:00:00.000Z', null],
  ['+275760-09-13T00:00:00.000Z', null],
  [1_773_434_399, null],
  [null, null],
])('the moment of %j is %j', (value, found) => {
  expect(moment(value)).toBe(found);
});

const EXAMPLES = [
  '2026-03-13T20:39:59Z',
  '2026-03-13T20:39:59.114Z',
  '2026-03-13T20:39:59.000000Z',
  '2024-02-29T24:00:00Z',
  '13 Mar 2026 20:39:59Z',
];

/** A moment as services write it, with some characters of it changed, left out or put in. */
const almostMoments = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...EXAMPLES),
      fc.date({ min: new Date(0), noInvalidDate: true }).map((date) => date.toISOString()),
    ),
    fc.array(
      fc.record({
        at: fc.nat(27),
        removed: fc.nat(2),
        put: fc.constantFrom('', '0', '1', '2', '3', '6', '9', '-', ':', '.', 'T', 'Z', ' ', 'x'),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce(
      (changed, { at, removed, put }) => changed.slice(0, at) + put + changed.slice(at + removed),
      text,
    ),
  );

test.each([
  '2026-03-13T20:39:59',
  '2026-03-13 20:39:59',
  '2026-03-13 20:39',
  '2026-03-13T20:39:59.000000',
])('%s, without a zone, is in UTC, not in the zone of the computer (here São Paulo)', (wire) => {
  expect(new Date(0).getTimezoneOffset()).toBe(180);
  const atMs = Date.parse(wire.includes(':59') ? '2026-03-13T20:39:59Z' : '2026-03-13T20:39:00Z');
  expect(moment(wire)).toBe(atMs);
});

const WITHOUT_ZONE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d(\.\d+)?)?)$/;

test('a moment is what Date.parse says, however it is written', () => {
  fc.assert(
    fc.property(almostMoments, (text) => {
      const atMs = Date.parse(text.replace(WITHOUT_ZONE, '$1T$2Z'));
      expect(moment(text)).toBe(atMs >= 0 && atMs < 253_402_300_800_000 ? atMs : null);
    }),
    { numRuns: runs(20_000) },
  );
});

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
])('the count of %j is %j', (value, found) => {
  expect(count(value)).toBe(found);
});

test.each([
  [50, 50],
  ['50.25', 50.25],
  [-1, 0],
  ['R$ 50', 0],
  [null, 0],
  [1e12, 1e12],
  [1e13, 0],
  [Number.POSITIVE_INFINITY, 0],
])('the quantity of %j is %j', (value, found) => {
  expect(quantity(value)).toBe(found);
});

describe('a flag', () => {
  test.each([true, 1, '1', 'true'])('is set by %j', (value) => {
    expect(flag(value)).toBe(true);
  });

  test.each([false, 0, '0', 'false', '', null, undefined, {}, [1], 2])(
    'is not set by %j',
    (value) => {
      expect(flag(value)).toBe(false);
    },
  );
});

test('of more rows than can be something, the first 10 000 are read', () => {
  expect(rows(new Array(10_001).fill(1), (row) => row)).toHaveLength(10_000);
});
