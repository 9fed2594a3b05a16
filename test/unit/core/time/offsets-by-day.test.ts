import { expect, test, vi } from 'vitest';
import { offsetsByDay } from '../../../../lib/core/time/offsets-by-day';
import { HOUR_MS, type Zone, zoneOffsetMs } from '../../../../lib/core/time/time-zone';

const NEW_YORK: Zone = { kind: 'named', timeZone: 'America/New_York' };

test.each<{ what: string; zone: Zone; from: string }>([
  { what: 'days on which the clock is put forward', zone: NEW_YORK, from: '2026-03-07' },
  { what: 'days on which it is put back', zone: NEW_YORK, from: '2026-10-31' },
  {
    what: 'days before 1970',
    zone: { kind: 'named', timeZone: 'Europe/Lisbon' },
    from: '1969-12-30',
  },
  { what: 'a fixed offset', zone: { kind: 'fixed', offsetMs: 5.75 * HOUR_MS }, from: '2026-03-07' },
])('every moment has the offset that its zone has then: $what', ({ zone, from }) => {
  const offsetAt = offsetsByDay();
  const moments = Array.from(
    { length: 4 * 24 * 3 },
    (_, index) => Date.parse(from) + (index * HOUR_MS) / 4,
  );
  expect(moments.map((atMs) => offsetAt(zone, atMs))).toEqual(
    moments.map((atMs) => zoneOffsetMs(zone, atMs)),
  );
});

test('two zones are not mixed', () => {
  const offsetAt = offsetsByDay();
  const atMs = Date.parse('2026-07-01T12:00:00Z');
  expect(offsetAt(NEW_YORK, atMs)).toBe(-4 * HOUR_MS);
  expect(offsetAt({ kind: 'named', timeZone: 'Asia/Tokyo' }, atMs)).toBe(9 * HOUR_MS);
});

test('two fixed offsets neither', () => {
  const offsetAt = offsetsByDay();
  const offsets = [-3 * HOUR_MS, 5.75 * HOUR_MS];
  expect(offsets.map((offsetMs) => offsetAt({ kind: 'fixed', offsetMs }, 0))).toEqual(offsets);
});

test.each([
  { what: 'twice for a day of one offset', day: '2026-03-07', asked: 2 },
  { what: 'for each moment of a day on which the clock changes', day: '2026-03-08', asked: 26 },
])('the browser is asked $what', ({ day, asked }) => {
  const offsetAt = offsetsByDay();
  const ask = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  for (let hour = 0; hour < 24; hour += 1) offsetAt(NEW_YORK, Date.parse(day) + hour * HOUR_MS);
  expect(ask).toHaveBeenCalledTimes(asked);
  ask.mockRestore();
});
