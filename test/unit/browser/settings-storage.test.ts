import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetSetAside, hasSetAside } from '../../../lib/browser/set-aside-storage';
import {
  keepStorageToOurselves,
  loadSettings,
  saveSettings,
  watchSettings,
} from '../../../lib/browser/settings-storage';
import type { OlieConnection } from '../../../lib/core/olie/olie';
import {
  NO_SETTINGS,
  type Settings,
  type StoredSettings,
} from '../../../lib/core/settings/settings';
import { accessLevel, resetFakeBrowser } from '../../support/worker/fake-browser';

const address = 'https://olie.test';
const connection: OlieConnection = {
  ...{ id: 'a', kind: 'olie', address },
  ...{ token: 'secret', executionId: '7' },
};
const connected: Settings = {
  version: 3,
  connections: [connection],
};
const { local, sync } = fakeBrowser.storage;

beforeEach(() => resetFakeBrowser());

test('settings come back as they were saved, from storage.local alone', async () => {
  await saveSettings(connected);
  expect(await loadSettings()).toEqual({ settings: connected, unreadable: false });
  expect(await local.get()).toEqual({ settings: connected });
  expect(await sync.get()).toEqual({});
});

describe('what cannot be read is set aside before anything is saved', () => {
  test('once', async () => {
    await local.set({ settings: { version: 9, olie: { token: 'later' } } });
    expect(await loadSettings()).toEqual({ settings: NO_SETTINGS, unreadable: true });
    await saveSettings(connected);
    await saveSettings(NO_SETTINGS);
    expect(await local.get()).toEqual({
      settings: NO_SETTINGS,
      'settings-set-aside': [{ version: 9, olie: { token: 'later' } }],
    });
  });

  test('and again, beside what was set aside before', async () => {
    await local.set({ settings: { version: 10 }, 'settings-set-aside': [{ version: 9 }] });
    await saveSettings(connected);
    expect(await local.get('settings-set-aside')).toEqual({
      'settings-set-aside': [{ version: 9 }, { version: 10 }],
    });
  });
});

test('one connection that cannot be read is set aside by itself; the others are kept in use', async () => {
  const later = { version: 3, connections: [{ kind: 'later', key: 'x' }] };
  const stored = { version: 3, connections: [{ kind: 'later', key: 'x' }, connection] };
  await local.set({ settings: stored });
  expect(await loadSettings()).toEqual({ settings: connected, unreadable: true });
  await saveSettings(connected);
  await saveSettings(connected);
  expect(await local.get()).toEqual({ settings: connected, 'settings-set-aside': [later] });
});

describe('a token that is forgotten is forgotten everywhere', () => {
  const later = { kind: 'later', key: 'x' };
  const beside = [later, connection];

  test.each([
    {
      what: 'beside a connection that cannot be read',
      stored: { version: 3, connections: beside },
    },
    {
      what: 'beside more connections than are read',
      stored: { version: 3, connections: [connection, ...Array(1000).fill(later)] },
    },
    {
      what: 'in settings of version 2',
      stored: { version: 2, connections: [...beside, { ...connection, id: 'b' }] },
    },
  ])('$what', async ({ stored }) => {
    await local.set({ settings: stored });
    await saveSettings(NO_SETTINGS);
    const all = await local.get();
    expect(JSON.stringify(all)).not.toContain('secret');
    expect(JSON.stringify(all['settings-set-aside'])).toContain('later');
  });

  test('in what an older version set aside', async () => {
    const copies = [
      { version: 3, connections: beside },
      { version: 9, olie: 'Bearer secret' },
    ];
    await local.set({ settings: connected, 'settings-set-aside': copies });
    await saveSettings({ ...connected, connections: [{ ...connection, token: 'another' }] });
    const { 'settings-set-aside': kept } = await local.get();
    expect(kept).toEqual([
      { version: 3, connections: [later] },
      { version: 9, olie: '' },
    ]);
  });

  test('but not one that is still in use', async () => {
    const copies = [{ version: 9, connections: beside }];
    await local.set({ settings: connected, 'settings-set-aside': copies });
    await saveSettings({ ...connected, connections: [{ ...connection, executionId: '8' }] });
    expect((await local.get())['settings-set-aside']).toEqual([
      { version: 9, connections: beside },
    ]);
  });
});

describe('what was set aside can be deleted for good', () => {
  const later = { version: 9, olie: { token: 'later' } };
  const mixed = { version: 3, connections: [{ kind: 'later', key: 'later' }, connection] };
  test.each([
    { what: 'nothing is', stored: { settings: connected }, isKept: false, after: connected },
    {
      what: 'earlier settings are',
      stored: { settings: connected, 'settings-set-aside': [later] },
      isKept: true,
      after: connected,
    },
    {
      what: 'the settings themselves cannot be read',
      stored: { settings: later },
      isKept: true,
      after: NO_SETTINGS,
    },
    {
      what: 'of the settings a part can be read, it stays',
      stored: { settings: mixed, 'settings-set-aside': [later] },
      isKept: true,
      after: connected,
    },
  ])('where $what', async ({ stored, isKept, after }) => {
    await local.set(stored);
    expect(await hasSetAside()).toBe(isKept);
    await forgetSetAside();
    expect(await local.get()).toEqual({ settings: after });
    expect(await hasSetAside()).toBe(false);
  });
});

test('settings of version 1 are read as they are, and saved as version 3 with nothing set aside', async () => {
  const { kind: _, ...olie } = connection;
  await local.set({ settings: { version: 1, olie } });
  expect(await loadSettings()).toEqual({ settings: connected, unreadable: false });
  await saveSettings(connected);
  expect(await local.get()).toEqual({ settings: connected });
});

test('who watches hears of new settings, of nothing else, and of nothing when done', async () => {
  const heard: StoredSettings[] = [];
  const stop = watchSettings(null, (settings) => heard.push(settings));
  await saveSettings(connected);
  await local.set({ state: {} });
  await sync.set({ settings: {} });
  expect(heard).toEqual([{ settings: connected, unreadable: false }]);
  stop();
  await saveSettings(NO_SETTINGS);
  expect(heard).toHaveLength(1);
});

test('storage is kept to trusted contexts where the browser can', async () => {
  await keepStorageToOurselves();
  expect(accessLevel()).toBe('TRUSTED_CONTEXTS');
});
