import { browser } from 'wxt/browser';
import { type MenuId, type MenuLine, menuIdOf } from '../core/toolbar/menu';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { translate } from './texts';

/** In memory, which ends with the extension's own session, as the browser's memory of menus may: what it was made of. */
const MENU = 'menu';

/**
 * Makes it the menu of the button in the toolbar, if it is not yet. The browser keeps it while the worker is away.
 * @param also what else is to be set then
 */
export async function makeMenu(lines: MenuLine[], also: () => Promise<void>): Promise<void> {
  await orElse(async () => {
    const titled = lines.map(({ text, ...line }) => ({ ...line, title: translate(text) }));
    const made = JSON.stringify(titled);
    if ((await storedValue('session', MENU)) === made) return;
    await browser.contextMenus.removeAll();
    for (const line of titled) browser.contextMenus.create({ ...line, contexts: ['action'] });
    await also();
    await browser.storage.session.set({ [MENU]: made });
  });
}

/** Calls back with the line that was chosen, and the window. Must be called in the worker's first turn. */
export function onMenuChosen(callback: (id: MenuId, windowId: number | undefined) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const id = menuIdOf(String(menuItemId));
    if (id !== null) callback(id, tab?.windowId);
  });
}
