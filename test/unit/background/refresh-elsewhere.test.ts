import { describe, expect, test, vi } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { storedFeed, storedTimer } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const HOUR_MS = 3_600_000;
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');

function browserIn(timeZone: string) {
  const options = new Intl.DateTimeFormat('en').resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...options,
    timeZone,
  });
}

describe('with the browser in another zone than the user', () => {
  test('the zone is found once, and stored with the answers', async () => {
    browserIn('Asia/Tokyo');
    const looking = vi.spyOn(Intl, 'supportedValuesOf');
    const { olie } = await world({ services: ['olie'] });
    // A day that no other test has looked at.
    goOn(3 * 24 * HOUR_MS);
    olie.startDay(MIDNIGHT_MS + 2 * 24 * HOUR_MS);
    await refresh('user');
    expect((await storedTimer()).zone).toEqual({ kind: 'fixed', offsetMs: -3 * HOUR_MS });
    expect(looking).toHaveBeenCalledTimes(1);
    for (let minute = 0; minute < 5; minute += 1) {
      await nextAlarm();
      await refresh('alarm');
    }
    expect((await storedTimer()).zone).toEqual({ kind: 'fixed', offsetMs: -3 * HOUR_MS });
    expect(looking).toHaveBeenCalledTimes(1);
  });

  test("credits of today are counted from the user's midnight, also before Olie answers", async () => {
    browserIn('Asia/Tokyo');
    const { olie } = await world({ services: ['olie', 'zaia'] });
    await refresh('user');
    const creditsToday = expect.toSatisfy((credits: number) => credits > 0);
    expect(await storedFeed('zaia')).toMatchObject({ data: { creditsToday } });
    olie.fail({ status: 500 });
    // The browser's day has begun at 15:00Z, before those runs, and goes on.
    goOn(MIDNIGHT_MS + 10_000 - BEGIN_MS);
    await refresh('user');
    expect(await storedFeed('zaia')).toMatchObject({ data: { creditsToday: 0 } });
  });
});

test("the badge's total ends with the day, also where the next minute of the count is later", async () => {
  const { olie } = await world({ services: ['olie'] });
  await savePreferences({ ...parsePreferences(undefined), badgeShows: 'total' });
  goOn(MIDNIGHT_MS - 50_000 - BEGIN_MS);
  await refresh('user');
  olie.fail({ status: 500 });
  expect((await shownBadge()).text).toBe('16h');
  for (;;) {
    const alarmMs = (await shownAlarm())?.scheduledTime ?? 0;
    if (alarmMs > MIDNIGHT_MS) break;
    await nextAlarm();
    await refresh('alarm');
  }
  expect((await shownAlarm())?.scheduledTime).toBe(MIDNIGHT_MS + 2400);
  await nextAlarm();
  await refresh('alarm');
  expect((await shownBadge()).text).toBe('');
});
