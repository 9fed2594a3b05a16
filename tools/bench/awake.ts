import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page, Target, WebWorker } from 'puppeteer-core';
import { until } from '../../test/support/until.ts';

/** Chromium looks after alarms once a second at most: one that follows another sooner goes off late. */
const SOON_MS = 1_200;
/** Who has called nothing for this long has done. */
const QUIET_MS = 1_000;

/** What the background has called since it was last asked. */
export interface Calls {
  alarms: number;
  /** Writes to `storage.local` and `storage.sync`. */
  disk: number;
  /** Writes to `storage.session`. */
  memory: number;
  badge: number;
  /** Texts or bodies of answers that were parsed as JSON. */
  parses: number;
}

/** Counts, in a worker that runs, its alarms and what it calls because of them. */
const COUNT_CALLS = `(() => {
  if (globalThis.calls) return;
  globalThis.calls = { alarms: 0, disk: 0, memory: 0, badge: 0, parses: 0 };
  chrome.alarms.onAlarm.addListener(() => { calls.alarms += 1; });
  const count = (object, name, what) => {
    const call = object[name];
    object[name] = function (...given) {
      calls[what] += 1;
      return call.apply(this, given);
    };
  };
  const { local, sync, session } = chrome.storage;
  for (const name of ['set', 'remove', 'clear']) {
    count(local, name, 'disk');
    count(sync, name, 'disk');
    count(session, name, 'memory');
  }
  for (const name of Object.keys(chrome.action).filter((name) => name.startsWith('set'))) {
    count(chrome.action, name, 'badge');
  }
  count(JSON, 'parse', 'parses');
  count(Response.prototype, 'json', 'parses');
})()`;

/** Ends the worker as the browser does when it is idle. */
export async function killWorker(browser: Browser, origin: string): Promise<void> {
  const target = workerTarget(browser, origin);
  if (target === undefined) return;
  await (await target.worker())?.close();
  await until(() => !browser.targets().includes(target), 'the worker to end');
}

/**
 * Lets the alarm go off in a moment.
 * @returns when, by this computer's clock
 */
export async function setAlarm(page: Page): Promise<number> {
  // The page answers with the alarm's own time.
  return (await page.evaluate(`(async () => {
    await chrome.alarms.create('tick', { when: Date.now() + ${SOON_MS}, periodInMinutes: 1 });
    return (await chrome.alarms.get('tick')).scheduledTime;
  })()`)) as number;
}

/** What a worker that runs calls because of an alarm. */
export async function callsOfAlarm(browser: Browser, origin: string, page: Page): Promise<Calls> {
  const worker = await runningWorker(browser, origin, page);
  await worker.evaluate(COUNT_CALLS);
  await worker.evaluate('for (const what of Object.keys(calls)) calls[what] = 0;');
  // The script above has made them.
  const calls = async () => (await worker.evaluate('({ ...calls })')) as Calls;
  await setAlarm(page);
  await until(async () => (await calls()).alarms > 0, 'the alarm to go off');
  let before = '';
  for (let now = await calls(); ; now = await calls()) {
    if (JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
    await wait(QUIET_MS);
  }
}

/** The worker, which an alarm starts where it does not run. */
export async function runningWorker(
  browser: Browser,
  origin: string,
  page: Page,
): Promise<WebWorker> {
  if (workerTarget(browser, origin) === undefined) await setAlarm(page);
  const target = await until(() => workerTarget(browser, origin), 'the worker to start');
  const worker = await target.worker();
  if (worker === null) throw new Error('The worker ended while it was being started');
  return worker;
}

function workerTarget(browser: Browser, origin: string): Target | undefined {
  return browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(`${origin}/`));
}
