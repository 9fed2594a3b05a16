import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { saveSettings } from '../../../lib/browser/settings-storage';
import { DEFAULT_PREFERENCES } from '../../../lib/core/preferences';
import {
  accessLevel,
  drawings,
  grantedOrigins,
  nextAlarm,
  sendFromPage,
  shownAlarm,
  shownBadge,
} from '../../support/fake-browser';
import {
  askedIds,
  BEGIN_MS,
  beginLife,
  connect,
  goOn,
  patternOf,
  roundAfter,
  startWorker,
  storedFeed,
} from '../../support/life';
import { until } from '../../support/until';

const install = () =>
  fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false });

/** Installed, then connected on the options page. */
async function connectedLife() {
  const olie = await beginLife();
  await startWorker();
  await roundAfter(install);
  await roundAfter(() => connect(olie));
  await sendFromPage({ kind: 'refresh', asker: 'user' });
  return olie;
}

test('installed with nothing, there is no badge and no alarm, and storage is for trusted contexts', async () => {
  const olie = await beginLife();
  await startWorker();
  await roundAfter(install);
  expect(await shownBadge()).toMatchObject({ text: '', title: expect.stringMatching('Not conn') });
  expect(await shownAlarm()).toBeNull();
  expect(accessLevel()).toBe('TRUSTED_CONTEXTS');
  expect(olie.requests).toEqual([]);
});

test('settings that are saved are asked with at once, and once', async () => {
  const olie = await connectedLife();
  expect(olie.requests).toHaveLength(1);
  expect(await shownBadge()).toMatchObject({ text: '37m', colour: '#0a7a52' });
  expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 5400 });
});

test('an alarm turns the badge, and asks when that is due', async () => {
  const olie = await connectedLife();
  await roundAfter(() => nextAlarm());
  expect((await shownBadge()).text).toBe('38m');
  expect(olie.requests).toHaveLength(1);
  await roundAfter(() => nextAlarm());
  expect((await shownBadge()).text).toBe('39m');
  expect(olie.requests).toHaveLength(2);
});

test('an alarm, an opened popup and changed preferences at the same moment are one request', async () => {
  const olie = await connectedLife();
  goOn(60_000);
  const popup = sendFromPage({ kind: 'refresh', asker: 'popup' });
  await Promise.all([
    nextAlarm(),
    savePreferences({ ...DEFAULT_PREFERENCES, badgeShows: 'total' }),
    sendFromPage({ kind: 'refresh', asker: 'user' }),
    popup,
  ]);
  await until(async () => (await shownBadge()).text === '10h', 'the badge to show the total');
  expect(olie.requests).toHaveLength(2);
});

test('another alarm is none of ours', async () => {
  await connectedLife();
  const before = drawings();
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: Date.now() });
  await sendFromPage({ kind: 'refresh', asker: 'popup' });
  expect(drawings() - before).toBe(1);
});

describe('preferences count at once', () => {
  test.each([
    { preferences: { badgeShows: 'total' } as const, text: '10h', periodInMinutes: 1 },
    { preferences: { badgeShows: 'nothing' } as const, text: '', periodInMinutes: 1 },
    { preferences: { refreshEveryS: 30 } as const, text: '37m', periodInMinutes: 0.5 },
  ])('$preferences', async ({ preferences, text, periodInMinutes }) => {
    const olie = await connectedLife();
    await roundAfter(() => savePreferences({ ...DEFAULT_PREFERENCES, ...preferences }));
    expect((await shownBadge()).text).toBe(text);
    expect(await shownAlarm()).toMatchObject({ periodInMinutes });
    expect(olie.requests).toHaveLength(1);
  });
});

test('a permission that is taken away is seen at once, and so is one that is given again', async () => {
  const olie = await connectedLife();
  const origins = { origins: [patternOf(olie)] };
  await roundAfter(() => fakeBrowser.permissions.remove(origins));
  expect((await shownBadge()).text).toBe('!');
  goOn(60_000);
  await roundAfter(() => fakeBrowser.permissions.request(origins));
  expect((await shownBadge()).text).toBe('38m');
  expect(olie.requests).toHaveLength(2);
});

