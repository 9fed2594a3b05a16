import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadShortcuts, openShortcuts } from '../../../lib/browser/shortcuts';

const setCommands = (commands: object) => Object.assign(fakeBrowser, { commands });

test('keys are those that the browser has now', async () => {
  setCommands({
    getAll: async () => [
      { name: 'refresh', shortcut: 'Ctrl+Shift+U' },
      { name: '_execute_action', shortcut: '' },
      { name: 'of-a-later-version', shortcut: 'Alt+1' },
    ],
  });
  expect(await loadShortcuts()).toEqual([
    { name: '_execute_action', key: '' },
    { name: 'side-panel', key: '' },
    { name: 'refresh', key: 'Ctrl+Shift+U' },
    { name: 'copy-summary', key: '' },
  ]);
});

test("the browser's own page for keys is opened: Firefox has a function for it, the others an address", async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  setCommands({});
  await openShortcuts();
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome://extensions/shortcuts' });
  const openShortcutSettings = vi.fn();
  setCommands({ openShortcutSettings });
  await openShortcuts();
  expect(openShortcutSettings).toHaveBeenCalledOnce();
  expect(create).toHaveBeenCalledOnce();
});
