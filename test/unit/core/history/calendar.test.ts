import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateIn,
  datesBetween,
  daysFrom,
  isDate,
  startOfDate,
  startOfWeek,
  weekday,
} from '../../../../lib/core/history/calendar';
import { localMs, SAO_PAULO } from '../../../support/examples/example-history';

const BERLIN = { kind: 'named', timeZone: 'Europe/Berlin' } as const;

test.each([
  ['2026-03-13', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-3-13', false],
  ['12026-03-13', false],
  ['+010000-01', false],
  ['2026-03-13T10:00', false],
  ['', false],
  [20260313, false],
  [['2026-03-13'], false],
  [null, false],
])('is %j a date: %s', (value, isIt) => {
  expect(isDate(value)).toBe(isIt);
});

test.each([
  [SAO_PAULO, '2026-03-12T23:59:59-03:00', '2026-03-12'],
  [SAO_PAULO, '2026-03-13T00:00:00-03:00', '2026-03-13'],
  [BERLIN, '2026-03-12T23:00:00Z', '2026-03-13'],
  [BERLIN, '2026-06-30T21:59:59Z', '2026-06-30'],
  [BERLIN, '2026-06-30T22:00:00Z', '2026-07-01'],
])('in %j at %s it is %s', (zone, at, date) => {
  expect(dateIn(zone, Date.parse(at))).toBe(date);
});

test('a date begins at the midnight of its zone', () => {
  expect(startOfDate('2026-03-13', SAO_PAULO)).toBe(localMs('2026-03-13 00:00'));
  expect(startOfDate('2026-03-30', BERLIN)).toBe(Date.parse('2026-03-29T22:00:00Z'));
});

test.each([
  ['2026-03-13', 0, '2026-03-13', '2026-03-01'],
  ['2026-12-31', 1, '2027-01-01', '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29', '2028-03-01'],
  ['2026-01-31', -1, '2026-01-30', '2025-12-01'],
  ['2026-03-31', 14, '2026-04-14', '2027-05-01'],
])('%s and %i days is %s, and so many months %s', (date, count, day, month) => {
  expect(addDays(date, count)).toBe(day);
  expect(addMonths(date, count)).toBe(month);
});

describe('from one date to another', () => {
  test.each([
    ['2026-02-27', '2026-03-01', 2, ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['2026-03-13', '2026-03-13', 0, ['2026-03-13']],
    ['2026-03-13', '2026-03-12', -1, []],
    ['2026-03-13', '2026-03-03', -10, []],
  ])('%s to %s', (from, to, days, dates) => {
    expect(daysFrom(from, to)).toBe(days);
    expect(datesBetween(from, to)).toEqual(dates);
  });
});

test.each([
  // From Monday to Sunday.
  ['2026-03-09', 1, '2026-03-09', '2026-03-07', '2026-03-08'],
  ['2026-03-13', 5, '2026-03-09', '2026-03-07', '2026-03-08'],
  ['2026-03-14', 6, '2026-03-09', '2026-03-14', '2026-03-08'],
  ['2026-03-15', 7, '2026-03-09', '2026-03-14', '2026-03-15'],
])(
  '%s is day %i, and weeks from Monday, Saturday and Sunday begin on %s, %s and %s',
  (date, day, ...starts) => {
    expect(weekday(date)).toBe(day);
    expect([1, 6, 7].map((firstDay) => startOfWeek(date, firstDay))).toEqual(starts);
  },
);
