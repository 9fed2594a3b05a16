import type { Browser, Page } from 'puppeteer-core';
import { openDrawn, SLOWER, whenDrawn } from './drawn.ts';

/** What was tracked in the period. */
const TOTAL = '.cards .number';

/**
 * Opens the history in a tab of its own on a slowed processor, and waits for the total.
 * @param at the address within the page: "#week=2026-W47"
 */
export async function openHistory(browser: Browser, origin: string, at: string): Promise<Page> {
  return (await openDrawn(browser, `${origin}/history.html${at}`, TOTAL)).page;
}

/** Milliseconds from the navigation's start until the history shows the period's total. */
export async function historyMs(browser: Browser, origin: string, at: string): Promise<number> {
  const { page, ms } = await openDrawn(browser, `${origin}/history.html${at}`, TOTAL);
  await page.close();
  return ms;
}

/** People look at what is shown before they go on. Meanwhile the page reads the periods beside it. */
const PAUSE_MS = 500;

/** Milliseconds from the click on *Previous*, after a pause, until the period before and its total are drawn. */
export async function stepMs(page: Page): Promise<number> {
  // A page in the background is not drawn.
  await page.bringToFront();
  await page.emulateCPUThrottling(SLOWER);
  // The script below resolves with a number.
  return (await page.evaluate(STEP)) as number;
}

/** The name of the period and its total come in one frame. */
const STEP = `new Promise((resolve) => {
  const name = () => document.querySelector('h1').textContent;
  const before = name();
  let startMs;
  ${whenDrawn('name() !== before', 'resolve(performance.now() - startMs);')};
  setTimeout(() => {
    startMs = performance.now();
    document.querySelector('.previous').click();
  }, ${PAUSE_MS});
})`;
