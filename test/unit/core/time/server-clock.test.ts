import { describe, expect, test } from 'vitest';
import {
  answeredMs,
  believableDateMs,
  serverOffsetMs,
} from '../../../../lib/core/time/server-clock';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');
const HOUR_MS = 3_600_000;

/** An exchange that took 400 ms from noon, with the given `Date`. */
function exchange(
  dateMs: number | null,
  patch: { ageS?: number; sentMs?: number; receivedMs?: number } = {},
) {
  return { sentMs: NOON_MS, receivedMs: NOON_MS + 400, dateMs, ageS: 0, ...patch };
}

describe('the first answer gives Date - (sent + received) / 2', () => {
  test.each([
    { clock: 'right', dateMs: NOON_MS, offsetMs: -200 },
    { clock: '26 h behind', dateMs: NOON_MS + 26 * HOUR_MS, offsetMs: 93_599_800 },
    { clock: '26 h ahead', dateMs: NOON_MS - 26 * HOUR_MS, offsetMs: -93_600_200 },
    { clock: '3 s behind', dateMs: NOON_MS + 3000, offsetMs: 2800 },
  ])('with a computer clock that is $clock', ({ dateMs, offsetMs }) => {
    expect(serverOffsetMs(exchange(dateMs), null)).toBe(offsetMs);
  });

  test('with the seconds that a cache kept the answer', () => {
    expect(serverOffsetMs(exchange(NOON_MS, { ageS: 90 }), null)).toBe(89_800);
  });
});

test('an answer is true for its Date, otherwise for the middle of its exchange by the known offset', () => {
  expect(answeredMs(exchange(NOON_MS + 5000), 99)).toBe(NOON_MS + 5000);
  expect(answeredMs(exchange(null), 0)).toBe(NOON_MS + 200);
  expect(answeredMs(exchange(0), HOUR_MS)).toBe(NOON_MS + HOUR_MS + 200);
});

test('moments are whole milliseconds, also by an offset that an older version stored', () => {
  const odd = { receivedMs: NOON_MS + 401 };
  expect(serverOffsetMs(exchange(NOON_MS, odd), null)).toBe(-201);
  expect(answeredMs(exchange(null, odd), 0)).toBe(NOON_MS + 201);
  expect(serverOffsetMs(exchange(NOON_MS, odd), -200.5)).toBe(-200);
});

describe('without a Date that can be believed', () => {
  const absurd = [
    { date: 'none', dateMs: null },
    { date: '1970', dateMs: 0 },
    { date: 'the last second of 2019', dateMs: Date.parse('2019-12-31T23:59:59Z') },
    { date: '2100', dateMs: Date.parse('2100-01-01T00:00:00Z') },
  ];

  test.each(absurd)('$date: the first offset is 0', ({ dateMs }) => {
    expect(serverOffsetMs(exchange(dateMs), null)).toBe(0);
    expect(believableDateMs(exchange(dateMs))).toBeNull();
  });

  test.each(absurd)('$date: a known offset stays', ({ dateMs }) => {
    expect(serverOffsetMs(exchange(dateMs), 7_200_000)).toBe(7_200_000);
  });

  test('the years 2020 and 2099 can be believed', () => {
    for (const date of ['2020-01-01T00:00:00Z', '2099-12-31T23:59:59Z']) {
      expect(believableDateMs(exchange(Date.parse(date)))).toBe(Date.parse(date));
    }
  });
});

// Date says noon: the server's clock was from 12:00:00.000 to 12:00:00.999 at some moment between sending and receiving,
// so the offset lies from -400 to 1000 ms.
describe('a known offset', () => {
  test.each([
    { knownMs: -400, offsetMs: -400 },
    { knownMs: 0, offsetMs: 0 },
    { knownMs: 999, offsetMs: 999 },
    { knownMs: 1000, offsetMs: 1000 },
  ])('of $knownMs ms is kept: the exchange allows it', ({ knownMs, offsetMs }) => {
    expect(serverOffsetMs(exchange(NOON_MS), knownMs)).toBe(offsetMs);
  });

  test.each([
    { knownMs: -401, offsetMs: -400 },
    { knownMs: -5000, offsetMs: -400 },
    { knownMs: 1001, offsetMs: 1000 },
    { knownMs: 26 * HOUR_MS, offsetMs: 1000 },
    { knownMs: -26 * HOUR_MS, offsetMs: -400 },
  ])('of $knownMs ms is moved to $offsetMs ms, only as far as it must', ({ knownMs, offsetMs }) => {
    expect(serverOffsetMs(exchange(NOON_MS), knownMs)).toBe(offsetMs);
  });

  test('may be a second further where a cache counted whole seconds too', () => {
    expect(serverOffsetMs(exchange(NOON_MS, { ageS: 10 }), 12_500)).toBe(12_000);
    expect(serverOffsetMs(exchange(NOON_MS, { ageS: 10 }), 11_900)).toBe(11_900);
  });

  test('does not jump while the server answers within different seconds', () => {
    const trueOffsetMs = 2_345;
    let knownMs = serverOffsetMs(exchange(NOON_MS + 2000), null);
    const seen = [knownMs];
    for (let minute = 1; minute <= 60; minute += 1) {
      // Sixty exchanges of 100 ms, each 61.73 s after the one before.
      const sentMs = NOON_MS + minute * 61_730;
      const dateMs = Math.floor((sentMs + 50 + trueOffsetMs) / 1000) * 1000;
      knownMs = serverOffsetMs({ sentMs, receivedMs: sentMs + 100, dateMs, ageS: 0 }, knownMs);
      seen.push(knownMs);
    }
    expect(Math.abs(knownMs - trueOffsetMs)).toBeLessThanOrEqual(100);
    expect(new Set(seen).size).toBeLessThan(8);
  });
});

test.each([
  { ageS: 86_400, offsetMs: 86_400_000 - 300 },
  { ageS: 86_401, offsetMs: -300 },
  { ageS: 999_999_999, offsetMs: -300 },
])('an Age of $ageS s: believed up to a day', ({ ageS, offsetMs }) => {
  const sentMs = NOON_MS;
  const reading = { sentMs, receivedMs: sentMs + 600, dateMs: NOON_MS, ageS };
  expect(serverOffsetMs(reading, null)).toBe(offsetMs);
});
