import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadAwaiting, saveAwaiting } from '../../../lib/browser/awaiting-storage';
import { loadRemembered, saveRemembered } from '../../../lib/browser/reminders-storage';
import { forgetSetAside, hasSetAside } from '../../../lib/browser/set-aside-storage';
import {
  loadSettings,
  loadUsedAddresses,
  saveSettings,
} from '../../../lib/browser/settings-storage';
import { loadStored, openStored, saveState } from '../../../lib/browser/state-storage';
import { NO_LEDGER } from '../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../lib/core/reminders/presence';
import { backedUp } from '../../../lib/core/settings/backup';
import { NO_SETTINGS, type Settings } from '../../../lib/core/settings/settings';
import { NO_STATE } from '../../../lib/core/state/state';
import { olieFeed, workflowFeed } from '../../support/examples/example-feed';
import { agentRuns, connected, olie, workflow } from '../../support/examples/example-settings';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

// A newer version has stored something, and the user is back at this one. The next update is played by a change of the
// version in what was set aside, to one that can be read.

const { local } = fakeBrowser.storage;
const later = { version: 9, list: [{ secret: 'SECRET-later' }] };
beforeEach(() => resetFakeBrowser());

/** What was set aside under a key is of that version from now on. */
async function update(key: string, version: number): Promise<void> {
  const { [key]: setAside } = await local.get(key);
  await local.set({ [key]: Object(setAside).map((one: object) => ({ ...one, version })) });
}

describe('settings', () => {
  const newer = { ...connected, version: 9 };
  const another = { ...olie, id: 'd', token: 'SECRET-another' };
  const saved = (...connections: Settings['connections']): Settings => ({
    ...NO_SETTINGS,
    connections,
  });

  test('come back whole with the next update, and nothing is set aside any more', async () => {
    await local.set({ settings: newer });
    expect(await loadSettings()).toEqual({ settings: NO_SETTINGS, unreadable: true });
    await saveSettings(NO_SETTINGS);
    expect(await local.get()).toEqual({
      settings: NO_SETTINGS,
      'settings-set-aside': [newer],
    });
    await update('settings-set-aside', 3);
    expect(await hasSetAside()).toBe(false);
    expect(await loadSettings()).toEqual({ settings: connected, unreadable: false });
    await saveSettings(connected);
    expect(await local.get()).toEqual({ settings: connected });
  });

  test('come back beside what was connected meanwhile, which stays in its place', async () => {
    await local.set({ settings: newer });
    await saveSettings(saved(another));
    await update('settings-set-aside', 3);
    expect((await loadSettings()).settings).toEqual(saved(another, workflow, agentRuns));
  });

  test('a connection that was taken away meanwhile does not come back', async () => {
    await local.set({ settings: newer });
    await saveSettings(saved(olie));
    await saveSettings(NO_SETTINGS);
    await update('settings-set-aside', 3);
    expect((await loadSettings()).settings).toEqual(saved(workflow, agentRuns));
  });

  test('the permissions are kept until then', async () => {
    await local.set({ settings: newer });
    expect(await loadUsedAddresses()).toBeNull();
    await saveSettings(saved(another));
    expect(await loadUsedAddresses()).toBeNull();
    await update('settings-set-aside', 3);
    expect(await loadUsedAddresses()).toEqual([
      'https://api.olie.ai',
      'https://api.b3os.org',
      'https://api.endless.zaia.app',
    ]);
  });

  test('a field of a connection that only a newer version knows stays', async () => {
    const stored = { version: 3, connections: [{ ...olie, colour: 'red' }, workflow] };
    await local.set({ settings: stored });
    const { settings } = await loadSettings();
    await saveSettings({ ...settings, connections: [...settings.connections, agentRuns] });
    expect(await local.get()).toEqual({
      settings: { version: 3, connections: [...stored.connections, agentRuns] },
    });
  });
});

