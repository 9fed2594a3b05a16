import { startStandInB3os } from '../../test/support/stand-in-b3os.ts';
import { startStandInOlie } from '../../test/support/stand-in-olie.ts';
import { startStandInZaia } from '../../test/support/stand-in-zaia.ts';
import { digitsMs, openPopup } from './digits.ts';
import { inTurn, median } from './in-turn.ts';
import { absolute, type Line, relative } from './line.ts';
import {
  agentRunsConnection,
  olieConnection,
  startOlieWith,
  workflowConnections,
} from './services.ts';
import { openIn, type Stage, startStage } from './stage.ts';

/** How long until the clock is seen, with little and with much to show, and what it takes to keep. */
export async function popup(): Promise<Line[]> {
  const services = await Promise.all([
    startStandInOlie(),
    startOlieWith(0),
    startOlieWith(100),
    startOlieWith(10_000),
    startStandInB3os(),
    startStandInZaia({ runs: 100 }),
  ]);
  const stage = await startStage();
  try {
    const [olie, none, hundred, thousands, b3os, zaia] = services;
    const origins = {
      day: await stage.addOurs([olieConnection(olie)]),
      none: await stage.addOurs([olieConnection(none)]),
      hundred: await stage.addOurs([olieConnection(hundred)]),
      thousands: await stage.addOurs([olieConnection(thousands)]),
      others: await stage.addOurs([
        olieConnection(none),
        ...workflowConnections(b3os),
        agentRunsConnection(zaia),
      ]),
    };
    return [...(await timeLines(stage, origins)), ...(await heapLines(stage, origins.day))];
  } finally {
    await stage.close();
    for (const service of services) await service.close();
  }
}

/** A popup that takes this long is far from every limit. */
const LONG_MS = 3_000;

type Scene = 'day' | 'none' | 'hundred' | 'thousands' | 'others';

async function timeLines(stage: Stage, origins: Record<Scene, string>): Promise<Line[]> {
  const { browser, blankOrigin } = stage;
  const kept = [];
  for (const origin of [blankOrigin, ...Object.values(origins)]) {
    kept.push(await openIn(browser, origin));
  }
  const open = (origin: string) => () => digitsMs(browser, origin);
  const all = await inTurn(
    {
      blank: open(blankOrigin),
      day: open(origins.day),
      none: open(origins.none),
      hundred: open(origins.hundred),
      thousands: open(origins.thousands),
      others: open(origins.others),
    },
    (ms) => ms > LONG_MS,
  );
  for (const page of kept) await page.close();
  const ms = (name: keyof typeof all) => median(all[name]);
  return [
    relative('popup: digits seen, beside a blank popup', ms('day'), ms('blank'), 'ms', 1.25),
    relative('popup: 100 sessions, beside none', ms('hundred'), ms('none'), 'ms', 1.1),
    relative('popup: 10 000 sessions, beside none', ms('thousands'), ms('none'), 'ms', 1.1),
    relative('popup: 50 workflows and 100 runs, beside none', ms('others'), ms('none'), 'ms', 1.1),
  ];
}

const OPENINGS = 20;
/** Of a heap: what a collection happens to leave, give or take. */
const NO_GROWTH_MB = 0.1;

async function heapLines({ browser }: Stage, origin: string): Promise<Line[]> {
  const { page } = await openPopup(browser, origin);
  await page.waitForNetworkIdle();
  const openMb = await heapMb(page);
  await page.close();

  // Popups of one extension share a heap: this page, which does nothing, sees what they leave behind.
  const witness = await openIn(browser, origin);
  const openAndClose = async () => (await openPopup(browser, origin)).page.close();
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
async function heapMb(page: Awaited<ReturnType<typeof openIn>>): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
}
