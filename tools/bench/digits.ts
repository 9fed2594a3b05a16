import type { Browser, Page } from 'puppeteer-core';

/** How much slower the processor is made: a cheap laptop beside a developer's machine. */
export const SLOWER = 4;

/**
 * Notes when a frame with the clock's digits, or with the blank popup's line, was drawn. Noughts are a placeholder and no
 * digits. A message that is sent within `requestAnimationFrame` arrives after the main thread's part of that frame.
 */
const NOTE_DIGITS = `new MutationObserver((_, observer) => {
  const clock = document.querySelector('[role=timer], body > p:only-child');
  if (!/[1-9]/.test(clock?.textContent)) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { globalThis.digitsMs = performance.now(); };
    port2.postMessage(null);
  });
}).observe(document, { childList: true, subtree: true, characterData: true })`;

/** Opens a popup in a tab of its own on a slowed processor, and waits for its digits. */
export async function openPopup(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.emulateCPUThrottling(SLOWER);
  await page.evaluateOnNewDocument(NOTE_DIGITS);
  await page.goto(`${origin}/popup.html`);
  await page.waitForFunction('globalThis.digitsMs', { polling: 50, timeout: 60_000 });
  return page;
}

/** Milliseconds from the navigation's start until a popup shows its digits. */
export async function digitsMs(browser: Browser, origin: string): Promise<number> {
  const page = await openPopup(browser, origin);
  // NOTE_DIGITS has written a number.
  const ms = (await page.evaluate('digitsMs')) as number;
  await page.close();
  return ms;
}
