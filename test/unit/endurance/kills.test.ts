import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadStored } from '../../../lib/browser/state-storage';
import { scheduleOf } from '../../../lib/core/state/feed';
import { timerFeed } from '../../../lib/core/state/state';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { keepBrowser } from '../../support/worker/kept-browser';
import {
  DEATHS,
  MOST_CALLS,
  makeWorkersMortal,
  quiet,
  startMortal,
  type Worker,
} from '../../support/worker/mortal-worker';
import { allow, saveConnections } from '../../support/worker/stored';
import { type World, world } from '../../support/worker/world';

interface Scenario {
  workflows: number;
  /** Is this one of the connections saved at the start? */
  isConnected: (id: string) => boolean;
  /** Changes what the services answer. */
  change: (services: World) => void;
  /** Starts the worker that is killed. */
  wake: (services: World) => unknown;
}

const scenarios: Record<string, Scenario> = {
  'a round by alarm': {
    workflows: 0,
    isConnected: (id) => id === 'olie',
    change: changeOlie,
    wake: () => nextAlarm(),
  },
  'a round by alarm, with all three services': {
    workflows: 2,
    isConnected: () => true,
    change: changeAll,
    wake: () => nextAlarm(),
  },
  'a round by alarm, with one service failing': {
    workflows: 2,
    isConnected: () => true,
    change: (services) => {
      changeAll(services);
      services.b3os.fail({ status: 500 });
    },
    wake: () => nextAlarm(),
  },
  'a round by Refresh, after connections were saved': {
    workflows: 1,
    isConnected: (id) => id === 'olie',
    change: changeAll,
    wake: async ({ connections }) => {
      await saveConnections(connections);
      // Not awaited: a killed worker never replies.
      sendFromPage({ kind: 'refresh', asker: 'user' });
    },
  },
};

function changeOlie({ olie }: World) {
  olie.stop();
  olie.start({ hourlyRate: 50 });
}

function changeAll(services: World) {
  changeOlie(services);
  services.b3os.advance('order_0');
  services.zaia.startRun();
}

async function outcome() {
  const { state, schedules } = await loadStored();
  const timer = timerFeed(state)?.data;
  return {
    badge: await shownBadge(),
    alarm: await shownAlarm(),
    settings: await fakeBrowser.storage.local.get('settings'),
    // Not all of the timer: the time of an answer without news may be older.
    current: timer?.current,
    followedId: timer?.followedId,
    feeds: state.feeds.map((known) => {
      const { data, failure, learntAtMs, ...feed } = known;
      const { dueAtMs, oldAtMs } = scheduleOf(schedules, known);
      return {
        ...feed,
        ...(feed.kind === 'olie' ? {} : { data }),
        failure: failure?.kind,
        // After failures, the next try depends on their number.
        ...(failure === null ? { dueAtMs, oldAtMs } : {}),
      };
    }),
  };
}

async function begin({ workflows, isConnected, change }: Scenario) {
  const services = await world({ workflows });
  await allow(...services.connections.map(({ address }) => address));
  vi.spyOn(Math, 'random').mockReturnValue(0);
  makeWorkersMortal();
  await saveConnections(services.connections.filter(({ id }) => isConnected(id)));
  const healthy = await startMortal();
  // The first alarm only draws the badge. At the second one, every service is due.
  await nextAlarm();
  await quiet(healthy);
  change(services);
  return { services, restore: await keepBrowser() };
}

describe('a worker killed at any call', () => {
  test.each(Object.keys(scenarios))('of %s leaves no trace', { timeout: 60_000 }, async (name) => {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error(`No scenario ${name}`);
    const { services, restore } = await begin(scenario);

    /** Runs a worker that is killed there, a second one at once, and then the next alarm. */
    const runTwoWorkers = async (ends: Worker['ends']) => {
      await restore();
      const before = services.requests();
      const { calls, ...first } = await startMortal(ends, () => scenario.wake(services));
      const second = await startMortal();
      const atOnce = services.requests() - before;
      await nextAlarm();
      await quiet(second);
      return {
        calls,
        isDead: first.isDead,
        atOnce,
        requests: services.requests() - before,
        end: await outcome(),
      };
    };
    const healthy = await runTwoWorkers(null);
    expect(healthy.isDead).toBe(false);
    expect(healthy.requests).toBeGreaterThan(0);

    let kills = 0;
    for (const effect of DEATHS) {
      for (let at = 1; at < MOST_CALLS; at += 1) {
        const killed = await runTwoWorkers({ at, effect });
        if (!killed.isDead) break;
        kills += 1;
        const where = `${effect} call ${at} (${killed.calls.at(-1)})`;
        expect(killed.end, where).toEqual(healthy.end);
        expect(killed.atOnce, where).toBeLessThanOrEqual(healthy.atOnce);
        expect(killed.requests, where).toBeLessThanOrEqual(healthy.requests);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(DEATHS.length * (healthy.calls.length - 1));
  });
});
