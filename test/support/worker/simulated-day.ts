/** A day of a person's work and of everything that may go wrong in it, the same for the same seed. */
import { savePreferences } from '../../../lib/browser/preferences-storage.ts';
import { tickMs } from '../../../lib/core/feeds/schedule.ts';
import { parsePreferences } from '../../../lib/core/settings/preferences.ts';
import type { Fault, StandInServer } from '../stand-ins/server.ts';
import { nextAlarm } from './fake-browser.ts';
import { BEGIN_MS, serverNowMs, setClock } from './life.ts';
import { endWorker, makeWorkersMortal, quiet, startMortal, type Worker } from './mortal-worker.ts';
import { beginWithThree, saveAll, type ThreeServices } from './three-services.ts';

const MINUTE_MS = 60_000;
/** The longest one: a day of twenty workflows has two thousand requests, and takes seconds. */
export const INTERVAL_S = 900;
const HOUR_MS = 60 * MINUTE_MS;
/** The midnight of the documented user. */
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');
/** So many calls a round makes where all are due. */
const MOST_CALLS = 60;
const FAULTS: Fault[] = [
  { status: 500 },
  { status: 503, headers: { 'Retry-After': '120' } },
  { status: 429, headers: { 'Retry-After': '300' } },
  { status: 200, body: '<html>Log in to the network</html>' },
  { status: 200, body: { nothing: 'that we know' } },
  'reset',
];

export interface SimulatedDay {
  services: ThreeServices;
  /** What has happened so far. */
  counts: { alarms: number; kills: number; faults: number; jumps: number };
  /** Goes on from alarm to alarm, for so long by the servers' clock. */
  goOn(ms: number): Promise<void>;
  /** Everything answers again, the clock is right, and no worker is killed any more. */
  endFaults(): void;
}

export async function beginDay(seed: number, workflows: number): Promise<SimulatedDay> {
  const random = randomFrom(seed);
  const isTime = (everyAlarms: number) => random() * everyAlarms < 1;
  const pick = <One>(some: readonly One[]): One => {
    const one = some[Math.floor(random() * some.length)];
    if (one === undefined) throw new Error('There is nothing to pick from');
    return one;
  };

  const services = await beginWithThree(workflows);
  makeWorkersMortal();
  const { olie, b3os, zaia, connections } = services;
  await savePreferences({ ...parsePreferences(undefined), refreshEveryS: INTERVAL_S });
  await saveAll(connections);
  const counts = { alarms: 0, kills: 0, faults: 0, jumps: 0 };
  let isFaulty = true;
  let hasTurned = false;
  let worker: Worker = await startMortal();

  const breakSomething = () => {
    const service = pick<StandInServer>([olie, b3os, zaia]);
    if (isTime(20)) {
      service.fail(pick<Fault>(FAULTS));
      counts.faults += 1;
    } else if (isTime(10)) service.fail(null);
    if (isTime(200)) {
      setClock(isTime(2) ? 0 : Math.round((random() - 0.5) * 4 * HOUR_MS));
      counts.jumps += 1;
    }
  };
  const work = () => {
    if (isTime(60)) olie.stop();
    if (isTime(60)) olie.start({ hourlyRate: Math.floor(random() * 100) });
    if (isTime(90)) b3os.advance(`order_${Math.floor(random() * workflows)}`);
    if (isTime(400)) zaia.startRun();
    if (!hasTurned && serverNowMs() >= MIDNIGHT_MS) {
      hasTurned = true;
      olie.startDay(MIDNIGHT_MS);
    }
  };
  const alarm = async () => {
    counts.alarms += 1;
    if (!worker.isDead && !isTime(25)) {
      await nextAlarm();
      await quiet(worker);
      return;
    }
    // The browser has ended the worker that did nothing; the next one may not get far.
    const at = 1 + Math.floor(random() * MOST_CALLS);
    const effect = pick<'before' | 'after'>(['before', 'after']);
    const ends = isFaulty && isTime(2) ? { at, effect } : null;
    endWorker();
    worker = await startMortal(ends, nextAlarm);
    if (worker.isDead) counts.kills += 1;
  };

  return {
    ...{ services, counts },
    goOn: async (ms) => {
      const untilMs = serverNowMs() + ms;
      // After a clock was set back, one alarm may lie hours ahead: it does not stand for those that are missing.
      const leastAlarms = counts.alarms + ms / tickMs(INTERVAL_S);
      while (serverNowMs() < untilMs || counts.alarms < leastAlarms) {
        if (isFaulty) breakSomething();
        // What a person does in the last minutes is not known yet, with an interval of fifteen.
        if (isFaulty) work();
        await alarm();
      }
    },
    endFaults: () => {
      isFaulty = false;
      for (const service of [olie, b3os, zaia]) service.fail(null);
      setClock(0);
      worker.ends = null;
    },
  };
}

/** How long the day has gone on, by the servers' clock. */
export function passedMs(): number {
  return serverNowMs() - BEGIN_MS;
}

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
