import { startStandInB3os } from '../../test/support/stand-ins/b3os.ts';
import { startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { startStandInZaia } from '../../test/support/stand-ins/zaia.ts';
import { openAlone } from './cold.ts';
import { type Seen, seenInTab } from './digits.ts';
import { heapLines } from './heap.ts';
import { inTurn, median } from './in-turn.ts';
import { type Line, relative } from './line.ts';
import { realPopups } from './real-popup.ts';
import {
  agentRunsConnection,
  olieConnection,
  startOlieWith,
  workflowConnections,
} from './services.ts';
import { openIn, type Stage, startStage } from './stage.ts';

/** How long until the clock is seen, with little and with much to show, and what it takes to keep. */
export async function popup(): Promise<Line[]> {
  const { warm, heap } = await openWarm();
  return [...timeLines(warm, await openAlone()), ...heap];
}

type Scene = 'day' | 'none' | 'hundred' | 'thousands' | 'others';
/** Also the blank popup twice a turn, and both as the toolbar opens them. */
type Warm = Record<Scene | 'blank' | 'blankAgain' | 'realBlank' | 'realDay', Seen[]>;

/** Popups in processes that other pages of the same extensions keep alive. */
async function openWarm(): Promise<{ warm: Warm; heap: Line[] }> {
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
    return { warm: await openInTurn(stage, origins), heap: await heapLines(stage, origins.day) };
  } finally {
    await stage.close();
    for (const service of services) await service.close();
  }
}

/** A popup that takes this long is far from every limit. */
const LONG_MS = 3_000;

async function openInTurn(
  { browser, blankOrigin }: Stage,
  origins: Record<Scene, string>,
): Promise<Warm> {
  const kept = await Promise.all(
    [blankOrigin, ...Object.values(origins)].map((origin) => openIn(browser, origin)),
  );
  const tab = await browser.newPage();
  const openReal = await realPopups(browser);
  const real = (origin: string) => () => openReal(tab, origin);
  const open = (origin: string) => () => seenInTab(browser, origin);
  const all = await inTurn(
    {
      blank: open(blankOrigin),
      day: open(origins.day),
      realBlank: real(blankOrigin),
      realDay: real(origins.day),
      none: open(origins.none),
      hundred: open(origins.hundred),
      thousands: open(origins.thousands),
      others: open(origins.others),
      blankAgain: open(blankOrigin),
    },
    ({ footerMs }) => footerMs > LONG_MS,
  );
  for (const page of [...kept, tab]) await page.close();
  return all;
}

/**
 * What they are, and a fifth for noise: they may get no worse. Where neither pays for a process, a page that only loads one
 * script and reads one key from the storage is at 1.4 to 1.6 itself (BENCH.md).
 */
const WORST = { warm: 2, cold: 2.7, toolbar: 1.8 };

function timeLines(
  warm: Warm,
  { cold, asTheyCome }: Awaited<ReturnType<typeof openAlone>>,
): Line[] {
  const beside = (name: string, [ours, theirs]: [Seen[], Seen[]], limit: number | null) =>
    relative(`popup: ${name}`, digitsMs(ours), digitsMs(theirs), 'ms', limit);
  const { blank, realBlank, realDay, day, none, hundred, thousands, others } = warm;
  return [
    beside('digits, as they come, beside a blank popup', [asTheyCome.ours, asTheyCome.blank], 1.25),
    beside('digits, both warm, beside a blank popup', [day, blank], WORST.warm),
    beside('digits, both cold, beside a blank popup', [cold.ours, cold.blank], WORST.cold),
    beside(
      'digits, opened from the toolbar, both warm, beside a blank popup',
      [realDay, realBlank],
      WORST.toolbar,
    ),
    relative('popup: down to the footer, warm', footerMs(day), digitsMs(blank), 'ms', null),
    relative(
      'popup: down to the footer, cold',
      footerMs(cold.ours),
      digitsMs(cold.blank),
      'ms',
      null,
    ),
    beside('the blank popup beside itself: what is noise', [warm.blankAgain, blank], null),
    beside('digits, 100 sessions, beside none', [hundred, none], 1.1),
    beside('digits, 10 000 sessions, beside none', [thousands, none], 1.1),
    beside('digits, 50 workflows and 100 runs, beside none', [others, none], 1.1),
  ];
}

function digitsMs(seen: Seen[]): number {
  return median(seen.map((each) => each.digitsMs));
}

function footerMs(seen: Seen[]): number {
  return median(seen.map((each) => each.footerMs));
}
