import { browser } from 'wxt/browser';
import { type MenuId, menuIdOf } from '../core/toolbar/menu';
import { SHORTCUT_NAMES, type Shortcut } from '../core/toolbar/shortcut';
import { orElse } from './or-else';

/** As the user has set them. */
export async function loadShortcuts(): Promise<Shortcut[]> {
  const commands = await orElse(() => browser.commands.getAll(), []);
  const keyOf = (wanted: string) => commands.find(({ name }) => name === wanted)?.shortcut ?? '';
  return SHORTCUT_NAMES.map((name) => ({ name, key: keyOf(name) }));
}

/** Calls back with what was asked for by its key, and the window. Must be called in the worker's first turn. */
export function onShortcut(callback: (id: MenuId, windowId: number | undefined) => void): void {
  // The polyfill's types do not know of the tab yet.
  const listener = (name: string, tab?: { windowId?: number | undefined }) => {
    const id = menuIdOf(name);
    if (id !== null) callback(id, tab?.windowId);
  };
  browser.commands.onCommand.addListener(listener);
}

/** Opens the browser's own page for shortcuts. @returns false if the browser refuses */
export async function openShortcuts(): Promise<boolean> {
  return orElse(async () => {
    // Firefox has a function for it; the polyfill's types do not know it yet.
    const { openShortcutSettings } = browser.commands as { openShortcutSettings?(): Promise<void> };
    if (openShortcutSettings) await openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  }, false);
}
