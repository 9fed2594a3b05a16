/** A browser that is closed, asleep, offline, restarted, and whose workers are killed. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { savePreferences } from '../../../lib/browser/preferences-storage.ts';
import { loadStored } from '../../../lib/browser/state-storage.ts';
import { addDays, dateIn, startOfDate } from '../../../lib/core/history/calendar.ts';
import { parsePreferences } from '../../../lib/core/settings/preferences.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import type { StandInOlie } from '../stand-ins/olie.ts';
import type { Fault } from '../stand-ins/server.ts';
import type { Chances } from './chances.ts';
import { serverNowMs } from './clock.ts';
import { nextAlarm, shownAlarm } from './fake-browser.ts';
import { sendFromPage } from './fake-messages.ts';
import { type Heard, hear } from './heard.ts';
import type { MortalDatabase } from './mortal-database.ts';
import { endWorker, quiet, startMortal, type Worker } from './mortal-worker.ts';
import { FAULTS } from './simulated-day.ts';

/** More than a round with news makes. */
const MOST_CALLS = 60;

/** An event that woke the worker, and all that followed. */
export interface Step {
  atMs: number;
  /** The good answers, and the transactions that could write. */
  answers: Heard[];
  writes: number;
}

/** What may happen to it. */
export interface BrowserActs {
  /** Starts it, or wakes it up. */
  open(): Promise<void>;
  close(): void;
  restart(): Promise<void>;
  sleep(): void;
  wake(): void;
  /** From now on it is offline, or Olie answers with a fault. */
  break(): void;
  heal(): void;
  /** The person opens the popup, and refreshes. */
  look(): Promise<void>;
  /** The person chooses to ask each quarter of an hour. */
  choose(): Promise<void>;
}

/** What is true now. */
interface Now {
  is: 'open' | 'asleep' | 'closed';
  worker: Worker | null;
  fault: Fault | null;
  life: number;
  deeds: number;
}

export interface SimulatedBrowser {
  now: Now;
  acts: BrowserActs;
  /** Goes from alarm to alarm. Those at which nothing is asked are left out. */
  alarmsUntil(untilMs: number): Promise<void>;
  heard: Heard[];
  steps: Step[];
  counts: { starts: number; kills: number; faults: number };
}

/** @param mayFail whether workers may still be killed */
export function simulatedBrowser(
  olie: StandInOlie,
  database: MortalDatabase,
  chance: Chances,
  mayFail: () => boolean,
): SimulatedBrowser {
  const now: Now = { is: 'closed', worker: null, fault: null, life: 0, deeds: 0 };
  const heard = hear(olie, now);
  const steps: Step[] = [];
  const counts = { starts: 0, kills: 0, faults: 0 };

  /** Something that wakes the worker, and all that follows. A new worker may be killed. */
  const step = async (wake: () => unknown) => {
    const before = { heard: heard.length, writes: database.writes() };
    let { worker } = now;
    if (worker === null || worker.isDead || chance.onceIn(40)) {
      const at = 1 + Math.floor(chance.number() * MOST_CALLS);
      const effect = chance.pick(['before', 'after'] as const);
      counts.starts += 1;
      worker = await startMortal(mayFail() && chance.onceIn(3) ? { at, effect } : null, wake);
      now.worker = worker;
    } else {
      await wake();
      await quiet(worker);
    }
    const answers = heard.slice(before.heard);
    if (worker.isDead) {
      for (const answer of answers) answer.isLost = true;
      counts.kills += 1;
      now.life += 1;
    }
    steps.push({ atMs: serverNowMs(), answers, writes: database.writes() - before.writes });
  };

  const alarmsUntil = async (untilMs: number) => {
    while (now.is === 'open' && (await isAlarmBefore(untilMs))) await step(nextAlarm);
  };
  return { now, acts: actsOf(now, chance, counts, step), alarmsUntil, heard, steps, counts };
}

function actsOf(
  now: Now,
  chance: Chances,
  counts: SimulatedBrowser['counts'],
  step: (wake: () => unknown) => Promise<void>,
): BrowserActs {
  const start = async () => {
    endWorker();
    Object.assign(now, { is: 'open', worker: null, life: now.life + 1 });
    await fakeBrowser.storage.session.clear();
    await step(() => fakeBrowser.runtime.onStartup.trigger());
  };
  return {
    open: async () => {
      if (now.is === 'closed') await start();
      now.is = 'open';
    },
    close: () => {
      endWorker();
      now.is = 'closed';
    },
    restart: async () => {
      if (now.is !== 'closed') await start();
    },
    sleep: () => {
      if (now.is === 'open') now.is = 'asleep';
    },
    wake: () => {
      if (now.is === 'asleep') now.is = 'open';
    },
    break: () => {
      counts.faults += 1;
      const isOffline = chance.onceIn(3);
      now.fault = isOffline ? 'reset' : chance.pick(FAULTS);
      Object.assign(navigator, { onLine: !isOffline });
    },
    heal: () => {
      now.fault = null;
      Object.assign(navigator, { onLine: true });
    },
    look: async () => {
      // Not awaited: a killed worker never replies.
      const ask = () => void sendFromPage({ kind: 'refresh', asker: 'user' });
      if (now.is === 'open') await step(ask);
    },
    choose: async () => {
      const save = () => savePreferences({ ...parsePreferences(undefined), refreshEveryS: 900 });
      await (now.is === 'open' ? step(save) : save());
    },
  };
}

/** Goes on to the next alarm at which something is asked, if it goes off before `untilMs`. */
async function isAlarmBefore(untilMs: number): Promise<boolean> {
  const alarm = await shownAlarm();
  if (alarm?.periodInMinutes === undefined) return false;
  const { name, scheduledTime, periodInMinutes } = alarm;
  const periodMs = periodInMinutes * 60_000;
  const periods = (toMs: number) => Math.max(0, (toMs - scheduledTime) / periodMs);
  const [schedule] = Object.values((await loadStored()).schedules);
  // The last one of a day sets the one at midnight.
  const midnightMs = startOfDate(addDays(dateIn(SAO_PAULO, Date.now()), 1), SAO_PAULO);
  const skipped = Math.min(
    Math.ceil(periods(schedule?.dueAtMs ?? 0)),
    Math.floor(periods(midnightMs)),
  );
  const when = scheduledTime + skipped * periodMs;
  if (when > untilMs) return false;
  if (skipped > 0) fakeBrowser.alarms.create(name, { when, periodInMinutes });
  vi.setSystemTime(Math.max(Date.now(), when));
  return true;
}
