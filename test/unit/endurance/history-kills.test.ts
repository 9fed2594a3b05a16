import { describe, expect, test, vi } from 'vitest';
import type { StandInOlie } from '../../support/stand-ins/olie';
import { BEGIN_MS } from '../../support/worker/clock';
import { nextAlarm, shownAlarm } from '../../support/worker/fake-browser';
import { keepHistory, keptDays } from '../../support/worker/history';
import { keepBrowser } from '../../support/worker/kept-browser';
import { makeDatabaseMortal } from '../../support/worker/mortal-database';
import {
  DEATHS,
  MOST_CALLS,
  makeWorkersMortal,
  quiet,
  startMortal,
  type Worker,
} from '../../support/worker/mortal-worker';
import { boundsOf, trackedS } from '../../support/worker/true-month';
import { connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');
const DATES = ['2026-03-13', '2026-03-14'];

interface Scenario {
  /** The worker is killed in the first round after this. */
  fromMs: number;
  happens: (olie: StandInOlie) => void;
}

const scenarios: Record<string, Scenario> = {
  'a round with news': {
    fromMs: BEGIN_MS + 3 * MINUTE_MS,
    happens: (olie) => {
      const [, adjusted, deleted] = olie.executions();
      if (!adjusted || !deleted) throw new Error('The documented day has two finished sessions');
      const { id, startedAtMs, finishedAtMs } = adjusted;
      olie.adjust(id, { startedAtMs, finishedAtMs: Number(finishedAtMs) - MINUTE_MS });
      olie.remove(deleted.id);
      olie.stop();
      olie.start({ hourlyRate: 50 });
    },
  },
  // The rounds before it were told nothing new: they have written nothing.
  'the first round of a day': { fromMs: MIDNIGHT_MS, happens: () => undefined },
};

async function begin({ fromMs, happens }: Scenario) {
  const { olie, connections } = await world({ workflows: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  makeWorkersMortal();
  makeDatabaseMortal();
  await connect(connections.filter(({ kind }) => kind === 'olie'));
  vi.setSystemTime(fromMs - 4 * MINUTE_MS);
  const healthy = await startMortal();
  while (((await shownAlarm())?.scheduledTime ?? 0) < fromMs) {
    await nextAlarm();
    await quiet(healthy);
  }
  vi.setSystemTime(fromMs);
  happens(olie);
  const restore = [await keepBrowser(), await keepHistory()];
  return {
    olie,
    restore: async () => {
      for (const one of restore) await one();
    },
  };
}

/** Every session with its newest times, none that was deleted, and all the time until the last answer of each day. */
async function expectRight(olie: StandInOlie, leastMs: number, where: string) {
  const days = await keptDays(DATES);
  const sessions = olie.executions().map(({ id, startedAtMs, finishedAtMs }) => {
    return { id, startedAtMs, finishedAtMs: finishedAtMs ?? Date.now() };
  });
  const listed = days.flatMap(({ parts }) => parts.map(({ session }) => session.id));
  expect(new Set(listed), where).toEqual(new Set(sessions.map(({ id }) => id)));
  for (const { date, totalS, answeredAtMs, isPartial } of days) {
    const { startMs, endMs } = boundsOf(date);
    if (startMs > Date.now()) continue;
    const untilMs = endMs < Date.now() ? endMs : answeredAtMs;
    expect(totalS, `${date} ${where}`).toBe(trackedS(sessions, startMs, untilMs));
    expect(isPartial, `${date} ${where}`).toBe(false);
  }
  const newestMs = Math.max(...days.map(({ answeredAtMs }) => answeredAtMs));
  expect(newestMs, where).toBeGreaterThanOrEqual(leastMs);
}

describe('a worker killed at any call of the browser or the database', () => {
  test.each(Object.keys(scenarios))(
    'of %s costs the history nothing',
    {
      timeout: 120_000,
    },
    async (name) => {
      const scenario = scenarios[name];
      if (scenario === undefined) throw new Error(`No scenario ${name}`);
      const { olie, restore } = await begin(scenario);
      const newsMs = Date.now();
      const run = async (ends: Worker['ends']) => {
        await restore();
        const first = await startMortal(ends, nextAlarm);
        const { isDead } = first;
        const calls = [...first.calls];
        const next = isDead ? await startMortal(null, nextAlarm) : first;
        // After a kill, it is asked again when the next interval is over.
        await nextAlarm();
        await quiet(next);
        return { isDead, calls };
      };
      const healthy = await run(null);
      expect(healthy.calls).toContain('store.put');
      await expectRight(olie, newsMs, 'healthy');
      let kills = 0;
      for (const effect of DEATHS) {
        for (let at = 1; at < MOST_CALLS; at += 1) {
          const { isDead, calls } = await run({ at, effect });
          if (!isDead) break;
          kills += 1;
          await expectRight(olie, newsMs, `${effect} call ${at} (${calls.at(-1)})`);
        }
      }
      expect(kills).toBeGreaterThanOrEqual(DEATHS.length * (healthy.calls.length - 1));
    },
  );
});
