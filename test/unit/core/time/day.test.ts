import { describe, expect, test } from 'vitest';
import {
  type Day,
  dayAt,
  fractionOfDay,
  hourMarks,
  startOfDay,
  zoneOfDay,
} from '../../../../lib/core/time/day';
import { type Zone, zoneOffsetMs } from '../../../../lib/core/time/time-zone';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const EXAMPLE_ZONE = 'America/Sao_Paulo';
const named = (timeZone: string): Zone => ({ kind: 'named', timeZone });
const fixed = (hours: number): Zone => ({ kind: 'fixed', offsetMs: hours * HOUR_MS });
const utcDay: Day = {
  startMs: at('2026-03-13T00:00:00Z'),
  endMs: at('2026-03-14T00:00:00Z'),
  zone: { kind: 'fixed', offsetMs: 0 },
};
test('a day is that of the zone, whatever the hour', () => {
  const day = dayAt(at('2026-03-13T00:30:00Z'), EXAMPLE_ZONE);
  expect(day).toEqual({
    startMs: at('2026-03-12T03:00:00Z'),
    endMs: at('2026-03-13T03:00:00Z'),
    zone: { kind: 'named', timeZone: EXAMPLE_ZONE },
  });
  expect(dayAt(day.startMs, EXAMPLE_ZONE)).toEqual(day);
  expect(dayAt(day.endMs, EXAMPLE_ZONE).startMs).toBe(day.endMs);
});

describe('days that are not of 24 hours are as long as they are, with their marks where the clock shows them', () => {
  test.each([
    ['America/New_York', '2026-03-08T16:00:00Z', 23, [0, 5, 11, 17, 23]],
    ['America/New_York', '2026-11-01T16:00:00Z', 25, [0, 7, 13, 19, 25]],
    ['Europe/Lisbon', '2026-03-29T12:00:00Z', 23, [0, 5, 11, 17, 23]],
    ['Europe/Lisbon', '2026-10-25T12:00:00Z', 25, [0, 7, 13, 19, 25]],
    // These begin at 1:00: midnight was skipped.
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', 23, [0, 5, 11, 17, 23]],
    ['Africa/Cairo', '2024-04-26T12:00:00Z', 23, [0, 5, 11, 17, 23]],
    // The last hour of the day came twice.
    ['America/Sao_Paulo', '2018-02-17T12:00:00Z', 25, [0, 6, 12, 18, 25]],
    ['America/Sao_Paulo', '2026-03-13T12:00:00Z', 24, [0, 6, 12, 18, 24]],
  ])('in %s at %s: %d hours', (timeZone, noon, hours, marks) => {
    const day = dayAt(at(noon), timeZone);
    expect((day.endMs - day.startMs) / HOUR_MS).toBe(hours);
    expect(hourMarks(day).map(({ hour }) => hour)).toEqual([0, 6, 12, 18, 24]);
    expect(hourMarks(day).map((mark) => mark.at * hours)).toEqual(
      marks.map((mark) => expect.closeTo(mark, 9)),
    );
  });
});

test.each([
  // Who flies to the east has a short day, and to the west a long one.
  [10, [0, 6, 24]],
  [12.3, [0, 6, 24]],
  [18, [0, 6, 12, 24]],
  [23, [0, 6, 12, 18, 24]],
  [29, [0, 6, 12, 18, 24]],
])('of a day that another one ends after %d hours, the marks are %j', (hours, marks) => {
  const day = { ...utcDay, endMs: utcDay.startMs + hours * HOUR_MS };
  expect(hourMarks(day).map(({ hour }) => hour)).toEqual(marks);
});

test.each([
  { moment: '2026-03-13T00:00:00Z', fraction: 0 },
  { moment: '2026-03-13T06:00:00Z', fraction: 0.25 },
  { moment: '2026-03-14T00:00:00Z', fraction: 1 },
  { moment: '2026-03-12T23:00:00Z', fraction: 0 },
  { moment: '2026-03-14T01:00:00Z', fraction: 1 },
])('$moment is at $fraction of the day', ({ moment, fraction }) => {
  expect(fractionOfDay(utcDay, at(moment))).toBe(fraction);
});

