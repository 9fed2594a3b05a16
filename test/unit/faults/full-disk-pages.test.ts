import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { type OpenedPage, openPage } from '../../support/worker/open-page';
import { refuse } from '../../support/worker/refusals';
import { world } from '../../support/worker/world';

// A page that wants something saved says so if the disk is full, and that nothing has changed.

const FULL = 'The browser could not save this: its storage or the disk is full.';

let heal = () => {};
const fillDisk = () => {
  heal = refuse('storage.local.set', 'rejects');
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
});

function press({ document }: OpenedPage, name: string): void {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name,
  );
  if (button === undefined) throw new Error(`There is no button ${name}`);
  button.click();
}

function choose({ document }: OpenedPage, connections: object[]): void {
  const text = JSON.stringify({ program: 'olie-timer', version: 2, connections, preferences: {} });
  const field = document.querySelector('#backup-file');
  if (field === null) throw new Error('There is no field for a file');
  Object.defineProperty(field, 'files', { value: [new File([text], 'settings.json')] });
  const change = document.createEvent('Event');
  change.initEvent('change', true);
  field.dispatchEvent(change);
}

const stored = () => fakeBrowser.storage.local.get(['settings', 'settings-set-aside', 'awaiting']);

test.each([
  { what: 'a change', row: { kind: 'zaia', responderIds: [], show: 25 } },
  { what: 'a new one', row: { kind: 'b3os', label: '', executionId: 'exe_9' } },
])('an import of $what', async ({ row }) => {
  const { zaia, b3os } = await world({ services: SERVICES, started: true });
  const before = await stored();
  const options = await openPage('options');
  await options.shows('Import settings');
  choose(options, [{ address: (row.kind === 'zaia' ? zaia : b3os).url, ...row }]);
  await options.shows('What the file changes');
  fillDisk();
  press(options, 'Import');
  await options.shows(FULL);
  expect(await stored()).toEqual(before);
  heal();
});

test('deleting for good what cannot be read', async () => {
  await world({ services: ['olie'], started: true });
  await fakeBrowser.storage.local.set({ 'settings-set-aside': [{ version: 99 }] });
  const before = await stored();
  const options = await openPage('options');
  await options.shows('Delete it');
  refuse('storage.local.remove', 'rejects');
  fillDisk();
  press(options, 'Delete it');
  await options.shows('Delete it for good');
  press(options, 'Delete it for good');
  await options.shows(FULL);
  expect(await stored()).toEqual(before);
});
