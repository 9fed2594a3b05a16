import type { Browser, Page } from 'puppeteer-core';
import { SLOWER } from './stage.ts';

/**
 * Notes in the page when the frame with the digits is drawn: of the clock, or of the blank popup's one line. A message
 * that is sent within `requestAnimationFrame` arrives when the main thread has done its part of that frame.
 */
const NOTE_DIGITS = `(() => {
  const look = () => {
    const element = document.querySelector('[role=timer], body > p:only-child');
    if (!/\\d/.test(element?.textContent ?? '')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { globalThis.digitsAtMs = performance.now(); };
      port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
})()`;

/** Ten thousand sessions may take their time: that is what is to be found out. */
const LONGEST_MS = 300_000;

/**
 * Opens a popup in a tab of its own, on a slowed processor.
 * @returns the page, and how long it took from the navigation's start until the digits were on the screen
 */
export async function openPopup(
  browser: Browser,
  origin: string,
): Promise<{ page: Page; digitsMs: number }> {
  const page = await browser.newPage();
  await page.emulateCPUThrottling(SLOWER);
  await page.evaluateOnNewDocument(NOTE_DIGITS);
  await page.goto(`${origin}/popup.html`);
  const shown = await page.waitForFunction('globalThis.digitsAtMs', {
    polling: 50,
    timeout: LONGEST_MS,
  });
  // The page has written a number there.
  return { page, digitsMs: (await shown.jsonValue()) as number };
}

/** The same, and closes it. */
export async function digitsMs(browser: Browser, origin: string): Promise<number> {
  const { page, digitsMs } = await openPopup(browser, origin);
  await page.close();
  return digitsMs;
}
