import { describe, expect, test } from 'vitest';
import { runningFrom, standing } from '../../../../lib/core/time/clock';
import { type Alarm, alarmFor, atMidnight, isAlarmRight } from '../../../../lib/core/toolbar/alarm';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-03-13T21:17:54Z');
/** The documented execution has run 2275 s, 37:55. */
const clock = runningFrom(NOW_MS - 2_275_000);

describe('the alarm goes off within 2 s after the count turns to its next minute', () => {
  test.each([
    { what: 'right', offsetMs: 0 },
    { what: '26 h behind', offsetMs: 26 * HOUR_MS },
    { what: '26 h ahead', offsetMs: -26 * HOUR_MS },
    { what: '777 ms behind', offsetMs: 777 },
    { what: '26 h and 31 s ahead', offsetMs: -26 * HOUR_MS - 31_000 },
  ])('with a computer clock that is $what', ({ offsetMs }) => {
    const browserNowMs = NOW_MS - offsetMs;
    const { whenMs, periodMs } = alarmFor(clock, MINUTE_MS, browserNowMs, offsetMs);
    expect(periodMs).toBe(60_000);
    // 37:55 turns to 38:00 five seconds later.
    expect(whenMs - browserNowMs).toBeGreaterThanOrEqual(5_000);
    expect(whenMs - browserNowMs).toBeLessThanOrEqual(7_000);
  });

  test.each([0, 1, 399, 400, 401, 29_999, 30_000, 59_999, 123_456])(
    'and always in the next period, %d ms into the execution',
    (intoMs) => {
      const { whenMs } = alarmFor(runningFrom(NOW_MS - intoMs), MINUTE_MS, NOW_MS, 0);
      const afterTurnMs = (whenMs - (NOW_MS - intoMs)) % MINUTE_MS;
      expect(whenMs).toBeGreaterThan(NOW_MS);
      expect(whenMs).toBeLessThanOrEqual(NOW_MS + MINUTE_MS);
      expect(afterTurnMs).toBe(400);
    },
  );

  test('with half the period, at each half minute', () => {
    // The next half minute after 37:55 is 38:00.
    expect(alarmFor(clock, 30_000, NOW_MS, 0)).toEqual({ whenMs: NOW_MS + 5400, periodMs: 30_000 });
  });

  test('also where the count has not begun by the clock', () => {
    const { whenMs } = alarmFor(runningFrom(NOW_MS + 10_000), MINUTE_MS, NOW_MS, 0);
    expect(whenMs).toBe(NOW_MS + 10_400);
  });
});

test.each([
  { shows: 'nothing', none: null },
  { shows: 'a count that stands', none: standing(27_734) },
])('a badge that shows $shows lets the alarm go off a period from now', ({ none }) => {
  expect(alarmFor(none, MINUTE_MS, NOW_MS, 0)).toEqual({
    whenMs: NOW_MS + 60_000,
    periodMs: 60_000,
  });
});

describe('at the end of the day', () => {
  test.each([
    { what: 'a later turn gives way to it', endsInMs: 1000, whenInMs: 3400 },
    { what: 'an earlier turn stays', endsInMs: 10_000, whenInMs: 5400 },
  ])('$what', ({ endsInMs, whenInMs }) => {
    const alarm = alarmFor(clock, MINUTE_MS, NOW_MS, 0);
    const whenMs = NOW_MS + whenInMs;
    expect(atMidnight(alarm, NOW_MS + endsInMs)).toEqual({ whenMs, periodMs: 60_000 });
  });
});

describe('an existing alarm', () => {
  // 5.4 s ahead.
  const wanted: Alarm = { whenMs: NOW_MS + 5400, periodMs: MINUTE_MS };
  const at = (byMs: number): Alarm => ({ ...wanted, whenMs: wanted.whenMs + byMs });

  test.each([
    { what: 'just as wanted', existing: at(0), right: true },
    { what: 'kept 900 ms late by the browser', existing: at(900), right: true },
    { what: '300 ms early, still after the turn', existing: at(-300), right: true },
    { what: 'of the period before, not yet gone off', existing: at(-60_000), right: true },
    { what: '901 ms late', existing: at(901), right: false },
    { what: '301 ms early, maybe before the turn', existing: at(-301), right: false },
    { what: 'half a minute off', existing: at(30_000), right: false },
    { what: 'with the right phase an hour ahead', existing: at(HOUR_MS), right: false },
    { what: '26 h ahead', existing: at(26 * HOUR_MS), right: false },
    { what: 'of another period', existing: { ...at(0), periodMs: 30_000 }, right: false },
    { what: 'that is missing', existing: null, right: false },
  ])('$what: right is $right', ({ existing, right }) => {
    expect(isAlarmRight(existing, wanted, clock, NOW_MS)).toBe(right);
  });

  test.each([
    { what: 'of any phase', byMs: 30_000, right: true },
    { what: 'overdue', byMs: -90_000, right: true },
    { what: 'a period and 900 ms ahead', byMs: 60_900 - 5400, right: true },
    { what: 'a period and 901 ms ahead', byMs: 60_901 - 5400, right: false },
    { what: '26 h ahead', byMs: 26 * HOUR_MS, right: false },
  ])('$what, where no count grows on the badge: right is $right', ({ byMs, right }) => {
    expect(isAlarmRight(at(byMs), wanted, null, NOW_MS)).toBe(right);
    expect(isAlarmRight(at(byMs), wanted, standing(5), NOW_MS)).toBe(right);
  });
});
