import type { Page } from 'puppeteer-core';

/** What later measurements may have over the first ones: caches fill, and a list may be longer by a row. */
export const LARGEST_GROWTH = 1.25;

/** What a page's scripts hold, after what nobody holds was thrown away. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Is the least of the last third no more than a quarter above the least of the first third? */
export function isFlat(heap: number[]): boolean {
  const third = Math.max(1, Math.floor(heap.length / 3));
  const first = Math.min(...heap.slice(0, third));
  const last = Math.min(...heap.slice(-third));
  return last <= first * LARGEST_GROWTH;
}
