import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../lib/core/history/calendar';
import {
  datesOf,
  hashOf,
  isIn,
  lastDate,
  type Period,
  type PeriodKind,
  periodWith,
  shifted,
  switched,
  viewOf,
} from '../../../../lib/core/history/period';

const MONDAY = 1;
const SATURDAY = 6;
const SUNDAY = 7;
/** A Thursday. */
const TODAY = '2026-11-26';

const period = (kind: PeriodKind, from: string): Period => ({ kind, from });

describe('the period with a date', () => {
  test.each<[PeriodKind, string, number, string, string]>([
    ['day', '2026-11-26', MONDAY, '2026-11-26', '2026-11-26'],
    ['week', '2026-11-26', MONDAY, '2026-11-23', '2026-11-29'],
    ['week', '2026-11-26', SUNDAY, '2026-11-22', '2026-11-28'],
    ['week', '2026-11-26', SATURDAY, '2026-11-21', '2026-11-27'],
    ['week', '2026-11-23', MONDAY, '2026-11-23', '2026-11-29'],
    ['week', '2026-11-22', SUNDAY, '2026-11-22', '2026-11-28'],
    ['week', '2027-01-01', MONDAY, '2026-12-28', '2027-01-03'],
    ['month', '2026-11-26', MONDAY, '2026-11-01', '2026-11-30'],
    ['month', '2028-02-29', MONDAY, '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', SUNDAY, '2026-12-01', '2026-12-31'],
  ])('the %s with %s, weeks beginning on day %d', (kind, date, weekStart, from, to) => {
    const found = periodWith(kind, date, weekStart);
    expect([found.from, lastDate(found)]).toEqual([from, to]);
    expect(datesOf(found)).toContain(date);
  });
});

describe('before and after', () => {
  test.each([
    [period('day', '2026-03-01'), '2026-02-28', '2026-03-02'],
    [period('week', '2026-12-28'), '2026-12-21', '2027-01-04'],
    [period('month', '2026-01-01'), '2025-12-01', '2026-02-01'],
  ])('%o', (here, before, after) => {
    expect(shifted(here, -1)).toEqual({ ...here, from: before });
    expect(shifted(here, 1)).toEqual({ ...here, from: after });
  });
});

test.each([
  [period('day', '2026-02-26'), 10, '2026-03-08'],
  [period('week', '2026-12-28'), 3, '2027-01-18'],
  [period('week', '2026-12-28'), 0, '2026-12-28'],
  [period('month', '2026-01-01'), -14, '2024-11-01'],
])('%o and %i more of its kind', (here, count, from) => {
  expect(shifted(here, count)).toEqual({ ...here, from });
});

test.each([
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2026-11-29', true],
  ['2026-11-30', false],
])('%s is in the week from 23 November: %s', (date, isIt) => {
  expect(isIn(period('week', '2026-11-23'), date)).toBe(isIt);
});