describe('the midnight before', () => {
  test.each([
    ['America/Sao_Paulo', '2026-03-13T21:17:54Z', '2026-03-13T03:00:00Z'],
    ['America/Sao_Paulo', '2026-03-13T03:00:00Z', '2026-03-13T03:00:00Z'],
    ['America/Sao_Paulo', '2026-03-13T02:59:59Z', '2026-03-12T03:00:00Z'],
    // The clock goes from 1:59 to 3:00, and back from 1:59 to 1:00, in the hours after midnight.
    ['America/New_York', '2026-03-08T23:00:00Z', '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-11-01T23:00:00Z', '2026-11-01T04:00:00Z'],
    ['Europe/Lisbon', '2026-03-29T22:00:00Z', '2026-03-29T00:00:00Z'],
    ['Europe/Lisbon', '2026-10-25T23:00:00Z', '2026-10-24T23:00:00Z'],
    // Midnight was skipped: the date began at 1:00.
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04T03:00:00Z'],
    ['Africa/Cairo', '2024-04-26T12:00:00Z', '2024-04-25T22:00:00Z'],
    ['Asia/Kathmandu', '2026-03-13T12:00:00Z', '2026-03-12T18:15:00Z'],
  ])('in %s at %s is %s', (timeZone, moment, midnight) => {
    expect(startOfDay(named(timeZone), at(moment))).toBe(at(midnight));
  });

  test('is counted with a fixed offset too', () => {
    expect(startOfDay(fixed(-3), at('2026-03-13T02:59:59Z'))).toBe(at('2026-03-12T03:00:00Z'));
    expect(startOfDay(fixed(14), at('2026-03-13T12:00:00Z'))).toBe(at('2026-03-13T10:00:00Z'));
  });
});

describe('the zone of a day', () => {
  test.each([
    ['America/Sao_Paulo', '2026-03-13T03:00:00Z'],
    ['America/New_York', '2026-03-08T05:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['Africa/Cairo', '2024-04-25T22:00:00Z'],
  ])('is %s, where the browser is, when its midnight is at %s', (timeZone, midnight) => {
    expect(zoneOfDay(at(midnight), timeZone)).toEqual(named(timeZone));
  });

  test.each([
    ['Europe/Lisbon', '2026-03-13T03:00:00Z', -3],
    ['Asia/Tokyo', '2026-03-13T03:00:00Z', -3],
    ['UTC', '2026-03-12T18:15:00Z', 5.75],
    // Before 1970: totals that are broken.
    ['UTC', '1962-10-26T03:00:00Z', -3],
    ['Asia/Tokyo', '1962-10-26T12:00:00Z', 12],
    ['America/Sao_Paulo', '2026-03-13T00:00:00Z', 0],
    // 11:00Z is midnight at UTC-11 and at UTC+13: the nearer one.
    ['Pacific/Honolulu', '2026-03-13T11:00:00Z', -11],
    ['Australia/Sydney', '2026-03-13T11:00:00Z', 13],
    // Nobody lives at UTC-12.
    ['UTC', '2026-03-13T12:00:00Z', 12],
    ['Asia/Tokyo', '2026-03-13T12:00:00Z', 12],
    ['Asia/Tokyo', '2026-03-13T10:00:00Z', 14],
    // There is no UTC+15, and no UTC-12:15.
    ['Asia/Tokyo', '2026-03-13T09:00:00Z', -9],
    ['Pacific/Pago_Pago', '2026-03-13T12:15:00Z', 11.75],
    ['Pacific/Pago_Pago', '2026-03-13T10:00:00Z', -10],
  ])('with the browser in %s and a midnight at %s is UTC%d', (timeZone, midnight, hours) => {
    const zone = zoneOfDay(at(midnight), timeZone);
    expect(zone.kind).toBe('fixed');
    expect(zoneOffsetMs(zone, 0) / HOUR_MS).toBeCloseTo(hours, 9);
  });
});
