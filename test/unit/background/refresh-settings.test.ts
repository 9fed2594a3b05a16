import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { loadSettings } from '../../../lib/browser/settings-storage';
import { olieConnection } from '../../support/stand-ins/connections';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { storedFeed, storedFeeds, storedSchedule, storedTimer } from '../../support/worker/stored';
import { startOlie, ticks } from '../../support/worker/ticks';
import { connect, world } from '../../support/worker/world';

const HOUR_MS = 3_600_000;
const GREEN = '#0a7a52';
const RED = '#b3261e';

test('a permission that is taken away stops all requests until it is given again', async () => {
  const olie = await startOlie();
  await fakeBrowser.permissions.remove({ origins: [`${olie.url}/*`] });
  await ticks(10);
  await refresh('user');
  expect(olie.requests).toHaveLength(1);
  expect(await storedFeed()).toMatchObject({ failure: { kind: 'permission' } });
  expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
  expect((await shownBadge()).title).toContain('The browser does not let Olie Timer reach');
  await fakeBrowser.permissions.request({ origins: [`${olie.url}/*`] });
  await refresh('alarm');
  expect(olie.requests).toHaveLength(2);
  expect(await shownBadge()).toMatchObject({ text: '48m', colour: GREEN });
});

describe('settings that cannot be read', () => {
  const later = { version: 9, olie: { secret: 'of a later version' } };

  test('stay untouched and are reported; nothing is asked', async () => {
    const olie = await startOlie();
    await fakeBrowser.storage.local.set({ settings: later });
    await refresh('user');
    await ticks(60);
    expect(await fakeBrowser.storage.local.get('settings')).toEqual({ settings: later });
    expect(olie.requests).toHaveLength(1);
    expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
    expect((await shownBadge()).title).toContain('cannot be read by this version');
    expect((await storedTimer()).totalS).toBe(38_140);
  });

  test('go, with what was known by them, when they are saved anew', async () => {
    const olie = await startOlie();
    await fakeBrowser.storage.local.set({ settings: later });
    await refresh('alarm');
    await connect([olieConnection(olie, { id: 'second' })]);
    await refresh('alarm');
    expect(Object.keys(await storedFeeds())).toEqual(['second']);
    expect(await shownBadge()).toMatchObject({ text: '38m', colour: GREEN });
  });

  test('in part are reported, and the connections that can be read are asked', async () => {
    const olie = await startOlie();
    const { settings } = await loadSettings();
    const broken = [{ kind: 'later' }, ...settings.connections];
    await fakeBrowser.storage.local.set({ settings: { ...settings, connections: broken } });
    await ticks(3);
    expect(olie.requests).toHaveLength(4);
    expect((await storedSchedule()).answeredAtMs).toBeGreaterThan(BEGIN_MS + 180_000);
    expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
    expect((await shownBadge()).title).toContain('cannot be read by this version');
  });

  test('from the first start show a red ! and no alarm', async () => {
    await world();
    await fakeBrowser.storage.local.set({ settings: later });
    await refresh('alarm');
    expect((await shownBadge()).text).toBe('!');
    expect(await shownAlarm()).toBeNull();
    goOn(26 * HOUR_MS);
    await refresh('alarm');
    expect((await shownBadge()).text).toBe('!');
  });
});
