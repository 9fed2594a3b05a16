import type { Browser, Page } from 'puppeteer-core';
import { SLOWER } from './stage.ts';

/** How long it took from the navigation's start until a frame with it was drawn. */
export interface Seen {
  /** The digits of the clock, or of the blank popup's one line. */
  digitsMs: number;
  /** All down to the footer. */
  footerMs: number;
}

/**
 * Notes in the page, before any of it is there, when a frame with the digits is drawn, and one with the footer: a popup
 * may draw both at once or one after the other. A placeholder of noughts is no digits. A message that is sent within
 * `requestAnimationFrame` arrives when the main thread has done its part of that frame.
 */
export const NOTE_DIGITS = `(() => {
  const seen = {};
  const wanted = {
    digitsMs: () => /[1-9]/.test(document.querySelector('[role=timer], body > p:only-child')?.textContent),
    footerMs: () => document.querySelector('footer, body > p:only-child') !== null,
  };
  const note = (name) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen[name] = performance.now();
      if (Object.keys(seen).length === 2) globalThis.digitsSeen = seen;
    };
    port2.postMessage(null);
  });
  const look = () => {
    for (const [name, isThere] of Object.entries(wanted)) {
      if (!isThere()) continue;
      delete wanted[name];
      note(name);
    }
    if (Object.keys(wanted).length === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
})()`;

/** Who takes longer has failed. */
const LONGEST_MS = 60_000;

/** Opens a popup in a tab of its own, on a slowed processor. */
export async function openPopup(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.emulateCPUThrottling(SLOWER);
  await page.evaluateOnNewDocument(NOTE_DIGITS);
  await page.goto(`${origin}/popup.html`);
  await seenOn(page);
  return page;
}

/** What was noted in a popup, once everything is seen. */
export async function seenOn(page: Page): Promise<Seen> {
  const noted = await page.waitForFunction('globalThis.digitsSeen', {
    polling: 50,
    timeout: LONGEST_MS,
  });
  // NOTE_DIGITS has written it there.
  return (await noted.jsonValue()) as Seen;
}

/** Opens a popup in a tab and closes it. */
export async function seenInTab(browser: Browser, origin: string): Promise<Seen> {
  const page = await openPopup(browser, origin);
  const seen = await seenOn(page);
  await page.close();
  return seen;
}
