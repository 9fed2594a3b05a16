import { describe, expect, test } from 'vitest';
import { mergedRecords } from '../../../../lib/core/history/merge';
import { weekAndEarlier } from '../../../../lib/core/history/popup-days';
import { isAtLeast } from '../../../../lib/core/history/totals';
import type { Timer } from '../../../../lib/core/olie/timer';
import { dayAt } from '../../../../lib/core/time/day';
import { localMs, PERSON, session, told } from '../../../support/examples/example-history';
import {
  EXAMPLE_ZONE,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';

const [MONDAY, SUNDAY] = [1, 7];
const RECORDS = [
  told('2026-03-04 23:50', [session('a', '2026-03-04 09:00', '2026-03-04 10:00')]),
  told('2026-03-05 23:50', [session('b', '2026-03-05 09:00', '2026-03-05 12:00')]),
  told('2026-03-11 23:50', []),
  told('2026-03-12 23:50', [session('c', '2026-03-12 09:00', '2026-03-12 11:00')]),
].reduce(mergedRecords);

/** Of Friday at 10:00: an hour was tracked, and it goes on. */
const TIMER = exampleTimer({
  ...{ answeredAtMs: localMs('2026-03-13 10:00'), recent: [], totalS: 3600, idleS: 9 * 3600 },
  current: exampleExecution({ id: 'x', startedAtMs: localMs('2026-03-13 09:00') }),
});

function shown(at: string, timer: Timer | null = TIMER, firstDay = MONDAY, from = '2026-03-05') {
  const known = { records: RECORDS, timer, personId: PERSON, timeZone: EXAMPLE_ZONE };
  const nowMs = localMs(at);
  return weekAndEarlier(known, dayAt(nowMs, EXAMPLE_ZONE), { from, firstDay }, nowMs);
}
const totals = (days: ReturnType<typeof shown>['week']) => days.map(({ totalS }) => totalS);

test.each([
  ['2026-03-13 10:00', MONDAY, '2026-03-09', '2026-03-15'],
  ['2026-03-13 10:00', SUNDAY, '2026-03-08', '2026-03-14'],
  ['2026-03-15 10:00', MONDAY, '2026-03-09', '2026-03-15'],
  ['2026-03-15 10:00', SUNDAY, '2026-03-15', '2026-03-21'],
])('at %s, a week that begins on day %i goes from %s to %s', (at, firstDay, from, to) => {
  const { today, week } = shown(at, TIMER, firstDay);
  expect(today).toBe(at.slice(0, 10));
  expect(week).toHaveLength(7);
  expect([week[0]?.date, week[6]?.date]).toEqual([from, to]);
});

test.each([
  ['once it is over', '2026-03-14 00:00', '2026-03-14'],
  ['to its last moment', '2026-03-13 23:59:59', '2026-03-13'],
  ['also by a clock that is behind', '2026-03-12 23:00', '2026-03-13'],
])("today is the answer's day, or the next one: %s", (_, at, date) => {
  const known = { records: RECORDS, timer: TIMER, personId: PERSON, timeZone: EXAMPLE_ZONE };
  const friday = dayAt(localMs('2026-03-13 10:00'), EXAMPLE_ZONE);
  const read = { from: '2026-03-05', firstDay: MONDAY };
  expect(weekAndEarlier(known, friday, read, localMs(at)).today).toBe(date);
});

describe('what runs', () => {
  test('counts on in its day, in which there may be no record yet', () => {
    expect(totals(shown('2026-03-13 10:30').week)).toEqual([0, 0, 0, 7200, 5400, 0, 0]);
  });

  test.each(['2026-03-14 00:00', '2026-03-14 00:10'])(
    'is as it was last told once its day is over: at %s',
    (at) => {
      expect(totals(shown(at).week)).toEqual([0, 0, 0, 7200, 3600, 0, 0]);
      expect(shown(at).week[4]).toMatchObject({ isPartial: true, isUnknown: false });
    },
  );

  test('is left out without an answer', () => {
    const { week } = shown('2026-03-13 10:30', null);
    expect(totals(week)).toEqual([0, 0, 0, 7200, 0, 0, 0]);
    expect(week.map(({ isUnknown }) => isUnknown)).toEqual([
      ...[true, true, false, false, true, true, true],
    ]);
  });
});

test('earlier days are those before today with sessions, newest first, as far as they were read', () => {
  const dates = (from: string) =>
    shown('2026-03-13 10:30', TIMER, MONDAY, from).earlier.map(({ date }) => date);
  expect(dates('2026-03-05')).toEqual(['2026-03-12', '2026-03-05']);
  expect(dates('2026-03-01')).toEqual(['2026-03-12', '2026-03-05', '2026-03-04']);
  expect(shown('2026-03-14 10:00').earlier.map(({ date }) => date)).toEqual([
    ...['2026-03-13', '2026-03-12', '2026-03-05'],
  ]);
});

test('an account that hides times hides those of all days', () => {
  const hidden = (timer: Timer | null) => {
    const { week, earlier } = shown('2026-03-13 10:30', timer);
    return [...week, ...earlier].map(({ isHidden }) => isHidden);
  };
  expect(new Set(hidden({ ...TIMER, hidden: true }))).toEqual(new Set([true]));
  expect(new Set(hidden(TIMER))).toEqual(new Set([false]));
  expect(new Set(hidden(null))).toEqual(new Set([false]));
});

test('a day whose times were hidden adds nothing to the week, which is at least the rest', () => {
  const tracked = session('h', '2026-03-11 09:00', '2026-03-11 14:00');
  const hidden = told('2026-03-11 23:55', [tracked], { hidden: true });
  const records = mergedRecords(RECORDS, hidden);
  const nowMs = localMs('2026-03-13 10:30');
  const { week, earlier } = weekAndEarlier(
    { records, timer: TIMER, personId: PERSON, timeZone: EXAMPLE_ZONE },
    dayAt(nowMs, EXAMPLE_ZONE),
    { from: '2026-03-05', firstDay: MONDAY },
    nowMs,
  );
  expect(totals(week)).toEqual([0, 0, 0, 7200, 5400, 0, 0]);
  expect(week.map(isAtLeast)).toEqual([false, false, true, false, false, false, false]);
  expect(earlier.find(({ date }) => date === '2026-03-11')?.isHidden).toBe(true);
});
