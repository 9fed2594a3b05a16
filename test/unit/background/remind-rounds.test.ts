import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { loadRemembered } from '../../../lib/browser/reminders-storage';
import { loadStored, saveSchedules } from '../../../lib/browser/state-storage';
import { NEVER_ASKED } from '../../../lib/core/feeds/schedule';
import { b3osConnection, olieConnection } from '../../support/stand-ins/connections';
import { goOn, setClock } from '../../support/worker/clock';
import { askAfter, evening, remindersWith, spyOnShowing } from '../../support/worker/evening';
import { becomeIdle } from '../../support/worker/fake-browser';
import { saveConnections } from '../../support/worker/stored';
import type { World } from '../../support/worker/world';

const MINUTE_MS = 60_000;
/** Far more than two rounds make. Then the browser is silent: rounds without end would hang the test. */
const MOST_READS = 100;

/** Why Olie is not asked, although its answer is too old to tell a reminder by. */
const reasons: Record<string, (world: World) => Promise<void>> = {
  'after a failure': async ({ olie }) => {
    // The longest delay.
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    olie.fail({ status: 500, body: {} });
    await askAfter(0, 'alarm');
  },
  'because its saved connection cannot be read': async ({ olie }) => {
    const { token, ...connection } = olieConnection(olie);
    await fakeBrowser.storage.local.set({ settings: { version: 1, connections: [connection] } });
  },
  'because its host asks another connection for a pause': async ({ olie, b3os }) => {
    const other = { ...b3osConnection(b3os, 'order'), address: olie.url };
    await saveConnections([olieConnection(olie), other]);
    const { schedules } = await loadStored();
    const pausedUntilMs = Date.now() + 60 * MINUTE_MS;
    const paused = { ...NEVER_ASKED, askedAtMs: Date.now(), pausedUntilMs };
    await saveSchedules({ ...schedules, [other.id]: paused }, schedules);
  },
  'because its permission was taken away': async ({ olie }) => {
    await fakeBrowser.permissions.remove({ origins: [`${olie.url}/*`] });
  },
};

test.each(Object.entries(reasons))(
  'while Olie is left alone %s, a reminder to confirm brings one more round at most',
  async (_, leaveAlone) => {
    const here = await evening(remindersWith({ 'still-running': 2 }));
    goOn(100 * MINUTE_MS);
    await leaveAlone(here);
    const before = here.requests();
    const created = spyOnShowing();
    const { session } = fakeBrowser.storage;
    const get = session.get.bind(session);
    const reads = vi.spyOn(session, 'get').mockImplementation((keys) => {
      return reads.mock.calls.length < MOST_READS ? get(keys) : new Promise(() => undefined);
    });

    goOn(MINUTE_MS);
    void refresh('alarm');
    for (let turns = 0; turns < MOST_READS; turns += 1) await turn();
    expect(reads.mock.calls.length).toBeLessThan(MOST_READS / 5);
    expect(here.requests()).toBe(before);
    expect(created).not.toHaveBeenCalled();
  },
);

test('the time without a connection, in which nobody looks, is no absence', async () => {
  const { olie } = await evening(remindersWith({ away: 15 }));
  await saveConnections([]);
  await askAfter(MINUTE_MS);
  const created = spyOnShowing();
  goOn(20 * MINUTE_MS);
  await saveConnections([olieConnection(olie)]);
  await askAfter(0);
  await askAfter(MINUTE_MS);
  expect(created).not.toHaveBeenCalled();
  expect((await loadRemembered()).presence?.absences).toEqual([]);
  // Sleep is one.
  await askAfter(20 * MINUTE_MS);
  expect(created).toHaveBeenCalledTimes(1);
});

const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) await askAfter(MINUTE_MS, 'alarm');
};

test('a clock that was put forward by half an hour is no absence of half an hour', async () => {
  await evening(remindersWith({ away: 15 }));
  await minutes(5);
  const created = spyOnShowing();
  setClock(30 * MINUTE_MS);
  await minutes(3);
  expect(created).not.toHaveBeenCalled();
  expect((await loadRemembered()).presence?.absences).toEqual([]);
});

test('an absence that begins as the clock is set back by an hour is told with its true times', async () => {
  await evening(remindersWith({ away: 15 }));
  await minutes(5);
  const created = spyOnShowing();
  setClock(-60 * MINUTE_MS);
  becomeIdle('locked');
  await minutes(20);
  becomeIdle('active');
  await minutes(1);
  expect(created.mock.calls).toMatchObject([
    [expect.any(String), { message: 'You were away 6:23 PM – 6:43 PM (0:20 h).' }],
  ]);
});

test.each([60, 300, 900] as const)(
  'who locks the screen and closes the lid is away since then, if Olie is asked each %i seconds',
  async (refreshEveryS) => {
    await evening({ ...remindersWith({ away: 15 }), refreshEveryS });
    await minutes(3);
    const created = spyOnShowing();
    becomeIdle('locked');
    await minutes(1);
    becomeIdle('active');
    await askAfter(54 * MINUTE_MS, 'alarm');
    await minutes(1);
    expect(created.mock.calls).toMatchObject([
      [expect.any(String), { message: 'You were away 6:21 PM – 7:15 PM (0:54 h).' }],
    ]);
  },
);

test('who starts the browser while the clock is three hours behind has just come', async () => {
  const { olie } = await evening(remindersWith({ 'not-started': 10 }));
  await minutes(3);
  olie.stop();
  const created = spyOnShowing();
  await fakeBrowser.storage.session.clear();
  goOn(13 * 60 * MINUTE_MS);
  setClock(-180 * MINUTE_MS);
  await minutes(10);
  expect(created).not.toHaveBeenCalled();
  await minutes(1);
  expect(created.mock.calls).toMatchObject([
    [
      expect.any(String),
      { message: 'You have been at the computer since 7:21 AM, and nothing is tracked.' },
    ],
  ]);
});
