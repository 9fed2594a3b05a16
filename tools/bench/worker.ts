import type { Page } from 'puppeteer-core';
import example from '../../test/fixtures/olie-project-execution.json' with { type: 'json' };
import { type StandInOlie, startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { startStandInServer } from '../../test/support/stand-ins/server.ts';
import { until } from '../../test/support/until.ts';
import { callsOfAlarm, killWorker, setAlarm } from './awake.ts';
import { setDue } from './due.ts';
import { inTurn, median } from './in-turn.ts';
import { absolute, type Line, relative } from './line.ts';
import { writeWorker } from './reference.ts';
import { olieConnection } from './services.ts';
import { holdNoWorker, openIn, type Stage, startStage } from './stage.ts';

const MOST_ATTEMPTS = 3;

/** From the alarm on. */
interface Woken {
  requestMs: number;
  badgeMs: number;
}

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
    await holdNoWorker(ourPage);
    const all = await inTurn({
      ours: () =>
        wokenByAlarm(async () => {
          await setDue(stage.browser, ours, ourPage, Date.now() - 60_000);
          return wake(stage, ours, ourPage, olie, startNext(olie));
        }),
      minimal: () => wokenByAlarm(() => wake(stage, theirs, theirPage, plain, startNext(olie))),
    });
    const beside = (name: string, what: keyof Woken) => {
      const [our, their] = [all.ours, all.minimal].map((each) =>
        median(each.map((woken) => woken[what])),
      );
      return relative(name, our ?? Number.NaN, their ?? Number.NaN, 'ms', 1.5);
    };
    return [
      beside('worker: alarm to request, beside a minimal one', 'requestMs'),
      beside('worker: alarm to badge, beside a minimal one', 'badgeMs'),
      ...(await notDue(stage, ours, ourPage, olie)),
    ];
  } finally {
    await stage.close();
    await plain.close();
    await olie.close();
  }
}

/** The alarm of ours that is there each minute may be a moment before the one that is set: then once more. */
async function wokenByAlarm(wakeOnce: () => Promise<Woken | null>): Promise<Woken> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const woken = await wakeOnce();
    if (woken !== null) return woken;
  }
  throw new Error('Something else than the alarm woke the worker, again and again');
}

let projects = 0;

/**
 * Lets the running execution be of another project, on a day that is the documented one however often that happens.
 * @returns its name: whoever shows that has asked and was answered
 */
function startNext(olie: StandInOlie): string {
  projects += 1;
  const name = `Project ${projects}.`;
  olie.set(null);
  const { current_execution } = olie.answer();
  const project = { ...example.current_execution.project, name };
  olie.set({ current_execution: { ...Object(current_execution), project } });
  return name;
}

/** Has a stopped worker woken by its alarm; null where something else was first. */
async function wake(
  { browser }: Stage,
  origin: string,
  page: Page,
  { requests }: Pick<StandInOlie, 'requests'>,
  name: string,
): Promise<Woken | null> {
  await killWorker(browser, origin);
  const before = requests.length;
  const alarmMs = await setAlarm(page);
  const drawnMs = await drawn(page, name);
  const request = await until(() => requests[before], 'the request to arrive');
  if (request.exactMs < alarmMs) return null;
  return { requestMs: request.exactMs - alarmMs, badgeMs: drawnMs - alarmMs };
}

/** When the badge's title has this in it. */
async function drawn(page: Page, name: string): Promise<number> {
  // The page answers with the time.
  return (await page.evaluate(`(async () => {
    const endMs = Date.now() + 30_000;
    while (!(await chrome.action.getTitle({})).includes('${name}')) {
      if (Date.now() > endMs) throw new Error('The badge was not drawn');
      await new Promise((go) => setTimeout(go, 2));
    }
    return performance.timeOrigin + performance.now();
  })()`)) as number;
}

/** What a tick does where no feed is due. */
async function notDue(
  { browser }: Stage,
  origin: string,
  page: Page,
  { requests }: StandInOlie,
): Promise<Line[]> {
  await setDue(browser, origin, page, Date.now() + 60_000);
  const before = requests.length;
  const { disk, memory } = await callsOfAlarm(browser, origin, page);
  return [
    absolute('worker: requests of a tick with nothing due', requests.length - before, '', 0),
    absolute('worker: writes to the disk, nothing due', disk, '', 0),
    absolute('worker: writes to memory, nothing due', memory, '', 0),
  ];
}
