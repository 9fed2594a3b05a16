import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { panelWindow } from '../../../lib/browser/side-panel';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

beforeEach(() => resetFakeBrowser());

const inWindow = (type: 'normal' | 'popup') =>
  vi.spyOn(fakeBrowser.windows, 'getCurrent').mockResolvedValue({
    id: 7,
    type,
    focused: true,
    alwaysOnTop: false,
    incognito: false,
  });

test('a side panel opens in the window of the popup or the tab', async () => {
  inWindow('normal');
  expect(await panelWindow()).toBe(7);
});

// After a click on a notification, the popup may be in one. Chromium says that a panel is open there, and shows none.
test('none opens in a small window', async () => {
  inWindow('popup');
  expect(await panelWindow()).toBeNull();
});

test('none opens where the browser does not tell the window', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(fakeBrowser.windows, 'getCurrent').mockRejectedValue(new Error('no'));
  expect(await panelWindow()).toBeNull();
});
