import { median } from 'simple-statistics';
import { type StandInOlie, startStandInOlie } from '../../test/support/stand-ins/olie.ts';
import { type StandInServer, startStandInServer } from '../../test/support/stand-ins/server.ts';
import { until } from '../../test/support/until.ts';
import { type Line, relative } from '../line.ts';
import { type Background, backgroundOf } from './background.ts';
import { inTurn } from './in-turn.ts';
import { writeLeastWorker } from './reference.ts';
import { startStage } from './stage.ts';

const MOST_ATTEMPTS = 3;

/** Milliseconds from the alarm. */
interface Woken {
  requestMs: number;
  badgeMs: number;
}

/** How fast a stopped worker does what its alarm is for, beside one that does nothing else. */
export async function worker(): Promise<Line[]> {
  const olie = await startStandInOlie();
  const plain = await startStandInServer(() => ({ status: 200, body: olie.answer() }), Date.now);
  const stage = await startStage();
  try {
    const ours = await backgroundOf(stage.browser, await stage.addOurs(olie));
    const least = await backgroundOf(
      stage.browser,
      await stage.add(await writeLeastWorker(plain.url)),
    );
    const all = await inTurn({
      ours: async () => {
        await ours.makeDue();
        return wake(ours, olie, startNext(olie));
      },
      least: () => wake(least, plain, startNext(olie)),
    });
    const beside = (what: string, of: (woken: Woken) => number) =>
      relative(
        `worker: alarm to ${what} beside the least worker, ms`,
        median(all.ours.map(of)),
        median(all.least.map(of)),
        1.7,
      );
    return [
      beside('request', ({ requestMs }) => requestMs),
      beside('badge', ({ badgeMs }) => badgeMs),
    ];
  } finally {
    await stage.close();
    await plain.close();
    await olie.close();
  }
}

let projects = 0;

/**
 * Gives the running execution another project, on a day that otherwise stays the same.
 * @returns its name: a badge that shows it knows this answer
 */
function startNext(olie: StandInOlie): string {
  projects += 1;
  const name = `Project ${projects}.`;
  olie.set(null);
  const current = Object(olie.answer().current_execution);
  olie.set({ current_execution: { ...current, project: { ...current.project, name } } });
  return name;
}

/** Lets an alarm wake a stopped worker. Tries again if something else woke it first. */
async function wake(
  background: Background,
  { requests }: Pick<StandInServer, 'requests'>,
  name: string,
): Promise<Woken> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    await background.kill();
    const before = requests.length;
    const alarmMs = await background.setAlarm();
    const shownMs = await background.titleShownMs(name);
    const request = await until(() => requests[before], 'the request to arrive');
    if (request.exactMs < alarmMs) continue;
    return { requestMs: request.exactMs - alarmMs, badgeMs: shownMs - alarmMs };
  }
  throw new Error('Again and again, something other than the alarm woke the worker');
}
