import { describe, expect, test, vi } from 'vitest';
import { readMoment } from '../../../lib/api/moment';
import { moment } from '../../../lib/api/wire';
import * as z from '../../../lib/core/zod';

const AT_MS = 1_773_434_399_000;

describe('20:39:59 UTC on 13 March 2026 may be spelled', () => {
  test.each([
    '2026-03-13T20:39:59Z',
    '2026-03-13T20:39:59.000000Z',
    '2026-03-13t20:39:59z',
    '  2026-03-13T20:39:59Z\n',
    '2026-03-13T20:39:59',
    '2026-03-13 20:39:59',
    '2026-03-13 20:39:59 UTC',
    '2026-03-13 20:39:59+00',
    ...['2026-03-13T17:39:59-03', '2026-03-13T17:39:59-0300', '2026-03-13T17:39:59-03:00'],
    '2026-03-13T17:39:59\u221203:00',
    '2026-03-14T02:09:59+05:30',
    '20260313T203959Z',
    '20260313T173959-0300',
    '20260313203959',
    ...['2026/03/13 20:39:59', '2026-03-13 20:39:59 +0000 UTC m=+0.01'],
    '2026-03-13 20:39:59.000000001 +0000 UTC',
    '2026-03-13 17:39:59 -0300 -03',
    '2026-03-13T17:39:59-03:00[America/Sao_Paulo]',
    '2026-03-13T20:39:59Z[UTC]',
    '2026-03-13 17:39:59 America/Sao_Paulo',
    'Fri, 13 Mar 2026 20:39:59 GMT',
    'Fri, 13 Mar 2026 20:39:59 +0000',
    ...['2026-03-13 15:39:59 EST', '2026-03-13 21:39:59 CET', 'Fri Mar 13 13:39:59 MST 2026'],
    'Fri, 13 Mar 2026 17:39:59 -0300',
    'Fri, 13-Mar-2026 20:39:59 GMT',
    '13 Mar 2026 17:39:59 -03:00',
    'Fri Mar 13 2026 17:39:59 GMT-0300 (Brasilia Standard Time)',
    ...['Fri Mar 13 20:39:59 2026', 'Fri Mar 13 20:39:59 UTC 2026'],
    ...['Fri Mar 13 20:39:59 +0000 2026', 'Fri Mar 13 17:39:59 GMT-03:00 2026'],
    ...['2026-03-13T17:39:59-3:00', '2026-03-14 02:09:59 +5:30', '2026-03-13 17:39:59 UTC-3'],
    '1773434399',
    '1773434399.0',
    '1773434399000',
    '1773434399000000',
    '1773434399000000000',
  ])('%j', (said) => {
    expect(new Date(0).getTimezoneOffset()).toBe(180);
    expect(readMoment(said)).toBe(AT_MS);
  });
});

describe('a fraction counts to the millisecond, and is not rounded', () => {
  test.each([
    '2026-03-13T20:39:59.123Z',
    '2026-03-13T20:39:59,123Z',
    '2026-03-13T20:39:59.123999Z',
    '2026-03-13 20:39:59.123456789 +0000 UTC m=+0.01',
    '1773434399.123',
    '1773434399.1239999',
    '1773434399123',
    '1773434399123.9',
    '1773434399123999',
  ])('%s', (said) => {
    expect(readMoment(said)).toBe(AT_MS + 123);
  });
});

test.each([
  ['2026-03-13', '2026-03-13T00:00:00Z'],
  ['Tue Mar  3 20:39:59 2026', '2026-03-03T20:39:59Z'],
  ['20260313', '2026-03-13T00:00:00Z'],
  ['Thu, 1 Jan 2026 00:00:00 GMT', '2026-01-01T00:00:00Z'],
  ['Thu, 31 Dec 2026 24:00 UTC', '2027-01-01T00:00:00Z'],
  ['2026-03-13T20:39Z', '2026-03-13T20:39:00Z'],
  ['2026-03-13T20Z', '2026-03-13T20:00:00Z'],
  ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00Z'],
  ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
])('%s is %s', (said, at) => {
  expect(readMoment(said)).toBe(Date.parse(at));
});

