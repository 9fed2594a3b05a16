import { describe, expect, test } from 'vitest';
import { dayOf, startOfDayMs, stretches, trackedShare } from '../../../../lib/core/olie/timer-day';
import type { Day } from '../../../../lib/core/time/day';
import {
  ANSWERED_AT_MS,
  EXAMPLE_ZONE,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const utcDay: Day = {
  startMs: at('2026-03-13T00:00:00Z'),
  endMs: at('2026-03-14T00:00:00Z'),
  zone: { kind: 'fixed', offsetMs: 0 },
};
test("the documented example's day begins at 03:00:00Z, midnight at UTC-3", () => {
  expect(dayOf(exampleTimer(), EXAMPLE_ZONE)).toEqual({
    startMs: at('2026-03-13T03:00:00Z'),
    endMs: at('2026-03-14T03:00:00Z'),
    zone: { kind: 'named', timeZone: 'America/Sao_Paulo' },
  });
});

test("it is the service's day where the browser is elsewhere", () => {
  expect(dayOf(exampleTimer(), 'Asia/Tokyo')).toEqual({
    startMs: at('2026-03-13T03:00:00Z'),
    endMs: at('2026-03-14T03:00:00Z'),
    zone: { kind: 'fixed', offsetMs: -3 * HOUR_MS },
  });
});

test.each([
  { what: 'to the second', shiftMs: 0, start: '03:00:00Z' },
  { what: '15 s early', shiftMs: -15_000, start: '03:00:00Z' },
  { what: '15 s late', shiftMs: 15_000, start: '03:00:00Z' },
  { what: 'in a zone of quarters', shiftMs: 9.75 * HOUR_MS + 1000, start: '12:45:00Z' },
])('a start of day that comes out $what is $start', ({ shiftMs, start }) => {
  const timer = exampleTimer({ answeredAtMs: ANSWERED_AT_MS + shiftMs });
  expect(startOfDayMs(timer)).toBe(at(`2026-03-13T${start}`));
});

const QUARTER_S = 900;
test.each([
  ['of the first second', 0, 1, 0],
  ['of the first second, counted before midnight', -15, 0, 0],
  ['of the longest day, at its end', 25 * 3600 + 15, 90_000, 0],
])('an answer %s has that day', (_, sinceMidnightS, totalS, idleS) => {
  const midnightMs = at('2026-03-13T03:00:00Z');
  const answeredAtMs = midnightMs + sinceMidnightS * 1000;
  expect(startOfDayMs(exampleTimer({ answeredAtMs, totalS, idleS }))).toBe(midnightMs);
});

test.each([
  ['that begin between two quarters of an hour', { totalS: 38_140 + 16 }],
  ['that begin at the start of a timer which ran overnight', { totalS: 83_657, idleS: 0 }],
  ['of more than a day', { totalS: 90_000, idleS: QUARTER_S }],
  ['of 30 years', { totalS: 1e9 }],
  ['of more than `Date` can hold', { totalS: 1e13 }],
  ['that begin after the answer', { totalS: -QUARTER_S, idleS: 0 }],
])("by numbers %s it is the browser's own day", (_, numbers) => {
  const timer = exampleTimer({ answeredAtMs: at('2026-03-13T21:15:00Z'), ...numbers });
  expect(startOfDayMs(timer)).toBeNull();
  expect(dayOf(timer, EXAMPLE_ZONE).startMs).toBe(at('2026-03-13T03:00:00Z'));
});

test('an answer that was counted before midnight, and came after it, is of the day that has just ended', () => {
  const answeredAtMs = at('2026-03-14T03:00:10Z');
  const timer = exampleTimer({ answeredAtMs, totalS: 38_140, idleS: 86_400 - 38_140 });
  expect(dayOf(timer, EXAMPLE_ZONE)).toEqual({
    startMs: at('2026-03-13T03:00:00Z'),
    endMs: at('2026-03-14T03:00:00Z'),
    zone: { kind: 'named', timeZone: EXAMPLE_ZONE },
  });
});

test("without total or idle it is the browser's own day", () => {
  expect(startOfDayMs(exampleTimer({ totalS: null }))).toBeNull();
  expect(startOfDayMs(exampleTimer({ idleS: null }))).toBeNull();
  // Also where the other number alone leads to a midnight.
  const sinceMidnightS = 65_874;
  expect(startOfDayMs(exampleTimer({ totalS: null, idleS: sinceMidnightS }))).toBeNull();
  expect(startOfDayMs(exampleTimer({ totalS: sinceMidnightS, idleS: null }))).toBeNull();
  expect(dayOf(exampleTimer({ idleS: null }), 'Europe/Lisbon')).toEqual({
    startMs: at('2026-03-13T00:00:00Z'),
    endMs: at('2026-03-14T00:00:00Z'),
    zone: { kind: 'named', timeZone: 'Europe/Lisbon' },
  });
});

describe('stretches', () => {
  const recent = (from: string, to: string) =>
    exampleTimer()
      .recent.slice(0, 1)
      .map((row) => ({
        ...row,
        startedAtMs: at(from),
        finishedAtMs: at(to),
      }));

  test('of the documented day are its two sessions and what runs, in order', () => {
    const day = dayOf(exampleTimer(), EXAMPLE_ZONE);
    const seen = stretches(exampleTimer(), day, ANSWERED_AT_MS);
    expect(seen.map(({ from, to }) => [from * 86_400, to * 86_400])).toEqual([
      [expect.closeTo(25_239, 6), expect.closeTo(44_403, 6)],
      [expect.closeTo(46_839, 6), expect.closeTo(63_540, 6)],
      [expect.closeTo(63_599, 6), expect.closeTo(65_874, 6)],
    ]);
    expect(seen.map(({ label, endMs }) => [label, endMs])).toEqual([
      ['AD-1 awdawd', at('2026-03-13T15:20:03Z')],
      ['AD-1 awdawd', at('2026-03-13T20:39:00Z')],
      ['AD-1 awdawd', null],
    ]);
  });

  test.each([
    ['2026-03-12T22:00:00Z', '2026-03-13T06:00:00Z', 0, 0.25],
    ['2026-03-13T18:00:00Z', '2026-03-14T02:00:00Z', 0.75, 1],
    ['2026-03-12T00:00:00Z', '2026-03-15T00:00:00Z', 0, 1],
  ])("from %s to %s are cut at the day's ends", (start, end, from, to) => {
    const timer = exampleTimer({ current: null, recent: recent(start, end) });
    expect(stretches(timer, utcDay, ANSWERED_AT_MS)).toMatchObject([{ from, to }]);
  });

  test.each([
    ['outside', '2026-03-11T22:00:00Z', '2026-03-12T06:00:00Z'],
    ['empty', '2026-03-13T06:00:00Z', '2026-03-13T06:00:00Z'],
    ['backwards', '2026-03-13T06:00:00Z', '2026-03-13T05:00:00Z'],
  ])('that are %s are left out', (_, start, end) => {
    const timer = exampleTimer({ current: null, recent: recent(start, end) });
    expect(stretches(timer, utcDay, ANSWERED_AT_MS)).toEqual([]);
  });

  test('without a start are left out', () => {
    const current = exampleExecution({ startedAtMs: null });
    expect(stretches(exampleTimer({ current, recent: [] }), utcDay, ANSWERED_AT_MS)).toEqual([]);
  });
});

test.each([
  { totalS: 38_140, idleS: 27_734, share: 0.578_984_121_201_081 },
  { totalS: 60, idleS: 180, share: 0.25 },
  { totalS: 0, idleS: 60, share: 0 },
  { totalS: 0, idleS: 0, share: null },
  { totalS: null, idleS: 60, share: null },
  { totalS: 60, idleS: null, share: null },
])('the share of $totalS s tracked and $idleS s idle is $share', ({ totalS, idleS, share }) => {
  if (share === null) expect(trackedShare(totalS, idleS)).toBeNull();
  else expect(trackedShare(totalS, idleS)).toBeCloseTo(share, 6);
});
