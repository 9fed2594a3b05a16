import type { CDPSession } from 'puppeteer-core';
import { startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { until } from '../../test/support/until.ts';
import { killWorker } from './awake.ts';
import { type Seen, seenInTab } from './digits.ts';
import { inTurn } from './in-turn.ts';
import { olieConnection } from './services.ts';
import { startStage } from './stage.ts';

type Both = Record<'blank' | 'ours', Seen[]>;

/**
 * Popups of an extension that is left alone.
 * @returns `cold`: in processes of their own, which start with them, for nothing of the extension has run for a while.
 * `asTheyCome`: one after the other, whatever of either runs; our worker, which each popup wakes, outlives it by 30 s
 */
export async function openAlone(): Promise<{ cold: Both; asTheyCome: Both }> {
  const olie = await startStandInOlie();
  const stage = await startStage();
  try {
    const { browser, blankOrigin } = stage;
    const origin = await stage.addOurs([olieConnection(olie)]);
    const root = await browser.target().createCDPSession();
    await killWorker(browser, origin);
    const least = await renderers(root);
    const open = (of: string) => async () => {
      await killWorker(browser, origin);
      await until(
        async () => (await renderers(root)) <= least,
        "the extensions' processes to be gone",
      );
      return seenInTab(browser, of);
    };
    const next = (of: string) => () => seenInTab(browser, of);
    return {
      cold: await inTurn({ blank: open(blankOrigin), ours: open(origin) }),
      asTheyCome: await inTurn({ blank: next(blankOrigin), ours: next(origin) }),
    };
  } finally {
    await stage.close();
    await olie.close();
  }
}

/** How many processes the browser has for pages and workers; some of its own are always there. */
async function renderers(root: CDPSession): Promise<number> {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').length;
}
