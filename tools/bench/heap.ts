import type { Page } from 'puppeteer-core';
import { openPopup } from './digits.ts';
import { absolute, type Line } from './line.ts';
import { openIn, type Stage } from './stage.ts';

const OPENINGS = 20;
/** Of a heap: what a collection happens to leave, give or take. */
const NO_GROWTH_MB = 0.1;

/** What the popup keeps in memory, and what it leaves there. */
export async function heapLines({ browser }: Stage, origin: string): Promise<Line[]> {
  const page = await openPopup(browser, origin);
  await page.waitForNetworkIdle();
  const openMb = await heapMb(page);
  await page.close();

  // Popups of one extension share a heap: this page, which does nothing, sees what they leave behind.
  const witness = await openIn(browser, origin);
  const openAndClose = async () => (await openPopup(browser, origin)).close();
  await openAndClose();
  const beforeMb = await heapMb(witness);
  for (let opened = 0; opened < OPENINGS; opened += 1) await openAndClose();
  const growthMb = (await heapMb(witness)) - beforeMb;
  await witness.close();
  return [
    absolute('popup: JS heap after opening', openMb, 'MB', 4.5),
    absolute(`popup: JS heap left by opening ${OPENINGS} times`, growthMb, 'MB', NO_GROWTH_MB),
  ];
}

/** What is used after a collection of garbage. */
async function heapMb(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
}
