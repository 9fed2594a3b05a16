import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { type Line, relative } from '../line.ts';
import { openPanel, openPopup } from './digits.ts';
import { startStage } from './stage.ts';

/** Long enough to include what an open popup does now and then: it looks every 5 s and asks every 15 s. */
const WATCHED_S = 30;

/** The least that a page can tick with: one line that changes each second. */
const CHANGE_LINE = `{
  const line = document.querySelector('p').firstChild;
  let seconds = 10;
  setInterval(() => { line.nodeValue = '0:37:' + (seconds = seconds % 59 + 1); }, 1000);
}`;

/** What an open popup and an open side panel cost while their clock runs. */
export async function ticking(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const stage = await startStage();
  try {
    const { browser, blankOrigin } = stage;
    const ours = await stage.addOurs(olie);
    const line = await openPopup(browser, blankOrigin);
    await line.evaluate(CHANGE_LINE);
    const leastMs = await mainThreadMs(line);
    await line.close();
    const lines: Line[] = [];
    for (const [name, open] of Object.entries({ popup: openPopup, 'side panel': openPanel })) {
      const page = await open(browser, ours);
      const what = `ticking: main thread of the ${name} beside one line, ms per second`;
      lines.push(relative(what, await mainThreadMs(page), leastMs, 3));
      await page.close();
    }
    return lines;
  } finally {
    await stage.close();
    await olie.close();
  }
}

/** Milliseconds per second for which the page's main thread works. */
async function mainThreadMs(page: Page): Promise<number> {
  // A page in the background is not drawn.
  await page.bringToFront();
  await page.waitForNetworkIdle();
  const cdp = await page.createCDPSession();
  // The thread's own time, without that of others on the processor.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedS = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const beforeS = await workedS();
  await wait(WATCHED_S * 1000);
  return (((await workedS()) - beforeS) * 1000) / WATCHED_S;
}