describe('no time is', () => {
  test.each([
    ...[
      '',
      ' ',
      '0',
      '00',
      '1',
      '181',
      '2026',
      '12345678',
      '000000000',
      '99999999999',
      'null',
      'soon',
      'true',
    ],
    ...[
      '0000-00-00 00:00:00',
      '0000-00-00',
      '0001-01-01T00:00:00Z',
      '0001-01-01 00:00:00 +0000 UTC',
    ],
    ...['1970-01-01T00:00:00Z', '1969-12-31T21:00:00-03:00', '0099-01-01T00:00:00Z'],
    ...[
      '2026-02-30T10:00:00Z',
      '2026-02-29T10:00:00Z',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
    ],
    ...[
      '2026-03-13T25:00:00Z',
      '2026-03-13T20:60:00Z',
      '2026-03-13T20:39:61Z',
      '2026-03-13T20:39:59+99:00',
    ],
    ...[
      '2026-03-13 08:39:59 PM',
      '2026-03-13T20:39:59 Nowhere/City',
      '13/03/2026 20:39:59',
      '03-13-2026',
    ],
    '9999-12-31T24:00:00Z',
    ...['Fri, 13 Mai 2026 20:39:59 GMT', 'Fri, 13 arA 2026 20:39:59 GMT', 'Fri Mar 13 2026'],
    ...['Fri, 13 Mar 26 20:39:59 GMT', 'Fri, 0 Mar 2026 20:39:59 GMT', '13 Mar 2026 at noon'],
    ...['Mon Feb 30 20:39:59 2026', 'Fri Mar 13 17:39:59 BRT 2026', 'Fri Mar 13 20:39:59 0026'],
    ...['Mon, 30 Feb 2026 20:39:59 GMT', 'March 13, 2026', '2026-W11-5', '+12026-01-01T00:00:00Z'],
  ])('%j', (said) => {
    expect(readMoment(said)).toBeNull();
  });
});

describe('an object may have it', () => {
  const iso = '2026-03-13T20:39:59Z';
  test.each([
    ['MongoDB', { $date: iso }],
    ['Go', { Time: iso, Valid: true }],
    ['protobuf', { seconds: '1773434399', nanos: 0 }],
    ['Firestore', { _seconds: 1_773_434_399, _nanoseconds: 0 }],
  ])('%s', (_, value) => {
    expect(z.parse(moment(), value)).toBe(AT_MS);
  });

  test.each([
    { Time: '0001-01-01T00:00:00Z', Valid: false },
    { seconds: 0, nanos: 0 },
    { $date: {} },
    { other: iso },
  ])('%j has none', (value) => {
    expect(z.parse(moment(), value)).toBeNull();
  });
});

describe("PHP's dates", () => {
  const read = (value: unknown) => z.parse(moment(), value);
  const date = '2026-03-13 17:39:59.000000';
  test.each([
    { date: '2026-03-13 20:39:59.000000', timezone_type: 3, timezone: 'UTC' },
    { date: '2026-03-13 20:39:59' },
    { date, timezone_type: 3, timezone: 'America/Sao_Paulo' },
    { date, timezone_type: 1, timezone: '-03:00' },
    { date, timezone: { timezone_type: 3, timezone: 'America/Sao_Paulo' } },
    { date, timezone: { name: 'America/Sao_Paulo' } },
  ])('%j', (value) => {
    expect(read(value)).toBe(AT_MS);
  });

  test('follow the summer time of their zone', () => {
    const winter = { date: '2026-01-10 12:00:00', timezone: 'Europe/Berlin' };
    const summer = { date: '2026-07-10 12:00:00', timezone: 'Europe/Berlin' };
    expect(read(winter)).toBe(Date.parse('2026-01-10T11:00:00Z'));
    expect(read(summer)).toBe(Date.parse('2026-07-10T10:00:00Z'));
  });

  test.each([
    {},
    { date: null },
    { date: {}, timezone: [] },
    { date, timezone: 'Nowhere' },
    ...['ART', 'ast', 'BST', 'CST', 'PST', 'IST'].map((timezone) => ({ date, timezone })),
    { date, timezone: { offset: -10_800 } },
    [date],
  ])('%j is no time', (value) => {
    expect(read(value)).toBeNull();
  });

  test('in more zones than a service has cost nothing', async () => {
    // Another copy of the module remembers these zones.
    vi.resetModules();
    const wire = await import('../../../lib/api/wire');
    const read = (value: unknown) => z.parse(wire.moment(), value);
    expect(read({ date, timezone: 'America/Sao_Paulo' })).toBe(AT_MS);
    for (let index = 0; index < 18; index += 1) read({ date, timezone: `Nowhere/${index}` });
    expect(read({ date, timezone: 'America/New_York' })).toBe(AT_MS + 3_600_000);
    expect(read({ date, timezone: 'Asia/Tokyo' })).toBeNull();
    for (let index = 18; index < 100; index += 1) read({ date, timezone: `Nowhere/${index}` });
    expect(read({ date, timezone: 'America/Sao_Paulo' })).toBe(AT_MS);
  });
});
