import type { Page } from 'puppeteer-core';
import { type StandInOlie, startStandInOlie } from '../../test/support/stand-in-olie.ts';
import { startStandInServer } from '../../test/support/stand-in-server.ts';
import { until } from '../../test/support/until.ts';
import { callsOfAlarm, killWorker, setAlarm } from './awake.ts';
import { inTurn, median } from './in-turn.ts';
import { absolute, type Line, relative } from './line.ts';
import { writeWorker } from './reference.ts';
import { olieConnection } from './services.ts';
import { openIn, type Stage, startStage } from './stage.ts';

/** From the alarm on. */
interface Woken {
  requestMs: number;
  badgeMs: number;
}

/** Until when a feed is made not due: the worker that this change of the storage wakes must have ended before. */
const DUE_IN_MS = 4_000;
/** What it takes to end the worker and to set the alarm. */
const SPARE_MS = 1_000;
const MARK = 'not drawn yet';

/** How fast a worker that was stopped does what its alarm is for, beside one that does nothing else. */
export async function worker(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const plain = await startStandInServer(() => ({ status: 200, body: olie.answer() }), Date.now);
  const stage = await startStage();
  try {
    const ours = await stage.addOurs([olieConnection(olie)]);
    const theirs = await stage.add(await writeWorker(`${plain.url}/`));
    const [ourPage, theirPage] = [
      await openIn(stage.browser, ours),
      await openIn(stage.browser, theirs),
    ];
    const all = await inTurn({
      ours: async () => {
        const dueAtMs = await letBeDue(stage, ours, ourPage, olie);
        return wake(stage, ours, ourPage, olie, dueAtMs);
      },
      theirs: () => wake(stage, theirs, theirPage, plain, 0),
    });
    const ms = (of: keyof typeof all, what: keyof Woken) =>
      median(all[of].map((woken) => woken[what]));
    return [
      relative(
        'worker: alarm to request, beside a minimal one',
        ms('ours', 'requestMs'),
        ms('theirs', 'requestMs'),
        'ms',
        1.5,
      ),
      relative(
        'worker: alarm to badge, beside a minimal one',
        ms('ours', 'badgeMs'),
        ms('theirs', 'badgeMs'),
        'ms',
        1.5,
      ),
      ...(await notDue(stage, ours, ourPage, olie)),
    ];
  } finally {
    await stage.close();
    await plain.close();
    await olie.close();
  }
}

/** @returns when the feed falls due, soon; the worker has drawn what it had to draw before, and is to do nothing until then */
async function letBeDue(
  { browser }: Stage,
  origin: string,
  page: Page,
  { requests }: StandInOlie,
): Promise<number> {
  for (;;) {
    const before = requests.length;
    await killWorker(browser, origin);
    await mark(page);
    const dueAtMs = Date.now() + DUE_IN_MS;
    await setDue(page, dueAtMs);
    // The browser wakes a stopped worker for every change of the storage.
    await drawn(page);
    // On a busy machine it may have come too late, and found it due.
    if (requests.length === before && Date.now() < dueAtMs - SPARE_MS) return dueAtMs;
  }
}

/** Has the stopped worker woken by its alarm, once something is due. */
async function wake(
  { browser }: Stage,
  origin: string,
  page: Page,
  { requests }: Pick<StandInOlie, 'requests'>,
  dueAtMs: number,
): Promise<Woken> {
  await mark(page);
  await killWorker(browser, origin);
  const before = requests.length;
  const alarmMs = await setAlarm(page, Math.max(300, dueAtMs + 100 - Date.now()));
  const drawnMs = await drawn(page);
  const request = await until(() => requests[before], 'the request to arrive');
  return { requestMs: request.atMs - alarmMs, badgeMs: drawnMs - alarmMs };
}

/** What a tick does where no feed is due. */
async function notDue(
  { browser }: Stage,
  origin: string,
  page: Page,
  { requests }: StandInOlie,
): Promise<Line[]> {
  await setDue(page, Date.now() + 60_000);
  const before = requests.length;
  const { writes } = await callsOfAlarm(browser, origin, page);
  return [
    absolute('worker: requests of a tick with nothing due', requests.length - before, '', 0),
    absolute('worker: storage writes of a tick with nothing due', writes, '', 0),
  ];
}

/** Writes in every feed of the state when it falls due. */
export async function setDue(page: Page, dueAtMs: number): Promise<void> {
  await page.evaluate(`(async () => {
    const { state } = await chrome.storage.local.get('state');
    for (const { schedule } of state.feeds) schedule.dueAtMs = ${dueAtMs};
    await chrome.storage.local.set({ state });
  })()`);
}

async function mark(page: Page): Promise<void> {
  await page.evaluate(`chrome.action.setTitle({ title: '${MARK}' })`);
}

/** When the badge's title, which a drawing sets with all the rest, is no longer the mark. */
async function drawn(page: Page): Promise<number> {
  // The page answers with the time.
  return (await page.evaluate(`(async () => {
    while ((await chrome.action.getTitle({})) === '${MARK}') await new Promise((go) => setTimeout(go, 2));
    return Date.now();
  })()`)) as number;
}
