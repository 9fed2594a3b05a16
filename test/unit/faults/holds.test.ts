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

async function watchAlso(connections: WorkflowConnection[]): Promise<void> {
  const { settings } = await loadSettings();
  await roundAfter(() =>
    saveSettings({ ...settings, connections: [...settings.connections, ...connections] }),
  );
}

test('a 429 for one workflow pauses all workflows of its host and no others', async ({ task }) => {
  const { B3OS: pausing, Olie: olie } = await connectedLife();
  const other = await startB3os();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  await watchAlso([...names.map((name) => watched(pausing, name)), watched(other, 'other')]);
  await nextRoundOf('B3OS');
  expect(new Set(askedFor(pausing))).toEqual(new Set(['exe_4821', ...names]));
  pausing.fail((_, { path }) => (path.includes('/exe_4821?') ? TEN_MINUTES : null));
  await nextRoundOf('B3OS');
  note(task, 'status', 'B3OS', '429 on one of seven workflows', await look('B3OS'));
  const { B3OS: first, f: last } = await storedFeeds();
  expect(first?.failure).toMatchObject({ kind: 'too-many-requests', retryAfterS: 600 });
  expect(last?.failure).toBeNull();

  const [pausingBefore, otherBefore, olieBefore] = [pausing, other, olie].map(
    ({ requests }) => requests.length,
  );
  await alarms(9);
  expect(pausing.requests).toHaveLength(pausingBefore ?? 0);
  expect(other.requests).toHaveLength((otherBefore ?? 0) + 9);
  expect(olie.requests).toHaveLength((olieBefore ?? 0) + 9);

  pausing.fail(null);
  await alarms(2);
  expect(new Set(askedFor(pausing).slice(pausingBefore))).toEqual(new Set(['exe_4821', ...names]));
  const failures = Object.values(await storedFeeds()).map(({ failure }) => failure);
  expect(new Set(failures)).toEqual(new Set([null]));
  expect(await fakeBrowser.action.getBadgeText({})).toBe('51m');
});
