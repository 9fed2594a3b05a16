import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadState } from '../../../lib/browser/state-storage';
import { timerFeed, timerOf } from '../../../lib/core/state/state';
import { nextAlarm, shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { keepBrowser } from '../../support/worker/kept-browser';
import {
  makeWorkersMortal,
  quiet,
  startMortal,
  type Worker,
} from '../../support/worker/mortal-worker';
import { beginWithThree, saveAll, type ThreeServices } from '../../support/worker/three-services';

/** More calls than any round makes. */
const MOST_CALLS = 200;

interface Scenario {
  workflows: number;
  /** What is connected at the start, of all. */
  connected: (ids: string) => boolean;
  /** What has happened at the services since the last round. */
  happened: (services: ThreeServices) => void;
  /** What starts the worker that is killed. */
  wake: (services: ThreeServices) => unknown;
}

const moveOn = ({ olie, b3os, zaia }: ThreeServices) => {
  olie.stop();
  olie.start({ hourlyRate: 50 });
  b3os.advance('order_0');
  zaia.startRun();
};

const scenarios: Record<string, Scenario> = {
  'a round by alarm': {
    workflows: 0,
    connected: (id) => id === 'olie',
    happened: moveOnOlie,
    wake: () => nextAlarm(),
  },
  'a round by alarm, with all three services': {
    workflows: 2,
    connected: () => true,
    happened: moveOn,
    wake: () => nextAlarm(),
  },
  'a round by alarm, with one of them failing': {
    workflows: 2,
    connected: () => true,
    happened: (services) => {
      moveOn(services);
      services.b3os.fail({ status: 500 });
    },
    wake: () => nextAlarm(),
  },
  'a round by Save': {
    workflows: 1,
    connected: (id) => id === 'olie',
    happened: moveOn,
    wake: async ({ connections }) => {
      await saveAll(connections);
      // The page waits in vain where the worker is killed.
      sendFromPage({ kind: 'refresh', asker: 'user' });
    },
  },
};

function moveOnOlie({ olie }: ThreeServices) {
  olie.stop();
  olie.start({ hourlyRate: 50 });
}

/** What all of it comes to: what is shown, what is kept, and when is asked next. */
async function outcome() {
  const { feeds } = await loadState();
  const timer = timerOf(timerFeed({ feeds }));
  return {
    badge: await shownBadge(),
    alarm: await shownAlarm(),
    settings: await fakeBrowser.storage.local.get('settings'),
    // Of an answer that says nothing new, only its moment may be older.
    current: timer?.current,
    followedId: timer?.followedId,
    feeds: feeds.map(({ kind, data, failure, schedule: { dueAtMs, oldAtMs }, ...feed }) => ({
      ...feed,
      ...(kind === 'olie' ? {} : { data }),
      failure: failure?.kind,
      // After failures the next try depends on how many there were.
      ...(failure === null ? { dueAtMs, oldAtMs } : {}),
    })),
  };
}

async function begin({ workflows, connected, happened }: Scenario) {
  const services = await beginWithThree(workflows);
  vi.spyOn(Math, 'random').mockReturnValue(0);
  makeWorkersMortal();
  await saveAll(services.connections.filter(({ id }) => connected(id)));
  const healthy = await startMortal();
  // The first alarm turns the badge, a few seconds later; with the second one all are due.
  await nextAlarm();
  await quiet(healthy);
  happened(services);
  return { services, restore: await keepBrowser() };
}

describe('a worker that is killed at whichever call', () => {
  test.each(Object.keys(scenarios))(
    'of %s leaves nothing behind',
    { timeout: 60_000 },
    async (name) => {
      const scenario = scenarios[name];
      if (scenario === undefined) throw new Error(`No scenario ${name}`);
      const { services, restore } = await begin(scenario);

      /** A worker that ends there, another one at once, and the next alarm. */
      const live = async (ends: Worker['ends']) => {
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
      const healthy = await live(null);
      expect(healthy.isDead).toBe(false);
      expect(healthy.requests).toBeGreaterThan(0);

      let kills = 0;
      for (const effect of ['before', 'after'] as const) {
        for (let at = 1; at < MOST_CALLS; at += 1) {
          const killed = await live({ at, effect });
          if (!killed.isDead) break;
          kills += 1;
          const where = `${effect} call ${at} (${killed.calls.at(-1)})`;
          expect(killed.end, where).toEqual(healthy.end);
          expect(killed.atOnce, where).toBeLessThanOrEqual(healthy.atOnce);
          expect(killed.requests, where).toBeLessThanOrEqual(healthy.requests);
        }
      }
      expect(kills).toBeGreaterThanOrEqual(2 * (healthy.calls.length - 1));
    },
  );
});