describe('addresses', () => {
  test.each([
    [period('month', '1970-01-01'), MONDAY, '#month=1970-01'],
    [period('day', '2026-11-26'), MONDAY, '#day=2026-11-26'],
    [period('month', '2026-11-01'), MONDAY, '#month=2026-11'],
    // As ISO 8601 counts, if weeks begin on Monday.
    [period('week', '2026-11-23'), MONDAY, '#week=2026-W48'],
    [period('week', '2025-12-29'), MONDAY, '#week=2026-W01'],
    [period('week', '2026-12-28'), MONDAY, '#week=2026-W53'],
    [period('week', '2027-01-04'), MONDAY, '#week=2027-W01'],
    // Otherwise the week is of the year in which its fourth day lies, too.
    [period('week', '2026-11-22'), SUNDAY, '#week=2026-W47'],
    [period('week', '2025-12-28'), SUNDAY, '#week=2025-W53'],
    [period('week', '2026-01-04'), SUNDAY, '#week=2026-W01'],
    [period('week', '2026-01-03'), SATURDAY, '#week=2026-W01'],
  ])('%o, weeks beginning on day %d: %s', (here, weekStart, hash) => {
    expect(hashOf({ period: here, project: null })).toBe(hash);
    expect(viewOf(hash, '2027-06-01', weekStart)).toEqual({ period: here, project: null });
  });

  test.each(['p-1', 'AD-1 awdawd', 'a&b=c#d', 'projeto do João', '\u202Etxt'])(
    'with the project %s',
    (project) => {
      const view = { period: period('month', '2026-11-01'), project };
      expect(viewOf(hashOf(view), TODAY, MONDAY)).toEqual(view);
    },
  );

  test.each([MONDAY, SATURDAY, SUNDAY])(
    'of every week beginning on day %d: each has one of its own, that leads back to it',
    (weekStart) => {
      let here = periodWith('week', '2015-01-01', weekStart);
      const seen: string[] = [];
      while (here.from < '2045-01-01') {
        const hash = hashOf({ period: here, project: null });
        expect(viewOf(hash, '2050-01-01', weekStart).period).toEqual(here);
        seen.push(hash);
        here = shifted(here, 1);
      }
      expect(seen.length).toBeGreaterThan(1500);
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  test.each([
    '',
    '#',
    '#week=2026-W54',
    '#week=2025-W53',
    '#week=2026-W00',
    '#week=2026-48',
    '#day=2026-02-30',
    '#day=2026-11-26T10:00',
    '#month=2026-13',
    '#month=2026-1',
    '#month=0000-01',
    '#month=1969-12',
    '#day=0050-01-01',
    '#week=9999-W52',
    '#day=+02026-11-26',
    '#year=2026',
    '#%E0%A4%A',
    // Of a time to come.
    '#day=2026-11-27',
    '#week=2026-W49',
    '#month=2026-12',
  ])('a broken one, "%s", means this week', (hash) => {
    expect(viewOf(hash, TODAY, MONDAY).period).toEqual(period('week', '2026-11-23'));
  });

  test('what begins today is not of a time to come', () => {
    expect(viewOf('#day=2026-11-26', TODAY, MONDAY).period).toEqual(period('day', TODAY));
    expect(viewOf('#month=2026-12', '2026-12-01', MONDAY).period.kind).toBe('month');
  });

  test('an empty project means all', () => {
    expect(viewOf('#week=2026-W48&project=', TODAY, MONDAY).project).toBeNull();
  });

  test('the project counts also if the rest is broken', () => {
    expect(viewOf('#week=x&project=p-1', TODAY, MONDAY).project).toBe('p-1');
  });
});

describe('another kind of period', () => {
  test.each<[Period, PeriodKind, string]>([
    // With today, if today is shown.
    [period('week', '2026-11-23'), 'day', TODAY],
    [period('month', '2026-11-01'), 'week', '2026-11-23'],
    [period('month', '2026-11-01'), 'day', TODAY],
    [period('day', TODAY), 'month', '2026-11-01'],
    // Otherwise at about the same time.
    [period('week', '2026-10-05'), 'day', '2026-10-05'],
    [period('day', '2026-10-07'), 'week', '2026-10-05'],
    [period('day', '2026-10-11'), 'week', '2026-10-05'],
    [period('day', '2026-10-31'), 'month', '2026-10-01'],
    [period('month', '2026-09-01'), 'week', '2026-08-31'],
    [period('week', '2026-08-31'), 'month', '2026-09-01'],
  ])('%o as a %s', (here, kind, from) => {
    expect(switched(here, kind, TODAY, MONDAY)).toEqual({ kind, from });
  });

  test('a month and the week that it leads to lead to each other, in every month', () => {
    for (const weekStart of [MONDAY, SATURDAY, SUNDAY]) {
      let month = period('month', '2020-01-01');
      while (month.from < '2025-01-01') {
        const week = switched(month, 'week', TODAY, weekStart);
        expect(switched(week, 'month', TODAY, weekStart)).toEqual(month);
        month = periodWith('month', addDays(lastDate(month), 1), weekStart);
      }
    }
  });
});
