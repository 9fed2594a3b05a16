import type { Browser, Page } from 'puppeteer-core';
import { openPopup } from './digits.ts';
import { openIdlePage } from './stage.ts';

/** The heap of a page after a collection of garbage, in MB. */
async function heapMb(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
}

/** The heap of an open popup, in MB. */
export async function openHeapMb(browser: Browser, origin: string): Promise<number> {
  const page = await openPopup(browser, origin);
  await page.waitForNetworkIdle();
  const mb = await heapMb(page);
  await page.close();
  return mb;
}

/** By how much opening and closing a popup so often grows the heap that all popups of an extension share, in MB. */
export async function leftHeapMb(browser: Browser, origin: string, times: number) {
  const witness = await openIdlePage(browser, origin);
  await (await openPopup(browser, origin)).close();
  const beforeMb = await heapMb(witness);
  for (let opened = 0; opened < times; opened += 1) {
    await (await openPopup(browser, origin)).close();
  }
  const grownMb = (await heapMb(witness)) - beforeMb;
  await witness.close();
  return grownMb;
}
