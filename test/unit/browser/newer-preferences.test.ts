import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadOwnPreferences, savePreferences } from '../../../lib/browser/preferences-storage';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { sync } = fakeBrowser.storage;

beforeEach(() => resetFakeBrowser());

describe('preferences, which another machine may have from a newer version', () => {
  const reminders = { isOn: true, sound: 'bell', rules: { away: 45, coffee: 'on', goal: 'off' } };
  const stored = { refreshEveryS: 10, badgeShows: 'total', colour: 'red', reminders };

  test('what is not known here stays when something else is chosen', async () => {
    await sync.set({ preferences: stored });
    expect(await loadOwnPreferences()).toMatchObject({ refreshEveryS: 60, badgeShows: 'total' });
    await savePreferences({ badgeShows: 'nothing' });
    await savePreferences({ dailyGoalS: 3600 });
    expect(await sync.get()).toEqual({
      preferences: { ...stored, badgeShows: 'nothing', dailyGoalS: 3600 },
    });
  });

  test('while the page closes, too', async () => {
    await sync.set({ preferences: stored });
    await loadOwnPreferences();
    const saving = savePreferences({ badgeShows: 'nothing' }, true);
    // Nothing is awaited before.
    expect(await sync.get()).toEqual({ preferences: { ...stored, badgeShows: 'nothing' } });
    await saving;
  });

  test.each([undefined, null, 'all', [7]])(
    'where %j is stored, there is nothing to keep',
    async (no) => {
      if (no !== undefined) await sync.set({ preferences: no });
      await savePreferences({ badgeShows: 'nothing' });
      expect(await sync.get()).toEqual({ preferences: { badgeShows: 'nothing' } });
    },
  );
});
