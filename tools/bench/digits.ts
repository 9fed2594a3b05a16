import type { Browser, Page } from 'puppeteer-core';
import { openDrawn } from './drawn.ts';

/** The clock, or the blank popup's line. */
const CLOCK = '[role=timer], body > p:only-child';

/** Opens a popup in a tab of its own on a slowed processor, and waits for its digits. */
export async function openPopup(browser: Browser, origin: string): Promise<Page> {
  return (await open(browser, origin, 'popup')).page;
}

/** The same for the side panel. */
export async function openPanel(browser: Browser, origin: string): Promise<Page> {
  return (await open(browser, origin, 'sidepanel')).page;
}

/** Milliseconds from the navigation's start until a popup shows its digits. */
export async function digitsMs(browser: Browser, origin: string): Promise<number> {
  const { page, ms } = await open(browser, origin, 'popup');
  await page.close();
  return ms;
}

function open(browser: Browser, origin: string, page: 'popup' | 'sidepanel') {
  return openDrawn(browser, `${origin}/${page}.html`, CLOCK);
}
