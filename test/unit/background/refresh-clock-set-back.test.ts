import { describe, expect, test } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { isUnconfirmed } from '../../../lib/core/feeds/freshness';
import { goOn, setClock } from '../../support/worker/clock';
import { nextAlarm, shownBadge } from '../../support/worker/fake-browser';
import { storedSchedule } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const GREEN = '#0a7a52';
const MINUTE_MS = 60_000;

async function tick() {
  await nextAlarm();
  await refresh('alarm');
}

describe('where the clock is set back while the service is down', () => {
  test.each([90_000, 10 * MINUTE_MS, 44 * MINUTE_MS, 26 * 60 * MINUTE_MS])(
    'an old state does not become fresh again: by %d ms',
    async (backMs) => {
      const { olie } = await world({ services: ['olie'] });
      await refresh('user');
      expect((await shownBadge()).colour).toBe(GREEN);
      olie.fail({ status: 500 });
      for (let minute = 0; minute < 4; minute += 1) await tick();
      expect((await shownBadge()).colour).not.toBe(GREEN);
      setClock(-backMs);
      expect(isUnconfirmed(await storedSchedule(), Date.now())).toBe(true);
      for (let minute = 0; minute < 30; minute += 1) {
        await tick();
        expect((await shownBadge()).colour).not.toBe(GREEN);
        expect(isUnconfirmed(await storedSchedule(), Date.now())).toBe(true);
      }
      olie.fail(null);
      for (let minute = 0; minute < 6; minute += 1) await tick();
      expect((await shownBadge()).colour).toBe(GREEN);
    },
  );

  test('a fresh state is grey at once, and green with the next answer', async () => {
    const { olie } = await world({ services: ['olie'] });
    await refresh('user');
    olie.fail({ status: 500 });
    setClock(-10 * MINUTE_MS);
    await refresh('alarm');
    expect((await shownBadge()).colour).not.toBe(GREEN);
    olie.fail(null);
    goOn(1000);
    await refresh('user');
    expect((await shownBadge()).colour).toBe(GREEN);
  });
});