test('settings that are removed empty the badge', async () => {
  await connectedLife();
  await roundAfter(() => saveSettings({ version: 1, olie: null }));
  expect((await shownBadge()).text).toBe('');
  expect(await shownAlarm()).toBeNull();
});

test('a browser that starts gives back what was only tested, and keeps what is used', async () => {
  const olie = await connectedLife();
  await fakeBrowser.permissions.request({ origins: ['https://tested.test/*'] });
  await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
  await until(() => grantedOrigins().length === 1, 'the permission to be given back');
  expect(grantedOrigins()).toEqual([patternOf(olie)]);
});

test('a browser that starts with settings that it cannot read gives nothing back', async () => {
  const olie = await connectedLife();
  await roundAfter(() => fakeBrowser.storage.local.set({ settings: { version: 2 } }));
  await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
  expect(grantedOrigins()).toEqual([patternOf(olie)]);
});

describe('a worker that is started anew goes on from storage', () => {
  test('with the badge, the alarm and the execution that it followed', async () => {
    const olie = await connectedLife();
    olie.stop();
    const id = olie.start();
    goOn(80_000);
    await roundAfter(() => nextAlarm());
    expect((await storedFeed()).executionId).toBe(id);
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 120_400 });
    await startWorker();
    await roundAfter(() => nextAlarm());
    expect(askedIds(olie)).toEqual([olie.executionId, olie.executionId, id]);
    expect((await shownBadge()).text).toBe('2m');
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 180_400 });
  });

  test('where it was killed while a request waited: not at once, but when the interval is over', async () => {
    const olie = await connectedLife();
    olie.fail('silent');
    await roundAfter(() => nextAlarm());
    nextAlarm();
    await until(() => olie.requests.length === 2, 'the request');
    olie.fail(null);
    await startWorker();
    await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'popup' }));
    expect(olie.requests).toHaveLength(2);
    await roundAfter(() => nextAlarm());
    expect(olie.requests).toHaveLength(3);
    expect(await storedFeed()).toMatchObject({ failure: null, schedule: { failures: 0 } });
    await olie.pause();
  });

  test('and makes a missing alarm again', async () => {
    await connectedLife();
    await fakeBrowser.alarms.clear('tick');
    await startWorker();
    await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
    expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 5400 });
  });

  test('and leaves a right alarm as it is', async () => {
    await connectedLife();
    const late = { when: BEGIN_MS + 5900, periodInMinutes: 1 };
    fakeBrowser.alarms.create('tick', late);
    await startWorker();
    await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'popup' }));
    expect(await shownAlarm()).toMatchObject({ scheduledTime: late.when });
  });
});

describe('a message is refused with a reply', () => {
  test.each([
    { what: 'of no kind', message: {} },
    { what: 'of an unknown kind', message: { kind: 'launch' } },
    { what: 'with an asker that pages are not', message: { kind: 'refresh', asker: 'alarm' } },
    { what: 'without its values', message: { kind: 'test-connection', address: 'https://x.test' } },
    { what: 'that is a text', message: 'refresh' },
    { what: 'that is null', message: null },
  ])('$what', async ({ message }) => {
    const olie = await connectedLife();
    expect(await sendFromPage(message)).toEqual({ refused: true });
    expect(olie.requests).toHaveLength(1);
  });

  test('of somebody else', async () => {
    const olie = await connectedLife();
    vi.setSystemTime(BEGIN_MS + 60_000);
    const refresh = { kind: 'refresh', asker: 'user' };
    expect(await sendFromPage(refresh, 'other-extension')).toEqual({ refused: true });
    expect(olie.requests).toHaveLength(1);
    expect(await sendFromPage(refresh)).toEqual({ done: true });
    expect(olie.requests).toHaveLength(2);
  });
});
