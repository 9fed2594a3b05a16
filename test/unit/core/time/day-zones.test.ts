import { describe, expect, test, vi } from 'vitest';
import { dayFrom, dayNear, startOfDay, zoneOfDay } from '../../../../lib/core/time/day';
import { fromWall, isZone, type Zone, zoneOffsetMs } from '../../../../lib/core/time/time-zone';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const named = (timeZone: string): Zone => ({ kind: 'named', timeZone });
const fixed = (hours: number): Zone => ({ kind: 'fixed', offsetMs: hours * HOUR_MS });
const dateOf = (startMs: number, zone: Zone) =>
  new Date(startMs + zoneOffsetMs(zone, startMs)).toISOString().slice(0, 10);

describe('a midnight that comes twice is the first one, and one that does not come is the moment of the change', () => {
  test.each([
    // At 1:00 it was 0:00 again.
    ['Asia/Amman', '2021-10-29T12:00:00Z', '2021-10-28T21:00:00Z', 25],
    ['Asia/Amman', '2021-10-28T21:30:00Z', '2021-10-28T21:00:00Z', 25],
    ['Asia/Amman', '2021-10-28T22:30:00Z', '2021-10-28T21:00:00Z', 25],
    ['America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z', 25],
    ['America/Havana', '2026-11-01T05:30:00Z', '2026-11-01T04:00:00Z', 25],
    ['Atlantic/Azores', '2026-10-25T12:00:00Z', '2026-10-25T00:00:00Z', 25],
    ['Asia/Gaza', '2022-10-29T12:00:00Z', '2022-10-28T21:00:00Z', 25],
    // At 24:00 it was 23:00 again.
    ['Asia/Beirut', '2026-10-24T12:00:00Z', '2026-10-23T21:00:00Z', 25],
    ['Asia/Beirut', '2026-10-24T21:30:00Z', '2026-10-23T21:00:00Z', 25],
    ['Asia/Beirut', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', 24],
    ['Africa/Cairo', '2026-10-29T12:00:00Z', '2026-10-28T21:00:00Z', 25],
    ['Africa/Cairo', '2026-10-29T21:30:00Z', '2026-10-28T21:00:00Z', 25],
    ['America/Santiago', '2026-04-04T12:00:00Z', '2026-04-04T03:00:00Z', 25],
    ['America/Asuncion', '2024-03-23T12:00:00Z', '2024-03-23T03:00:00Z', 25],
    // At 0:00 it was 1:00.
    ['Asia/Amman', '2022-02-25T12:00:00Z', '2022-02-24T22:00:00Z', 23],
    ['Asia/Beirut', '2026-03-29T12:00:00Z', '2026-03-28T22:00:00Z', 23],
    ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', 23],
    ['America/Havana', '2026-03-08T12:00:00Z', '2026-03-08T05:00:00Z', 23],
    ['America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00Z', 23],
    ['America/Asuncion', '2023-10-01T12:00:00Z', '2023-10-01T04:00:00Z', 23],
    ['Atlantic/Azores', '2026-03-29T12:00:00Z', '2026-03-29T01:00:00Z', 23],
    // A whole day was skipped.
    ['Pacific/Apia', '2011-12-29T12:00:00Z', '2011-12-29T10:00:00Z', 24],
    ['Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00:00Z', 24],
    ['Australia/Lord_Howe', '2026-04-05T00:00:00Z', '2026-04-04T13:00:00Z', 24.5],
  ])('in %s at %s it was at %s, in a day of %d h', (timeZone, moment, midnight, hours) => {
    const startMs = startOfDay(named(timeZone), at(moment));
    expect(new Date(startMs)).toEqual(new Date(midnight));
    expect((dayFrom(startMs, named(timeZone)).endMs - startMs) / HOUR_MS).toBe(hours);
  });

  test('so does any other time', () => {
    const wall = at('2026-11-01T01:30:00Z');
    expect(fromWall(named('America/New_York'), wall)).toBe(at('2026-11-01T05:30:00Z'));
  });
});

describe("a day that does not begin at the browser's midnight", () => {
  test.each([
    ['America/Sao_Paulo', '2026-03-12T10:00:00Z', '2026-03-13'],
    ['America/New_York', '2026-03-12T10:00:00Z', '2026-03-13'],
    ['America/Sao_Paulo', '2026-03-12T10:15:00Z', '2026-03-13'],
    ['America/Sao_Paulo', '2026-03-12T11:00:00Z', '2026-03-13'],
    ['America/Los_Angeles', '2026-03-12T11:00:00Z', '2026-03-13'],
    ['America/Los_Angeles', '2026-06-12T11:15:00Z', '2026-06-13'],
    ['America/Sao_Paulo', '2026-06-12T12:00:00Z', '2026-06-13'],
    ['Pacific/Honolulu', '2026-06-12T12:00:00Z', '2026-06-13'],
    ['UTC', '2026-06-12T12:00:00Z', '2026-06-13'],
    // Between whole hours there is nobody in the west, however near.
    ['Pacific/Honolulu', '2026-03-12T10:15:00Z', '2026-03-13'],
    // Near to Hawaii and Samoa, it is theirs.
    ['America/Los_Angeles', '2026-03-12T10:00:00Z', '2026-03-12'],
    ['Pacific/Honolulu', '2026-03-12T11:00:00Z', '2026-03-12'],
    ['Pacific/Marquesas', '2026-03-12T11:00:00Z', '2026-03-12'],
    // In the west there is nobody else.
    ['Asia/Tokyo', '2026-03-12T09:30:00Z', '2026-03-12'],
    ['Pacific/Kiritimati', '2026-03-12T09:00:00Z', '2026-03-12'],
  ])('with the browser in %s, one that begins at %s is %s', (timeZone, midnight, date) => {
    expect(dateOf(at(midnight), zoneOfDay(at(midnight), timeZone))).toBe(date);
  });

  test.each([
    ['America/New_York', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-11-01T04:00:00Z', 25],
    ['Europe/Lisbon', '2026-03-29T00:00:00Z', 23],
    ['Europe/Lisbon', '2026-10-24T23:00:00Z', 25],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', 25],
    ['Africa/Cairo', '2026-04-23T22:00:00Z', 23],
    ['Asia/Beirut', '2026-10-23T21:00:00Z', 25],
    ['America/Santiago', '2026-04-04T03:00:00Z', 25],
    ['Atlantic/Azores', '2026-03-29T01:00:00Z', 23],
    ['Pacific/Auckland', '2026-09-26T12:00:00Z', 23],
    ['Pacific/Chatham', '2026-09-26T11:15:00Z', 23],
    // Lord Howe's day of 24.5 hours begins then, too.
    ['Australia/Sydney', '2026-04-04T13:00:00Z', 25],
    // Beirut's begins then, too, at 1:00.
    ['Europe/Athens', '2026-03-28T22:00:00Z', 23],
  ])('is as long as that of %s that begins at %s: %d h', (timeZone, midnight, hours) => {
    for (const browser of ['Asia/Tokyo', 'Asia/Kolkata', 'America/Bogota']) {
      const zone = zoneOfDay(at(midnight), browser);
      const isBrowsers = startOfDay(named(browser), at(midnight)) === at(midnight);
      const lengthMs = dayFrom(at(midnight), zone).endMs - at(midnight);
      expect(lengthMs / HOUR_MS, browser).toBe(isBrowsers ? 24 : hours);
      const own = named(timeZone);
      expect(zone.kind, browser).toBe('named');
      if (isBrowsers) continue;
      expect(dateOf(at(midnight), zone)).toBe(dateOf(at(midnight), own));
      const afterwardsMs = at(midnight) + 5 * HOUR_MS;
      expect(zoneOffsetMs(zone, at(midnight))).toBe(zoneOffsetMs(own, at(midnight)));
      expect(zoneOffsetMs(zone, afterwardsMs)).toBe(zoneOffsetMs(own, afterwardsMs));
    }
  });
});

test('all zones are looked through once for a midnight', () => {
  // No other test looks at this one.
  const startMs = at('2031-05-14T04:00:00Z');
  const look = vi.spyOn(Intl, 'supportedValuesOf');
  expect(zoneOfDay(startMs, 'Asia/Tokyo')).toEqual(fixed(-4));
  expect(zoneOfDay(startMs, 'Asia/Kolkata')).toEqual(fixed(-4));
  expect(look).toHaveBeenCalledTimes(1);
  look.mockRestore();
});

describe('an answer after the day of a zone has ended is not of that zone', () => {
  const startMs = at('2026-11-01T04:00:00Z');
  const endOf = (zone: Zone) => dayFrom(startMs, zone).endMs;

  test("in the browser's 25th hour the day is that of a zone that has one", () => {
    const before = zoneOfDay(startMs, 'America/Manaus', at('2026-11-02T04:00:00Z'));
    expect(before).toEqual(named('America/Manaus'));
    const zone = zoneOfDay(startMs, 'America/Manaus', at('2026-11-02T04:30:00Z'));
    expect(endOf(zone)).toBe(at('2026-11-02T05:00:00Z'));
  });

  test('after 23 hours it is no day of 23 hours', () => {
    const midnightMs = at('2026-03-08T05:00:00Z');
    const endAt = (atMs: number) =>
      dayFrom(midnightMs, zoneOfDay(midnightMs, 'Asia/Tokyo', atMs)).endMs;
    expect(endAt(at('2026-03-09T04:00:00Z'))).toBe(at('2026-03-09T04:00:00Z'));
    expect(endAt(at('2026-03-09T04:00:01Z'))).toBe(at('2026-03-09T05:00:00Z'));
  });
});

test('a zone that is known stays, as long as a day begins there then', () => {
  const known = named('America/Toronto');
  const zone = (midnight: string) => zoneOfDay(at(midnight), 'Asia/Tokyo', at(midnight), known);
  expect(zone('2026-06-12T04:00:00Z')).toEqual(known);
  expect(zone('2026-01-12T05:00:00Z')).toEqual(known);
  expect(zone('2026-01-12T04:00:00Z')).toEqual(fixed(-4));
});

test.each([
  ['2026-03-12T03:00:00Z', named('America/Sao_Paulo'), named('America/Sao_Paulo')],
  ['2026-03-12T02:00:00Z', named('America/Sao_Paulo'), fixed(-2)],
  ['2026-03-12T11:00:00Z', fixed(-10), fixed(-11)],
  ['2026-03-12T11:00:00Z', fixed(-3), fixed(13)],
])('a day from %s near %j is of %j', (midnight, near, zone) => {
  const startMs = at(midnight);
  expect(dayNear(startMs, near)).toEqual({ startMs, endMs: startMs + 24 * HOUR_MS, zone });
});

test.each([
  [named('America/Sao_Paulo'), true],
  [named('UTC'), true],
  [fixed(5.75), true],
  [fixed(24), false],
  [named('Mars/Olympus_Mons'), false],
  [{ kind: 'named' }, false],
  [{ kind: 'fixed' }, false],
  [{ kind: 'fixed', offsetMs: '7' }, false],
  [{ kind: 'fixed', offsetMs: Number.NaN }, false],
  [null, false],
  ['UTC', false],
  [undefined, false],
])('%j is a zone: %s', (value, expected) => {
  expect(isZone(value)).toBe(expected);
});
