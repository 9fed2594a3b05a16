/**
 * What people do with the button in the toolbar of Firefox, and what it opens. WebDriver reaches neither: Firefox's own
 * window does it, and asks their pages.
 */
import type { Browser } from 'puppeteer-core';
import { until } from '../until.ts';
import { evaluateInFirefoxWindow } from './firefox-window.ts';

/** The element of Firefox's window that shows the page. */
const ELEMENTS = {
  popup: "document.querySelector('browser.webextension-popup-browser')",
  sidebar: "SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')",
};
export type ToolbarPage = keyof typeof ELEMENTS;

/** A page that is just being opened may lose a question. */
const MOST_MS = 2_000;

/** The address of the page, and the size it has been given; null if it is not open. */
export async function shownByToolbar(
  browser: Browser,
  page: ToolbarPage,
): Promise<{ address: string; width: number; height: number } | null> {
  const seen = await evaluateInFirefoxWindow(
    browser,
    `(() => {
      const element = ${ELEMENTS[page]};
      const { width, height } = element?.getBoundingClientRect() ?? {};
      return JSON.stringify(element ? { address: element.currentURI.spec, width, height } : null);
    })()`,
  );
  return JSON.parse(String(seen));
}

/**
 * Runs a script in the page.
 * @param script the body of a function whose page is `content`; it returns what JSON can hold
 * @returns what the script returned; null if the page is not open, or does not answer
 */
export async function inToolbarPage(
  browser: Browser,
  page: ToolbarPage,
  script: string,
): Promise<unknown> {
  const answer = `sendAsyncMessage('answer', (() => { ${script} })())`;
  const text = await evaluateInFirefoxWindow(
    browser,
    `(async () => {
      const messages = ${ELEMENTS[page]}?.messageManager;
      if (!messages) return 'null';
      const answer = new Promise((resolve) => {
        messages.addMessageListener('answer', function listen({ data }) {
          messages.removeMessageListener('answer', listen);
          resolve(data);
        });
        setTimeout(resolve, ${MOST_MS}, null);
      });
      messages.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(answer)}`)}, false);
      return JSON.stringify(await answer);
    })()`,
  );
  return JSON.parse(String(text));
}

/** Clicks what that selector finds in the page, as a person does: Firefox opens its sidebar at nothing less. */
export async function pressInToolbarPage(
  browser: Browser,
  page: ToolbarPage,
  selector: string,
): Promise<void> {
  const press = `
    const found = content.document.querySelector(${JSON.stringify(selector)});
    if (!found) return false;
    const input = content.windowUtils.setHandlingUserInput(true);
    found.click();
    input.destruct();
    return true;`;
  await until(() => inToolbarPage(browser, page, press), `${selector} in the ${page}`);
}

/** The lines that the extension has in the menu of its button. */
export async function menuOfButton(browser: Browser): Promise<string[]> {
  const labels = await inMenu(
    browser,
    'menu.hidePopup(); return JSON.stringify(lines.map(({ label }) => label));',
  );
  return JSON.parse(String(labels));
}

/** Opens the menu of the button, and chooses a line. */
export async function chooseInMenu(browser: Browser, label: string): Promise<void> {
  await inMenu(
    browser,
    `menu.activateItem(lines.find((line) => line.label === ${JSON.stringify(label)}));`,
  );
}

/** @param script may use `menu`, which is open, and `lines` */
function inMenu(browser: Browser, script: string): Promise<unknown> {
  return evaluateInFirefoxWindow(
    browser,
    `(async () => {
      const button = document.querySelector('toolbarbutton[id^="olie-timer"]');
      const menu = document.getElementById('toolbar-context-menu');
      const shown = new Promise((resolve) => {
        menu.addEventListener('popupshown', resolve, { once: true });
      });
      const { x, y } = button.getBoundingClientRect();
      window.synthesizeMouseEvent('contextmenu', x + 5, y + 5, { button: 2, clickCount: 1 }, {});
      await shown;
      const lines = [...menu.querySelectorAll('menuitem')].filter(({ id }) => id.includes('olie-timer'));
      ${script}
    })()`,
  );
}

/** Presses Alt+Shift and a letter. The keyboard of WebDriver types into pages only. */
export async function pressAltShift(browser: Browser, letter: string): Promise<void> {
  await evaluateInFirefoxWindow(
    browser,
    `(() => {
      const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keys.beginInputTransactionForTests(window);
      const all = ['Alt', 'Shift', ${JSON.stringify(letter)}].map((key) => {
        const code = key.length === 1 ? 'Key' + key : key + 'Left';
        return new KeyboardEvent('', { key, code, keyCode: { Alt: 18, Shift: 16 }[key] ?? key.charCodeAt(0) });
      });
      for (const key of all) keys.keydown(key);
      for (const key of all.reverse()) keys.keyup(key);
    })()`,
  );
}

/** Closes what the button has opened. */
export async function closeToolbarPages(browser: Browser): Promise<void> {
  await evaluateInFirefoxWindow(
    browser,
    `for (const panel of document.querySelectorAll('panel')) panel.hidePopup();
     SidebarController.hide();`,
  );
}
