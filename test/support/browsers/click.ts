/** Real clicks, which the browser counts as the user's wish, and which meet what they were meant for. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** How long a click may take to reach the page. */
const ARRIVES_IN_MS = 500;

/** Clicks the first element that the selector finds, once it is there and does not move. */
export async function clickOn(page: Page, selector: string): Promise<void> {
  // A page in the background is not drawn and takes no clicks.
  await page.bringToFront();
  await until(async () => {
    const element = await page.$(selector);
    return element !== null && click(element);
  }, `a click on ${selector}`);
}

/**
 * Clicks the element, unless it moves.
 *
 * @returns whether the click met it. What an answer has moved meanwhile was missed, and the click went elsewhere.
 */
export async function click(element: ElementHandle): Promise<boolean> {
  if (!(await element.evaluate(isStill))) return false;
  const met = await element.evaluateHandle((target) => {
    const seen = { isClicked: false };
    target.addEventListener('click', () => (seen.isClicked = true), { once: true, capture: true });
    return seen;
  });
  // The click may have closed its page, or left it.
  const isMet = () => met.evaluate(({ isClicked }) => isClicked).catch(() => true);
  const isMade = await element.click().then(() => true, wasMade);
  if (!isMade || (await isMet())) return isMade;
  await wait(ARRIVES_IN_MS);
  return isMet();
}

/** Whether the element stays where it is for two frames. Otherwise a click may meet something else. */
function isStill(element: Element): Promise<boolean> {
  const { x, y } = element.getBoundingClientRect();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        const now = element.getBoundingClientRect();
        resolve(now.x === x && now.y === y);
      });
    });
  });
}

/** Whether the click was made, although there was an error. Throws any other error. */
function wasMade(error: Error): boolean {
  // The element has no place on the page, yet or any more.
  if (error.message.includes('not clickable')) return false;
  // The click closed its page before the browser had answered. So does the popup when the side panel opens.
  if (error.message.includes('Target closed')) return true;
  throw error;
}
