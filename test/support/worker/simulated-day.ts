/** A day of work in which everything goes wrong that can, the same for the same seed. */
import { askToNotify } from '../../../lib/browser/notifications.ts';
import { savePreferences } from '../../../lib/browser/preferences-storage.ts';
import { tickMs } from '../../../lib/core/feeds/schedule.ts';
import { type Preferences, parsePreferences } from '../../../lib/core/settings/preferences.ts';
import type { Connection } from '../../../lib/core/settings/settings.ts';
import type { Fault } from '../stand-ins/server.ts';
import { SERVICES } from '../stand-ins/stand-ins.ts';
import { type Chances, chances } from './chances.ts';
import { BEGIN_MS, serverNowMs, setClock } from './clock.ts';
import { GOAL_S, REMINDERS } from './day-record.ts';
import { listenToDay, type Troubles, type Wake, wakesOf } from './day-wakes.ts';
import { looksOf, unseenFailures, workOf } from './day-work.ts';
import { forgetNotifications } from './evening.ts';
import { nextAlarm } from './fake-browser.ts';
import { sendFromPage } from './fake-messages.ts';
import { connect, type World, world } from './world.ts';

/** The longest interval: a day of twenty workflows still makes two thousand requests. */
export const INTERVAL_S = 900;
const PREFERENCES: Preferences = {
  ...parsePreferences(undefined),
  ...{ refreshEveryS: INTERVAL_S, dailyGoalS: GOAL_S, reminders: REMINDERS },
};
const HOUR_MS = 3_600_000;
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
  counts: { alarms: number; kills: number; faults: number; jumps: number; looks: number };
  /**
   * Goes from alarm to alarm for that long, by the servers' clock.
   * @param observe is told of each wake, once it is over
   */
  goOn(ms: number, observe: (wake: Wake) => Promise<void>): Promise<void>;
  /** The person opens the popup. */
  look(): Promise<Wake>;
  /** From now on everything answers, the clock is right, and no worker is killed. */
  endFaults(): void;
}

export async function beginDay(seed: number, workflows: number): Promise<SimulatedDay> {
  const chance = chances(seed);
  const services = await world({ workflows });
  await forgetNotifications();
  await askToNotify();
  await savePreferences(PREFERENCES);
  const troubles: Troubles = {
    faults: { olie: null, b3os: null, zaia: null },
    ...{ hasJumped: false, areOver: false },
  };
  const heard = listenToDay(services, troubles);
  await connect(services.connections.map(withAllRuns));
  const wakeBy = await wakesOf(heard, troubles, chance);
  const counts = { alarms: 0, kills: 0, faults: 0, jumps: 0, looks: 0 };
  const work = workOf(services, workflows, chance);
  const isLooking = looksOf(chance);

  const wake: typeof wakeBy = async (event, seen) => {
    const one = await wakeBy(event, seen);
    if (one.isKilled) counts.kills += 1;
    return one;
  };
  const look = async () => {
    counts.looks += 1;
    const ids = await unseenFailures();
    // Not awaited: a killed worker never replies.
    return wake(() => void sendFromPage({ kind: 'seen', ids }), ids);
  };

  return {
    ...{ services, counts, look },
    goOn: async (ms, observe) => {
      const untilMs = serverNowMs() + ms;
      // After a clock was set back, the next alarm may be hours ahead. Others must make up for it.
      const leastAlarms = counts.alarms + ms / tickMs(INTERVAL_S);
      while (serverNowMs() < untilMs || counts.alarms < leastAlarms) {
        const isFaulty = !troubles.areOver;
        if (isFaulty) breakSomething(troubles, chance, counts);
        // With an interval of 15 minutes, the work of the last minutes would not be known at the end.
        if (isFaulty) work();
        counts.alarms += 1;
        await observe(await wake(nextAlarm));
        if (isFaulty && isLooking()) await observe(await look());
      }
    },
    endFaults: () => {
      Object.assign(troubles.faults, { olie: null, b3os: null, zaia: null });
      Object.assign(troubles, { hasJumped: true, areOver: true });
      setClock(0);
    },
  };
}

/** So that none leaves the list before it has ended. */
function withAllRuns(connection: Connection): Connection {
  return connection.kind === 'zaia' ? { ...connection, show: 100 } : connection;
}

function breakSomething(troubles: Troubles, chance: Chances, counts: SimulatedDay['counts']): void {
  const service = chance.pick(SERVICES);
  if (chance.onceIn(20)) {
    troubles.faults[service] = chance.pick(FAULTS);
    counts.faults += 1;
  } else if (chance.onceIn(10)) troubles.faults[service] = null;
  if (chance.onceIn(200)) {
    setClock(chance.onceIn(2) ? 0 : Math.round((chance.number() - 0.5) * 4 * HOUR_MS));
    troubles.hasJumped = true;
    counts.jumps += 1;
  }
}

/** How long the day has lasted, by the servers' clock. */
export function passedMs(): number {
  return serverNowMs() - BEGIN_MS;
}
