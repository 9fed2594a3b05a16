import { describe, expect, test, vi } from 'vitest';
import { moment } from '../../../lib/api/wire';
import * as z from '../../../lib/core/zod';

/** 20:39:59 UTC on 13 March 2026. */
const AT_MS = 1_773_434_399_000;

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
