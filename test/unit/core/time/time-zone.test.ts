import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  fromWall,
  type Zone,
  zoneOffsetMs,
} from '../../../../lib/core/time/time-zone';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const named = (timeZone: string): Zone => ({ kind: 'named', timeZone });

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

test.each([
  ['America/New_York', '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z', true],
  ['America/New_York', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', true],
  ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z', true],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-09T00:00:00Z', false],
  ['America/Sao_Paulo', '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z', false],
])('the clock of %s changes between %s and %s: %s', (timeZone, from, to, changes) => {
  expect(changesBetween(timeZone, at(from), at(to))).toBe(changes);
});
