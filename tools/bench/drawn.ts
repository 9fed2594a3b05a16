import type { Browser, Page } from 'puppeteer-core';

/** How much slower the processor is made: a cheap laptop beside a developer's machine. */
export const SLOWER = 4;

/**
 * An expression: calls `then` when a frame with that text was drawn. A message that is sent within `requestAnimationFrame`
 * arrives after the main thread's part of that frame.
 * @param isThere an expression that says whether the text is in the document
 * @param then a statement
 */
export function whenDrawn(isThere: string, then: string): string {
  return `new MutationObserver((_, observer) => {
  if (!(${isThere})) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { ${then} };
    port2.postMessage(null);
  });
}).observe(document, { childList: true, subtree: true, characterData: true })`;
}

/** An expression: whether that element shows digits. Noughts are a placeholder and no digits. */
function hasDigits(selector: string): string {
  return `/[1-9]/.test(document.querySelector('${selector}')?.textContent)`;
}

/**
 * Opens a page in a tab of its own on a slowed processor, and waits until that element shows digits.
 * @returns the page, and the milliseconds from the navigation's start
 */
export async function openDrawn(
  browser: Browser,
  url: string,
  selector: string,
): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage();
  await page.emulateCPUThrottling(SLOWER);
  await page.evaluateOnNewDocument(
    whenDrawn(hasDigits(selector), 'globalThis.drawnMs = performance.now();'),
  );
  await page.goto(url);
  await page.waitForFunction('globalThis.drawnMs', { polling: 50, timeout: 60_000 });
  // The line above has waited for a number.
  return { page, ms: (await page.evaluate('drawnMs')) as number };
}
