import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { parsePreferences } from '../../../lib/core/settings/preferences';
import type { Connection } from '../../../lib/core/settings/settings';
import { olieConnection } from '../../support/stand-ins/connections';
import { until } from '../../support/until';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import {
  accessLevel,
  becomeIdle,
  drawings,
  grantedOrigins,
  idleAfterS,
  nextAlarm,
  shownAlarm,
  shownBadge,
} from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { roundAfter, roundEnds, startWorker } from '../../support/worker/rounds';
import { allow } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const DEFAULTS = parsePreferences(undefined);
const install = () =>
  fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false });

/** Installed, then connected on the options page. */
async function installAndConnect() {
  const { olie } = await world();
  await startWorker();
  await roundAfter(install);
  await allow(olie.url);
  await save(olieConnection(olie));
  return olie;
}

/** What *Save* on the options page does, once the user has allowed the address. */
function save(connection: Connection) {
  return sendFromPage({ kind: 'connect', connection, replacedId: null });
}

test('installed with nothing, there is no badge and no alarm, and storage is for trusted contexts', async () => {
  const { olie } = await world();
  await startWorker();
  await roundAfter(install);
  expect(await shownBadge()).toMatchObject({ text: '', title: expect.stringMatching('Not conn') });
  expect(await shownAlarm()).toBeNull();
  expect(accessLevel()).toBe('TRUSTED_CONTEXTS');
  expect(olie.requests).toEqual([]);
});

test('the welcome page opens when it is installed, and never when it or the browser is updated', async () => {
  await world();
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  await startWorker();
  for (const reason of ['update', 'browser_update'] as const) {
    await fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false });
  }
  expect(create).not.toHaveBeenCalled();
  await roundAfter(install);
  expect(create).toHaveBeenCalledExactlyOnceWith({
    url: expect.stringMatching(/\/welcome\.html$/),
  });
});

test('a connection that is saved is asked at once, in one round', async () => {
  const { olie } = await world();
  await startWorker();
  await allow(olie.url);
  await roundEnds();
  // Each round reads them once.
  const rounds = vi.spyOn(fakeBrowser.storage.sync, 'get');
  expect(await save(olieConnection(olie))).toEqual({ done: true });
  expect(rounds).toHaveBeenCalledTimes(1);
  expect(olie.requests).toHaveLength(1);
  await roundAfter(() => becomeIdle('active'));
  expect(rounds).toHaveBeenCalledTimes(2);
});

test('a connection that is saved turns the badge and sets the alarm', async () => {
  await installAndConnect();
  expect(await shownBadge()).toMatchObject({ text: '37m', colour: '#0a7a52' });
  expect(await shownAlarm()).toMatchObject({ scheduledTime: BEGIN_MS + 5400 });
});

test('an alarm turns the badge, and asks when that is due', async () => {
  const olie = await installAndConnect();
  await roundAfter(() => nextAlarm());
  expect((await shownBadge()).text).toBe('38m');
  expect(olie.requests).toHaveLength(1);
  await roundAfter(() => nextAlarm());
  expect((await shownBadge()).text).toBe('39m');
  expect(olie.requests).toHaveLength(2);
});

test('an alarm, an opened popup and changed preferences at the same moment are one request', async () => {
  const olie = await installAndConnect();
  goOn(60_000);
  const popup = sendFromPage({ kind: 'refresh', asker: 'popup' });
  await Promise.all([
    nextAlarm(),
    savePreferences({ ...DEFAULTS, badgeShows: 'total' }),
    sendFromPage({ kind: 'refresh', asker: 'user' }),
    popup,
  ]);
  await until(async () => (await shownBadge()).text === '10h', 'the badge to show the total');
  expect(olie.requests).toHaveLength(2);
});

test('the browser tells that nobody is there after the same minute for which it is asked', async () => {
  const olie = await installAndConnect();
  const asked = vi.spyOn(fakeBrowser.idle, 'queryState');
  await roundAfter(() => nextAlarm());
  expect(olie.requests).toHaveLength(1);
  expect(asked.mock.calls).toEqual([[60]]);
  expect(idleAfterS()).toBe(60);
});

test('another alarm is none of ours', async () => {
  await installAndConnect();
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
    const olie = await installAndConnect();
    await roundAfter(() => savePreferences({ ...DEFAULTS, ...preferences }));
    expect((await shownBadge()).text).toBe(text);
    expect(await shownAlarm()).toMatchObject({ periodInMinutes });
    expect(olie.requests).toHaveLength(1);
  });
});

test('a permission that is taken away is seen at once, and so is one that is given again', async () => {
  const olie = await installAndConnect();
  const origins = { origins: [`${olie.url}/*`] };
  await roundAfter(() => fakeBrowser.permissions.remove(origins));
  expect((await shownBadge()).text).toBe('!');
  goOn(60_000);
  await roundAfter(() => fakeBrowser.permissions.request(origins));
  expect((await shownBadge()).text).toBe('38m');
  expect(olie.requests).toHaveLength(2);
});

test('a connection that is removed empties the badge and gives its permission back', async () => {
  await installAndConnect();
  expect(await sendFromPage({ kind: 'disconnect', ids: ['olie'] })).toEqual({ done: true });
  expect(grantedOrigins()).toEqual([]);
  expect((await shownBadge()).text).toBe('');
  expect(await shownAlarm()).toBeNull();
});

test('a browser that starts gives back what was only tested, and keeps what is used', async () => {
  const olie = await installAndConnect();
  await fakeBrowser.permissions.request({ origins: ['https://tested.test/*'] });
  await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
  await until(() => grantedOrigins().length === 1, 'the permission to be given back');
  expect(grantedOrigins()).toEqual([`${olie.url}/*`]);
});

test('a browser that starts with settings that it cannot read gives nothing back', async () => {
  const olie = await installAndConnect();
  await roundAfter(() => fakeBrowser.storage.local.set({ settings: { version: 9 } }));
  await roundAfter(() => fakeBrowser.runtime.onStartup.trigger());
  expect(grantedOrigins()).toEqual([`${olie.url}/*`]);
});
