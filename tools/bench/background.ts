import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { until } from '../../test/support/until.ts';
import { openIdlePage } from './stage.ts';

/** Chromium looks after alarms once a second. One that follows another sooner is late. */
const SOON_MS = 1_200;
/** The worker finishes writing in this time. */
const QUIET_MS = 300;

export type Background = Awaited<ReturnType<typeof backgroundOf>>;

/** The worker of one extension, as the bench handles it. Times are epoch milliseconds. */
export async function backgroundOf(browser: Browser, origin: string) {
  const page = await openIdlePage(browser, origin);
  await holdNoWorker(page);
  const find = () =>
    browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
  // What the scripts below return is known here.
  const setAlarm = () => page.evaluate(SET_ALARM) as Promise<number>;
  const running = async () => {
    if (find() === undefined) await setAlarm();
    const worker = await (await until(find, 'the worker to start')).worker();
    if (worker === null) throw new Error('The worker ended while it was being started');
    return worker;
  };
  return {
    /** Ends the worker, as the browser does when it is idle. */
    kill: async () => {
      const target = find();
      await (await target?.worker())?.close();
      await until(() => find() === undefined, 'the worker to end');
    },
    /** Lets the alarm go off in a moment, and says when. */
    setAlarm,
    /** Says when the badge's title has this text in it. */
    titleShownMs: (text: string) => page.evaluate(titleShown(text)) as Promise<number>,
    /** Makes every feed due. A stopped worker would be woken by the writing, so it must run. */
    makeDue: async () => {
      const worker = await running();
      const isMade = async () => {
        await wait(QUIET_MS);
        return (await worker.evaluate(MAKE_DUE)) === 0;
      };
      // Until there is nothing left to make due: on a busy machine a round may still write its own schedule.
      await until(isMade, 'the feeds to stay due');
    },
  };
}

/** Puppeteer stops each new worker to look at it, which takes as long as what is measured. This lets workers go on. */
async function holdNoWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.connection()?.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
    // As Puppeteer has it: pages are found through their tabs.
    filter: [{ type: 'page', exclude: true }, {}],
  });
  await session.detach();
}

const SET_ALARM = `(async () => {
  await chrome.alarms.create('tick', { when: Date.now() + ${SOON_MS}, periodInMinutes: 1 });
  return (await chrome.alarms.get('tick')).scheduledTime;
})()`;

const titleShown = (text: string) => `(async () => {
  const endMs = Date.now() + 30_000;
  while (!(await chrome.action.getTitle({})).includes('${text}')) {
    if (Date.now() > endMs) throw new Error('The badge does not show ${text}');
    await new Promise((go) => setTimeout(go, 2));
  }
  return performance.timeOrigin + performance.now();
})()`;

/** Finds schedules by their fields, wherever they are stored. Returns how many entries were changed. */
const MAKE_DUE = `(async () => {
  const set = (value) => {
    if (typeof value !== 'object' || value === null) return false;
    if (!('dueAtMs' in value)) return Object.values(value).map(set).includes(true);
    if (value.dueAtMs < Date.now()) return false;
    value.dueAtMs = value.askedAtMs = Date.now() - 60_000;
    return true;
  };
  let found = 0;
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    const changed = Object.entries(await area.get(null)).filter(([, value]) => set(value));
    found += changed.length;
    if (changed.length > 0) await area.set(Object.fromEntries(changed));
  }
  return found;
})()`;
