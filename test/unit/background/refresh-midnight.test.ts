import { describe, expect, test } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { storedTimer } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const HOUR_MS = 3_600_000;

interface Evening {
  computerAheadMs?: number;
  badgeShows?: 'total' | 'elapsed';
}

async function tick() {
  await nextAlarm();
  await refresh('alarm');
}

describe("at the user's midnight, 03:00:00Z", () => {
  const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');

  /** Five minutes before it, with a quarter of an hour's interval. */
  async function lateEvening({ computerAheadMs = 0, badgeShows = 'total' }: Evening = {}) {
    const { olie } = await world({ services: ['olie'], computerAheadMs });
    await savePreferences({ ...parsePreferences(undefined), refreshEveryS: 900, badgeShows });
    goOn(MIDNIGHT_MS - 300_000 - BEGIN_MS);
    await refresh('user');
    return olie;
  }

  test.each([0, 26 * HOUR_MS, -26 * HOUR_MS])(
    'it asks at once, and the day begins at nought (clock ahead by %d ms)',
    async (aheadMs) => {
      const olie = await lateEvening({ computerAheadMs: aheadMs });
      expect((await shownBadge()).text).toBe('16h');
      while (Date.now() < MIDNIGHT_MS + aheadMs + 2_000) await tick();
      expect(olie.requests).toHaveLength(2);
      expect((await shownBadge()).text).toBe('<1m');
      expect((await storedTimer()).totalS).toBeLessThan(62);
    },
  );

  test('it asks with its own alarm if the badge counts what goes on: others ask in other seconds', async () => {
    const olie = await lateEvening({ badgeShows: 'elapsed' });
    const turnMs = async () => ((await shownAlarm())?.scheduledTime ?? 0) % 60_000;
    const before = await turnMs();
    expect(before).toBeGreaterThan(3_000);
    while (Date.now() < MIDNIGHT_MS + 2_000) {
      expect(await turnMs()).toBe(before);
      await tick();
    }
    expect(olie.requests).toHaveLength(2);
    expect(await turnMs()).toBe(before);
  });

  test('it does not extrapolate totals where nobody answers', async () => {
    const olie = await lateEvening();
    olie.fail({ status: 500 });
    while (Date.now() < MIDNIGHT_MS + 2_000) await tick();
    const { text, title } = await shownBadge();
    expect(text).toBe('');
    expect(title).toContain('Elapsed: 6:2');
    expect(title).not.toMatch(/Today|Idle/);
  });
});
