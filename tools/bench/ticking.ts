import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { openPopup } from './digits.ts';
import { absolute, type Line, relative } from './line.ts';
import { olieConnection } from './services.ts';
import { type Stage, startStage } from './stage.ts';

/** Long enough that all which the popup does now and then is in it: it looks every 5 s and asks every 15 s. */
const WATCHED_S = 30;

/** Once a minute the picture of the day has its running stretch and its line of now drawn anew. */
const AT_THE_MINUTE = 2;

/** Counts what changes in the document; `bar` are those of the day's picture, `others` the nodes that show no time, by their names. */
const COUNT_CHANGES = `(() => {
  globalThis.changes = { all: 0, bar: 0, others: [] };
  new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      changes.all += 1;
      if (element.closest('.bar')) changes.bar += 1;
      else if (!element.closest('time.duration, .amount, .age')) changes.others.push(element.localName + '.' + element.className);
    }
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
})()`;

interface Changes {
  all: number;
  bar: number;
  others: string[];
}

/** What the open popup costs while its clock runs. */
export async function ticking(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const stage = await startStage();
  try {
    const origin = await stage.addOurs([olieConnection(olie)]);
    const leastMs = await leastTicking(stage);
    const page = await openPopup(stage.browser, origin);
    // What is not in front is not drawn.
    await page.bringToFront();
    await page.waitForNetworkIdle();
    const perSecondMs = await watchedMs(page);
    // By itself: who counts takes time too.
    await page.evaluate(COUNT_CHANGES);
    await wait(WATCHED_S * 1000);
    const { all, bar, others } = (await page.evaluate('changes')) as Changes;
    if (others.length > 0) console.error(`Changed as well: ${[...new Set(others)].join(', ')}`);
    return [
      absolute('ticking: main thread, each second', perSecondMs, 'ms', 2),
      relative('ticking: beside one line that changes', perSecondMs, leastMs, 'ms', null),
      absolute('ticking: changes of nodes, each second', all / WATCHED_S, '', null),
      absolute(`ticking: changes of others in ${WATCHED_S} s`, others.length, '', 0),
      absolute(`ticking: changes of the day's bar in ${WATCHED_S} s`, bar, '', AT_THE_MINUTE),
    ];
  } finally {
    await stage.close();
    await olie.close();
  }
}

/** The least that a page can tick with: the blank popup, whose one line is another each second. */
async function leastTicking({ browser, blankOrigin }: Stage): Promise<number> {
  const page = await openPopup(browser, blankOrigin);
  await page.bringToFront();
  await page.evaluate(`{
    const line = document.querySelector('p').firstChild;
    let seconds = 10;
    setInterval(() => { line.nodeValue = '0:37:' + (seconds = seconds % 59 + 1); }, 1000);
  }`);
  const leastMs = await watchedMs(page);
  await page.close();
  return leastMs;
}

/** The main thread's milliseconds in each second. */
async function watchedMs(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskMs(cdp);
  await wait(WATCHED_S * 1000);
  const perSecondMs = ((await taskMs(cdp)) - before) / WATCHED_S;
  await cdp.detach();
  return perSecondMs;
}

/** How long the page's main thread has worked, as slowed as it is: its own time, not that of others on the processor. */
async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
