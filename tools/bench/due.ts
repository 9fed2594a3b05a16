import type { Browser, Page } from 'puppeteer-core';
import { runningWorker } from './awake.ts';

/** Who has stored nothing for this long has done. */
const QUIET_MS = 200;

/**
 * Has every feed fall due at that time, and asked for as long before it as may be. A schedule is known by its fields,
 * wherever it is stored. This runs in the worker, which hears of its own writes: a stopped one would be woken by them.
 */
const fallDue = (dueAtMs: number) => `(async () => {
  let heardAtMs = Date.now();
  let awaited = 0;
  const hear = () => {
    heardAtMs = Date.now();
    awaited -= 1;
  };
  const turn = () => new Promise((go) => setTimeout(go, 5));
  chrome.storage.onChanged.addListener(hear);
  while (Date.now() < heardAtMs + ${QUIET_MS}) await turn();
  const set = (value) => {
    if (typeof value !== 'object' || value === null) return false;
    if (!('dueAtMs' in value)) return Object.values(value).map(set).includes(true);
    value.dueAtMs = ${dueAtMs};
    value.askedAtMs = Math.min(${dueAtMs}, Date.now());
    return true;
  };
  awaited = 0;
  let areas = 0;
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    const stored = Object.entries(await area.get(null)).filter(([, value]) => set(value));
    if (stored.length === 0) continue;
    areas += 1;
    awaited += 1;
    await area.set(Object.fromEntries(stored));
  }
  while (awaited > 0) await turn();
  chrome.storage.onChanged.removeListener(hear);
  return areas;
})()`;

/**
 * Lets every feed be due at that time.
 * @param page of the extension; it starts the worker where it does not run
 */
export async function setDue(
  browser: Browser,
  origin: string,
  page: Page,
  dueAtMs: number,
): Promise<void> {
  const worker = await runningWorker(browser, origin, page);
  const areas = await worker.evaluate(fallDue(dueAtMs));
  if (areas === 0) throw new Error('No schedule is stored');
}
