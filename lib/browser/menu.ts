import { browser } from 'wxt/browser';
import { type MenuId, type MenuLine, menuIdOf } from '../core/toolbar/menu';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { translate } from './texts';

/** In memory: what the menu was made of. After a new start of the browser, the menu may be gone too, and is made again. */
const MENU = 'menu';

/**
 * Makes the menu of the toolbar's button, if it has other lines. The browser keeps it while the worker is away.
 * @param also what else is to be set then
 */
export async function makeMenu(lines: MenuLine[], also: () => Promise<void>): Promise<void> {
  await orElse(async () => {
    const titled = lines.map(({ text, ...line }) => ({ ...line, title: translate(text) }));
    const made = JSON.stringify(titled);
    // If the browser does not tell, the menu is made in each round.
    if ((await orElse(() => storedValue('session', MENU))) === made) return;
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
