/** A day of work in which everything goes wrong that can, the same for the same seed. */
import { savePreferences } from '../../../lib/browser/preferences-storage.ts';
import { tickMs } from '../../../lib/core/feeds/schedule.ts';
import { parsePreferences } from '../../../lib/core/settings/preferences.ts';
import type { Fault, StandInServer } from '../stand-ins/server.ts';
import { type Chances, chances } from './chances.ts';
import { BEGIN_MS, serverNowMs, setClock } from './clock.ts';
import { nextAlarm } from './fake-browser.ts';
import { endWorker, makeWorkersMortal, quiet, startMortal, type Worker } from './mortal-worker.ts';
import { connect, type World, world } from './world.ts';

/** The longest interval: a day of twenty workflows still makes two thousand requests. */
export const INTERVAL_S = 900;
const HOUR_MS = 3_600_000;
/** The documented user's midnight. */
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');
/** About as many calls as a round makes if everything is due. */
const MOST_CALLS = 60;
export const FAULTS: [Fault, ...Fault[]] = [
  { status: 500 },
  { status: 503, headers: { 'Retry-After': '120' } },
  { status: 429, headers: { 'Retry-After': '300' } },
  { status: 200, body: '<html>Log in to the network</html>' },
  { status: 200, body: { nothing: 'that we know' } },
  'reset',
];

export interface SimulatedDay {
  services: World;
  /** What has happened so far. */
  counts: { alarms: number; kills: number; faults: number; jumps: number };
  /** Goes from alarm to alarm for that long, by the servers' clock. */
  goOn(ms: number): Promise<void>;
  /** From now on everything answers, the clock is right, and no worker is killed. */
  endFaults(): void;
}

export async function beginDay(seed: number, workflows: number): Promise<SimulatedDay> {
  const chance = chances(seed);
  const services = await world({ workflows });
  makeWorkersMortal();
  await savePreferences({ ...parsePreferences(undefined), refreshEveryS: INTERVAL_S });
  await connect(services.connections);
  const counts = { alarms: 0, kills: 0, faults: 0, jumps: 0 };
  let isFaulty = true;
  let worker: Worker = await startMortal();
  const work = workOf(services, workflows, chance);

  const alarm = async () => {
    counts.alarms += 1;
    if (!worker.isDead && !chance.onceIn(25)) {
      await nextAlarm();
      await quiet(worker);
      return;
    }
    // The browser has ended the idle worker. The next one may be killed in its round.
    const at = 1 + Math.floor(chance.number() * MOST_CALLS);
    const effect = chance.pick(['before', 'after'] as const);
    const ends = isFaulty && chance.onceIn(2) ? { at, effect } : null;
    endWorker();
    worker = await startMortal(ends, nextAlarm);
    if (worker.isDead) counts.kills += 1;
  };

  return {
    services,
    counts,
    goOn: async (ms) => {
      const untilMs = serverNowMs() + ms;
      // After a clock was set back, the next alarm may be hours ahead. Others must make up for it.
      const leastAlarms = counts.alarms + ms / tickMs(INTERVAL_S);
      while (serverNowMs() < untilMs || counts.alarms < leastAlarms) {
        if (isFaulty) breakSomething(services, chance, counts);
        // With an interval of 15 minutes, the work of the last minutes would not be known at the end.
        if (isFaulty) work();
        await alarm();
      }
    },
    endFaults: () => {
      isFaulty = false;
      for (const service of [services.olie, services.b3os, services.zaia]) service.fail(null);
      setClock(0);
      worker.ends = null;
    },
  };
}

function breakSomething(
  { olie, b3os, zaia }: World,
  chance: Chances,
  counts: SimulatedDay['counts'],
): void {
  const service = chance.pick<StandInServer>([olie, b3os, zaia]);
  if (chance.onceIn(20)) {
    service.fail(chance.pick(FAULTS));
    counts.faults += 1;
  } else if (chance.onceIn(10)) service.fail(null);
  if (chance.onceIn(200)) {
    setClock(chance.onceIn(2) ? 0 : Math.round((chance.number() - 0.5) * 4 * HOUR_MS));
    counts.jumps += 1;
  }
}

/** What a person and their workflows do between two alarms. */
function workOf({ olie, b3os, zaia }: World, workflows: number, chance: Chances): () => void {
  let hasTurned = false;
  return () => {
    if (chance.onceIn(60)) olie.stop();
    if (chance.onceIn(60)) olie.start({ hourlyRate: Math.floor(chance.number() * 100) });
    if (chance.onceIn(90)) b3os.advance(`order_${Math.floor(chance.number() * workflows)}`);
    if (chance.onceIn(400)) zaia.startRun();
    if (!hasTurned && serverNowMs() >= MIDNIGHT_MS) {
      hasTurned = true;
      olie.startDay(MIDNIGHT_MS);
    }
  };
}

/** How long the day has lasted, by the servers' clock. */
export function passedMs(): number {
  return serverNowMs() - BEGIN_MS;
}
