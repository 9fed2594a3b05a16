import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadAwaiting, saveAwaiting, watchAwaiting } from '../../../lib/browser/awaiting-storage';
import { backedUp } from '../../../lib/core/settings/backup';
import { connected } from '../../support/examples/example-settings';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { local, sync } = fakeBrowser.storage;
/** What 0.1.0 called the services. */
const OLD_KINDS = ['olie', 'workflow', 'agent-runs'];
const rows = connected.connections.map(backedUp);

beforeEach(() => resetFakeBrowser());

test('what waits comes back as it was saved, and leaves nothing behind when it waits no more', async () => {
  expect(await loadAwaiting()).toEqual([]);
  await saveAwaiting(rows);
  expect(await loadAwaiting()).toEqual(rows);
  expect(await local.get()).toEqual({ awaiting: rows });
  expect(await sync.get()).toEqual({});
  await saveAwaiting([]);
  expect(await local.get()).toEqual({});
});

test('another tab hears of what waits, and of what waits no more', async () => {
  const heard: unknown[] = [];
  onTestFinished(watchAwaiting((waiting) => heard.push(waiting)));
  await saveAwaiting(rows);
  await saveAwaiting([]);
  await expect.poll(() => heard).toEqual([rows, []]);
});

test.each([
  ['a text', 'olie', []],
  ['a row of another version', [{ kind: 'later', address: 'https://x.test' }, ...rows], rows],
  [
    'rows as 0.1.0 called them',
    rows.map((row, index) => ({ ...row, kind: OLD_KINDS[index] })),
    rows,
  ],
  ['a row that is broken', [{ ...rows[0], address: 7 }, rows[1]], [rows[1]]],
])('what cannot be read does not cost the rest: %s', async (_, awaiting, read) => {
  await local.set({ awaiting });
  expect(await loadAwaiting()).toEqual(read);
});
