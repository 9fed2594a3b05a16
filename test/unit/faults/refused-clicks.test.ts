import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { type OpenedPage, openPage } from '../../support/worker/open-page';
import { refuse, WAYS } from '../../support/worker/refusals';
import { roundAfter } from '../../support/worker/rounds';
import { world } from '../../support/worker/world';

// What a click in a page asks of the browser, and the browser refuses: the page stays, and something else happens or is said.
// A promise that nobody catches fails the test.

const opened = vi.fn();
const close = vi.fn();

afterEach(() => vi.unstubAllEnvs());
beforeEach(() => {
  opened.mockClear();
  close.mockClear();
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.stubGlobal('open', opened);
  vi.stubGlobal('window', { close });
});

function press({ document }: OpenedPage, name: string): void {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent, title }) => textContent === name || title === name,
  );
  if (button === undefined) throw new Error(`There is no button ${name}`);
  button.click();
}

/** Olie is connected, and the permission for it was taken away. */
async function worldWithoutAccess(): Promise<void> {
  const { olie } = await world({ services: ['olie'], started: true });
  await roundAfter(() => fakeBrowser.permissions.remove({ origins: [`${olie.url}/*`] }));
}

describe.each(WAYS)('%s:', (way) => {
  test('permissions.request for an address, in the popup: the options page opens', async () => {
    await worldWithoutAccess();
    const popup = await openPage('popup');
    await popup.shows('Allow access');
    const openOptions = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage');
    refuse('permissions.request', way);
    press(popup, 'Allow access');
    await expect.poll(() => openOptions.mock.calls.length).toBe(1);
    expect(popup.text()).toContain('AD-1');
  });

  test('permissions.request for an address, in the options: it says what that means', async () => {
    await worldWithoutAccess();
    const options = await openPage('options');
    await options.shows('Allow access');
    refuse('permissions.request', way);
    press(options, 'Allow access');
    await options.shows('Without your permission Olie Timer cannot reach this address.');
    expect(options.text()).toContain('Badge and popup');
  });

  test('runtime.openOptionsPage: its page opens in another way', async () => {
    await world({ services: SERVICES, started: true });
    const popup = await openPage('popup');
    await popup.shows('AD-1');
    refuse('runtime.openOptionsPage', way);
    press(popup, 'Options');
    await expect.poll(() => opened.mock.calls.join()).toMatch(/options\.html$/);
    expect(popup.text()).toContain('AD-1');
  });

  test.each(['commands.openShortcutSettings', 'tabs.create'])('%s: it is said', async (call) => {
    await world({ services: ['olie'], started: true });
    if (call.startsWith('commands')) {
      Object.assign(fakeBrowser.commands, { openShortcutSettings: async () => undefined });
      // Firefox does not open Chromium's page.
      refuse('tabs.create', 'rejects');
    }
    const options = await openPage('options');
    await options.shows('Keyboard shortcuts');
    refuse(call, way);
    press(options, 'Change');
    await options.shows('The browser did not open its page for shortcuts.');
  });

  test.each([
    { call: 'sidePanel.open', firefox: '' },
    { call: 'sidebarAction.open', firefox: 'yes' },
  ])('$call: the popup stays open, and the page opens as any page', async ({ call, firefox }) => {
    await world({ services: ['olie'], started: true });
    vi.stubEnv('FIREFOX', firefox);
    Object.assign(fakeBrowser, { sidebarAction: { open: async () => undefined } });
    Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
    const popup = await openPage('popup');
    await expect.poll(() => popup.document.querySelector('button.panel')).not.toBeNull();
    refuse(call, way);
    press(popup, 'Open the side panel');
    await expect.poll(() => vi.mocked(console.error).mock.calls.length).toBeGreaterThan(0);
    expect(opened).toHaveBeenCalledExactlyOnceWith('/sidepanel.html');
    expect(popup.text()).toContain('AD-1');
    expect(close).not.toHaveBeenCalled();
  });

  test('storage.session.remove: what was asked for is offered all the same', async () => {
    await world({ services: ['olie'], started: true });
    await fakeBrowser.storage.session.set({ copyAsked: Date.now() });
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    refuse('storage.session.remove', way);
    const popup = await openPage('popup');
    await popup.shows("Today's summary is on the clipboard.");
    expect(writeText).toHaveBeenCalledOnce();
    expect(popup.text()).toContain('AD-1');
  });
});
