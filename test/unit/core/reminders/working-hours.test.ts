import { describe, expect, test } from 'vitest';
import { freeFromMs, isWorkTime, workSpans } from '../../../../lib/core/reminders/working-hours';
import { localMs, SAO_PAULO } from '../../../support/examples/example-history';

/** Monday to Friday, 9 to 18. */
const OFFICE = { days: [1, 2, 3, 4, 5], fromMin: 540, toMin: 1080 };
const NIGHTS = { ...OFFICE, fromMin: 1320, toMin: 360 };
const span = (date: string, from: string, to: string) => ({
  ...{ date, fromMs: localMs(from), toMs: localMs(to) },
});

describe('working hours that a moment may lie in', () => {
  const thursday = span('2026-03-12', '2026-03-12 09:00', '2026-03-12 18:00');
  const friday = span('2026-03-13', '2026-03-13 09:00', '2026-03-13 18:00');
  test.each([
    ['2026-03-13 00:00', OFFICE, [thursday, friday]],
    ['2026-03-13 23:59:59', OFFICE, [thursday, friday]],
    ['2026-03-14 00:00', OFFICE, [friday]],
    ['2026-03-15 12:00', OFFICE, []],
    ['2026-03-14 05:00', NIGHTS, [span('2026-03-13', '2026-03-13 22:00', '2026-03-14 06:00')]],
    // From one morning to the next.
    [
      '2026-03-14 05:00',
      { ...OFFICE, toMin: 540 },
      [span('2026-03-13', '2026-03-13 09:00', '2026-03-14 09:00')],
    ],
  ])('at %s', (at, hours, spans) => {
    expect(workSpans(hours, SAO_PAULO, localMs(at))).toEqual(spans);
  });
});

test('they are on the wall clock, also on the day on which it is put forward', () => {
  const zone = { kind: 'named', timeZone: 'Europe/Berlin' } as const;
  const all = { days: [7], fromMin: 60, toMin: 1080 };
  const spans = workSpans(all, zone, Date.parse('2026-03-29T12:00:00Z'));
  expect(spans).toEqual([
    {
      date: '2026-03-29',
      fromMs: Date.parse('2026-03-29T00:00:00Z'),
      toMs: Date.parse('2026-03-29T16:00:00Z'),
    },
  ]);
});

test.each([
  ['2026-03-13 08:59:59', OFFICE, false, localMs('2026-03-12 18:00')],
  ['2026-03-13 09:00', OFFICE, true, localMs('2026-03-13 09:00')],
  ['2026-03-13 17:59:59', OFFICE, true, localMs('2026-03-13 17:59:59')],
  ['2026-03-13 18:00', OFFICE, false, localMs('2026-03-13 18:00')],
  ['2026-03-13 20:00', OFFICE, false, localMs('2026-03-13 18:00')],
  ['2026-03-14 20:00', OFFICE, false, localMs('2026-03-13 18:00')],
  ['2026-03-15 12:00', OFFICE, false, Number.NEGATIVE_INFINITY],
  ['2026-03-14 05:59:59', NIGHTS, true, localMs('2026-03-14 05:59:59')],
  ['2026-03-14 12:00', NIGHTS, false, localMs('2026-03-14 06:00')],
])('at %s in %j somebody works: %s', (at, hours, isIt, fromMs) => {
  const atMs = localMs(at);
  expect(isWorkTime(workSpans(hours, SAO_PAULO, atMs), atMs)).toBe(isIt);
  expect(freeFromMs(hours, SAO_PAULO, atMs)).toBe(fromMs);
});
