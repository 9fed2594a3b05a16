import { describe, expect, test } from 'vitest';
import {
  fromWall,
  midnightBefore,
  type Zone,
  zoneOfDay,
  zoneOffsetMs,
} from '../../../../lib/core/time/time-zone';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const named = (timeZone: string): Zone => ({ kind: 'named', timeZone });
const fixed = (hours: number): Zone => ({ kind: 'fixed', offsetMs: hours * HOUR_MS });

test.each([
  { timeZone: 'America/Sao_Paulo', moment: '2026-03-13T21:17:54Z', hours: -3 },
  { timeZone: 'America/New_York', moment: '2026-03-08T06:59:59.999Z', hours: -5 },
  { timeZone: 'America/New_York', moment: '2026-03-08T07:00:00Z', hours: -4 },
  { timeZone: 'Asia/Kathmandu', moment: '2026-03-13T12:00:00.250Z', hours: 5.75 },
  { timeZone: 'Pacific/Kiritimati', moment: '2026-03-13T12:00:00Z', hours: 14 },
  { timeZone: 'Pacific/Pago_Pago', moment: '2026-03-13T12:00:00Z', hours: -11 },
])('$timeZone is $hours h ahead of UTC at $moment', ({ timeZone, moment, hours }) => {
  expect(zoneOffsetMs(named(timeZone), at(moment))).toBe(hours * HOUR_MS);
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
    expect(midnightBefore(named(timeZone), at(moment))).toBe(at(midnight));
  });

  test('is counted with a fixed offset too', () => {
    expect(midnightBefore(fixed(-3), at('2026-03-13T02:59:59Z'))).toBe(at('2026-03-12T03:00:00Z'));
    expect(midnightBefore(fixed(14), at('2026-03-13T12:00:00Z'))).toBe(at('2026-03-13T10:00:00Z'));
  });
});

describe('the moment at which a wall clock shows a time', () => {
  test.each([
    ['America/New_York', '2026-03-08T01:59:00', '2026-03-08T06:59:00Z'],
    ['America/New_York', '2026-03-08T06:00:00', '2026-03-08T10:00:00Z'],
    ['Europe/Lisbon', '2026-10-25T06:00:00', '2026-10-25T06:00:00Z'],
  ])('in %s %s is %s', (timeZone, wall, moment) => {
    expect(fromWall(named(timeZone), at(`${wall}Z`))).toBe(at(moment));
  });

  test.each([
    ['America/Sao_Paulo', '2018-11-04T00:00:00', '2018-11-04T03:00:00Z'],
    ['Africa/Cairo', '2024-04-26T00:00:00', '2024-04-25T22:00:00Z'],
  ])('in %s %s never came: the first moment after it is %s', (timeZone, wall, moment) => {
    expect(fromWall(named(timeZone), at(`${wall}Z`))).toBe(at(moment));
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
    ['UTC', '2026-03-13T12:00:00Z', -12],
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
