import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings, saveSettings } from '../../../lib/browser/settings-storage';
import type { WorkflowConnection } from '../../../lib/core/b3os/b3os';
import { note } from '../../support/faults/fault-run';
import { askedFor, startB3os, storedFeeds, watched } from '../../support/worker/b3os-life';
import {
  alarms,
  connectedLife,
  look,
  nextRoundOf,
  roundAfter,
} from '../../support/worker/fault-life';

const TEN_MINUTES = { status: 429, headers: { 'Retry-After': '600' }, body: {} };

/** Watches these beside what is connected, and asks for them. */
async function watchAlso(connections: WorkflowConnection[]): Promise<void> {
  const { settings } = await loadSettings();
  await roundAfter(() =>
    saveSettings({ ...settings, connections: [...settings.connections, ...connections] }),
  );
}

test('429 on one workflow holds all workflows of that host, and no other host', async ({
  task,
}) => {
  const { B3OS: busy, Olie: olie } = await connectedLife();
  const free = await startB3os();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  await watchAlso([...names.map((name) => watched(busy, name)), watched(free, 'other')]);
  await nextRoundOf('B3OS');
  expect(new Set(askedFor(busy))).toEqual(new Set(['exe_4821', ...names]));
  busy.fail((_, { path }) => (path.includes('/exe_4821?') ? TEN_MINUTES : null));
  await nextRoundOf('B3OS');
  note(task, 'status', 'B3OS', '429 on one of seven workflows', await look('B3OS'));
  const { B3OS: held, f } = await storedFeeds();
  expect(held?.failure).toMatchObject({ kind: 'too-many-requests', retryAfterS: 600 });
  expect(f?.failure).toBeNull();

  const [ofBusy, ofFree, ofOlie] = [busy, free, olie].map(({ requests }) => requests.length);
  await alarms(9);
  expect(busy.requests).toHaveLength(ofBusy ?? 0);
  expect(free.requests).toHaveLength((ofFree ?? 0) + 9);
  expect(olie.requests).toHaveLength((ofOlie ?? 0) + 9);

  busy.fail(null);
  await alarms(2);
  expect(new Set(askedFor(busy).slice(ofBusy))).toEqual(new Set(['exe_4821', ...names]));
  const failures = Object.values(await storedFeeds()).map(({ failure }) => failure);
  expect(new Set(failures)).toEqual(new Set([null]));
  expect(await fakeBrowser.action.getBadgeText({})).toBe('51m');
});
