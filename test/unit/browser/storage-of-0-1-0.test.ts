import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadPreferences } from '../../../lib/browser/choices-storage';
import { loadEarlier } from '../../../lib/browser/earlier-storage';
import { loadSettings, saveSettings } from '../../../lib/browser/settings-storage';
import {
  loadStored,
  openStored,
  saveState,
  updateStored,
} from '../../../lib/browser/state-storage';
import stored010 from '../../fixtures/0.1.0/stored.json' with { type: 'json' };
import { withLaterFields } from '../../support/examples/later-fields';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { local, session, sync } = fakeBrowser.storage;
const [olie] = stored010.local.state.feeds;
const OLIE_ID = '73c0985a-fb1c-432c-844b-f3d8ac31266d';

/** A browser that holds exactly what version 0.1.0 left. */
beforeEach(async () => {
  resetFakeBrowser();
  await local.set(structuredClone(stored010.local));
  await session.set(structuredClone(stored010.session));
  await sync.set(structuredClone(stored010.sync));
});

/** Which keys `act` writes to the disk, write by write. */
async function writesOf(act: () => Promise<unknown>): Promise<string[][]> {
  const writes = [vi.spyOn(local, 'set'), vi.spyOn(session, 'set'), vi.spyOn(sync, 'set')];
  await act();
  const written = writes.flatMap(({ mock }) => mock.calls.map(([items]) => Object.keys(items)));
  for (const spy of writes) spy.mockRestore();
  return written;
}

test('state and earlier days are brought to this version in one write, once', async () => {
  expect(await writesOf(openStored)).toEqual([['state', 'earlier']]);
  expect(Object.keys(await local.get()).sort()).toEqual(['earlier', 'settings', 'state']);
  const before = await local.get();
  expect(await writesOf(openStored)).toEqual([]);
  expect(await local.get()).toEqual(before);
});

test('a full disk, or a worker that is stopped in between, leaves nothing half done and nothing unknown', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  for (const name of ['set', 'remove'] as const) {
    const full = vi.spyOn(local, name).mockRejectedValueOnce(new Error('Full'));
    const opened = await openStored();
    full.mockRestore();
    expect(opened).toEqual(await loadStored());
    expect(opened.state.feeds).toHaveLength(3);
    expect(said.mock.lastCall?.map(String)).toContain('Error: Full');
  }
  await openStored();
  expect(Object.keys(await local.get()).sort()).toEqual(['earlier', 'settings', 'state']);
  expect((await loadEarlier(OLIE_ID)).days).toEqual(olie?.data.earlier);
});

test('what is opened is what is stored from then on, without a schedule', async () => {
  const opened = await openStored();
  expect(opened.schedules).toEqual({});
  expect(opened.state.version).toBe(4);
  expect(opened.state.feeds.map(({ kind, data }) => [kind, data !== null])).toEqual([
    ['olie', true],
    ['b3os', true],
    ['zaia', true],
  ]);
  expect(await loadStored()).toEqual(opened);
  const { state } = await local.get('state');
  // What 0.1.0 did not know of a workflow is empty.
  const feeds = Object(state).feeds.map((feed: { kind: string; data: { events: object[] } }) =>
    feed.kind === 'b3os' ? { ...feed, data: withLaterFields(feed.data) } : feed,
  );
  expect({ ...Object(state), feeds }).toEqual(opened.state);
});

test('the earlier days come out under a key of their own, with nothing lost', async () => {
  await openStored();
  expect((await loadEarlier(OLIE_ID)).days).toEqual(olie?.data.earlier);
  expect(await local.get('earlier')).toEqual({
    earlier: { connectionId: OLIE_ID, days: olie?.data.earlier },
  });
});

test('a page that opens before the background reads the same, and writes nothing', async () => {
  expect(await writesOf(loadStored)).toEqual([]);
  expect(await local.get()).toEqual(stored010.local);
  expect(await loadStored()).toEqual(await openStored());
});

test('settings and preferences are read as they are, and saved with nothing set aside', async () => {
  const { settings, unreadable } = await loadSettings();
  expect(unreadable).toBe(false);
  expect(settings.connections.map(({ kind }) => kind)).toEqual(['olie', 'b3os', 'zaia']);
  expect(await loadPreferences()).toEqual(stored010.sync.preferences);
  await saveSettings(settings);
  expect(Object.keys(await local.get())).not.toContain('settings-set-aside');
  expect(await loadSettings()).toEqual({ settings, unreadable: false });
});

test('earlier days survive an update on a full disk: they are brought along before new state is saved', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const full = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('Full'));
  const { state } = await openStored();
  full.mockRestore();
  expect((await local.get('state')).state).toMatchObject({ version: 3 });
  await updateStored();
  await saveState({ ...state, feeds: state.feeds.slice(0, 1) }, state);
  expect((await loadEarlier(OLIE_ID)).days).toEqual(olie?.data.earlier);
  expect((await loadStored()).state.feeds).toHaveLength(1);
});