describe('the state', () => {
  const newer = { version: 9, feeds: [workflowFeed()], more: later };

  test('is set aside before anything is asked, and what is known from others comes back', async () => {
    await local.set({ state: newer });
    expect((await openStored()).state).toEqual(NO_STATE);
    expect(await hasSetAside()).toBe(true);
    await saveState({ ...NO_STATE, feeds: [olieFeed()] }, NO_STATE);
    expect((await local.get())['state-set-aside']).toEqual([newer]);
    const { more: _, ...readable } = newer;
    await local.set({ 'state-set-aside': [{ ...readable, settingsUnreadable: false }] });
    await update('state-set-aside', 4);
    const whole = { ...NO_STATE, feeds: [olieFeed(), workflowFeed()] };
    expect((await openStored()).state).toEqual(whole);
    expect(await local.get()).toEqual({ state: whole });
  });

  test('what was learnt since then is newer', async () => {
    const [old, now] = [olieFeed({ offsetMs: 1 }), olieFeed({ offsetMs: 2 })];
    await local.set({
      state: { ...NO_STATE, feeds: [now] },
      'state-set-aside': [{ ...NO_STATE, feeds: [old] }],
    });
    expect((await openStored()).state.feeds).toEqual([now]);
  });

  test('a field of a feed that only a newer version knows stays', async () => {
    const feed = { ...olieFeed(), colour: 'red' };
    await local.set({ state: { ...NO_STATE, feeds: [feed] } });
    const { state } = await loadStored();
    await saveState({ ...state, feeds: [...state.feeds, workflowFeed()] }, state);
    expect(await local.get()).toMatchObject({ state: { feeds: [{ colour: 'red' }, {}] } });
  });
});

describe('what reminders remember', () => {
  const told = { rule: 'goal', occurrence: 'today', toldAtMs: 1, isShown: false };
  const toldLater = { ...told, occurrence: 'tomorrow' };
  const open = { key: 'a', sinceMs: 5 };
  const ledger = { told: [told], open: [open], mutedUntilMs: 7 };
  const newer = { version: 9, ledger, presence: 'elsewhere', more: later };

  test('is set aside, holds as far as it can be read, and comes back', async () => {
    await local.set({ reminders: newer });
    expect(await loadRemembered()).toEqual({ ledger, presence: null });
    expect(await hasSetAside()).toBe(true);
    const presence = seenFirst(3);
    // The user has ended the mute, and was told of something else.
    const now = { told: [toldLater], open: [], mutedUntilMs: 8 };
    await saveRemembered({ ledger: now, presence });
    await saveRemembered({ ledger: now, presence });
    expect(await local.get()).toEqual({
      reminders: { version: 1, ledger: now, presence },
      'reminders-set-aside': [newer],
    });
    await update('reminders-set-aside', 1);
    const whole = { told: [told, toldLater], open: [open], mutedUntilMs: 8 };
    expect(await hasSetAside()).toBe(false);
    expect(await loadRemembered()).toEqual({ ledger: whole, presence });
    await saveRemembered(await loadRemembered());
    expect(await local.get()).toEqual({ reminders: { version: 1, ledger: whole, presence } });
  });

  test('a mute of a newer version that this one cannot read comes back', async () => {
    await local.set({ reminders: { version: 9, ledger: { mutedUntil: 'noon' } } });
    await saveRemembered({ ledger: NO_LEDGER, presence: null });
    await local.set({ 'reminders-set-aside': [{ version: 1, ledger: { ...ledger } }] });
    expect((await loadRemembered()).ledger.mutedUntilMs).toBe(7);
  });

  test('fields that only a newer version knows stay', async () => {
    const row = { ...told, colour: 'red' };
    const stored = { version: 1, more: 1, presence: null };
    await local.set({ reminders: { ...stored, ledger: { ...ledger, told: [row], more: 2 } } });
    await saveRemembered(await loadRemembered());
    expect(await local.get()).toEqual({
      reminders: { ...stored, ledger: { ...ledger, told: [row], more: 2 } },
    });
  });
});

test('what waits for its token stays, if only a newer version can read it', async () => {
  const row = { kind: 'later', address: 'https://later.test' };
  await local.set({ awaiting: [row, backedUp(olie)] });
  await saveAwaiting([backedUp(workflow)]);
  expect(await loadAwaiting()).toEqual([backedUp(workflow)]);
  await saveAwaiting([]);
  expect(await local.get()).toEqual({ awaiting: [row] });
});

test('all of it can be deleted for good, and the rest stays', async () => {
  const remembered = { version: 1, ledger: NO_LEDGER, presence: null };
  await local.set({
    ...{ settings: connected, state: NO_STATE, reminders: remembered },
    ...{ 'settings-set-aside': [later], 'state-set-aside': [later] },
    'reminders-set-aside': [later],
  });
  await forgetSetAside();
  expect(await local.get()).toEqual({
    ...{ settings: connected, state: NO_STATE, reminders: remembered },
  });
  await local.set({ reminders: later });
  await forgetSetAside();
  expect(Object.keys(await local.get())).toEqual(['settings', 'state']);
});
