/** Requests of the real background on faked time, against stand-ins over real HTTP. `npm run bench` prints the figures. */
import { expect, type TestContext, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { zaiaConnection } from '../../../support/stand-ins/connections';
import type { StandInServer } from '../../../support/stand-ins/server';
import { goOn } from '../../../support/worker/clock';
import { becomeIdle, nextAlarm, shownAlarm } from '../../../support/worker/fake-browser';
import { sendFromPage } from '../../../support/worker/fake-messages';
import { openPopup, POPUP_ASKS_EVERY_MS } from '../../../support/worker/fake-pages';
import { roundAfter, roundEnds, runBackground, startWorker } from '../../../support/worker/rounds';
import { connect, world } from '../../../support/worker/world';

declare module 'vitest' {
  interface TaskMeta {
    figures?: { what: string; figure: number; limit: number }[];
  }
}

const HOUR_MS = 3_600_000;

/** Notes a figure for the bench, and checks it. */
function expectAtMost({ task }: TestContext, what: string, figure: number, limit: number): void {
  task.meta.figures = [...(task.meta.figures ?? []), { what, figure, limit }];
  expect(figure).toBeLessThanOrEqual(limit);
}

/**
 * Lets an hour pass.
 * @returns how many requests were made, those that reached nobody included
 */
async function requestsOfAnHour({ requests }: StandInServer, popupOpen = false): Promise<number> {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const before = requests.length;
  const endMs = Date.now() + HOUR_MS;
  let popupAtMs = popupOpen ? Date.now() : endMs;
  for (;;) {
    await roundEnds();
    const alarmAtMs = (await shownAlarm())?.scheduledTime ?? endMs;
    if (Math.min(alarmAtMs, popupAtMs) >= endMs) break;
    if (alarmAtMs <= popupAtMs) await roundAfter(() => nextAlarm());
    else {
      vi.setSystemTime(popupAtMs);
      await roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'popup' }));
      popupAtMs += POPUP_ASKS_EVERY_MS;
    }
  }
  return Math.max(fetched.mock.calls.length, requests.length - before);
}

async function connectedOlie() {
  const { olie } = await world({ services: ['olie'], started: true });
  return olie;
}

/** In the hour that begins then, what is expected on the running project is asked once. */
async function halfAnHourLater() {
  goOn(HOUR_MS / 2);
  await roundAfter(() => nextAlarm());
}

test('a timer runs', async (context) => {
  const olie = await connectedOlie();
  await halfAnHourLater();
  expectAtMost(context, 'requests in an hour', await requestsOfAnHour(olie), 61);
  expect(olie.aside).toHaveLength(2);
});

test('nothing runs', async (context) => {
  const olie = await connectedOlie();
  olie.stop();
  expectAtMost(context, 'requests in an hour', await requestsOfAnHour(olie), 60);
});

test('the popup is open', async (context) => {
  const olie = await connectedOlie();
  await halfAnHourLater();
  expectAtMost(context, 'requests in an hour', await requestsOfAnHour(olie, true), 241);
});

test('the popup is open on a workflow that has a stream', async (context) => {
  const { b3os } = await world({ services: ['b3os'] });
  await startWorker();
  await openPopup();
  const asked = await requestsOfAnHour(b3os, true);
  // The stream is one request, which was made as the popup opened.
  expectAtMost(context, 'requests in an hour', asked, 240);
  expectAtMost(context, 'streams opened in an hour', b3os.streams.opened.length, 1);
});

test.for(['idle', 'locked'] as const)('the machine is %s', async (idle, context) => {
  const olie = await connectedOlie();
  await halfAnHourLater();
  await roundAfter(() => becomeIdle(idle));
  // The user left some time ago: what was due before has been asked.
  await roundAfter(() => nextAlarm());
  expectAtMost(context, 'requests in an hour', await requestsOfAnHour(olie), 13);
});

test('the machine is offline', async (context) => {
  const olie = await connectedOlie();
  await olie.pause();
  vi.stubGlobal('navigator', { onLine: false });
  expectAtMost(context, 'requests in an hour', await requestsOfAnHour(olie), 60);
});

test.for([0, 3])('agent runs, %i of them followed and going on', async (count, context) => {
  const { zaia } = await world();
  const followed = Array.from({ length: count }, () => zaia.startRun());
  await connect([{ ...zaiaConnection(zaia), followed }]);
  await runBackground();
  const requests = await requestsOfAnHour(zaia);
  expectAtMost(context, 'requests in an hour', requests, 60 * (1 + count));
});

test('all services, and two followed runs', async (context) => {
  const made = await world();
  const { olie, b3os, zaia, connections } = made;
  const followed = [zaia.startRun(), zaia.startRun()];
  await connect(connections.map((one) => (one.kind === 'zaia' ? { ...one, followed } : one)));
  await runBackground();
  await halfAnHourLater();
  // What is expected on the project is counted too.
  const counts = () => [
    olie.requests.length + olie.aside.length,
    b3os.requests.length,
    zaia.requests.length,
  ];
  const before = counts();
  await requestsOfAnHour(olie);
  const [ofOlie = 0, ofB3os = 0, ofZaia = 0] = counts().map((now, nth) => now - (before[nth] ?? 0));
  expectAtMost(context, 'requests in an hour of Olie', ofOlie, 61);
  expectAtMost(context, 'requests in an hour of B3OS', ofB3os, 60);
  // The list, and each followed run.
  expectAtMost(context, 'requests in an hour of Zaia', ofZaia, 180);
  expect([ofOlie, ofB3os, ofZaia]).toEqual([60, 59, 177]);
});

/** Counts the writes to these storages from now on. */
function countWrites(...areas: ('local' | 'sync' | 'session')[]): () => number {
  const spies = areas.flatMap((area) =>
    (['set', 'remove', 'clear'] as const).map((name) => vi.spyOn(fakeBrowser.storage[area], name)),
  );
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

test('nothing is due', async (context) => {
  const { requests } = await connectedOlie();
  await roundEnds();
  const before = requests.length;
  const writes = countWrites('local', 'sync', 'session');
  goOn(1000);
  await roundAfter(() => fakeBrowser.alarms.onAlarm.trigger({ name: 'tick', scheduledTime: 0 }));
  await roundEnds();
  expectAtMost(context, 'requests of an alarm', requests.length - before, 0);
  expectAtMost(context, 'writes of an alarm', writes(), 0);
});

test('the same timer is answered again', async (context) => {
  const olie = await connectedOlie();
  // The `Date` of the first answers tells more of the server's clock, which is worth a write.
  olie.sendDate(null);
  await roundEnds();
  await roundAfter(() => nextAlarm());
  await roundEnds();
  const before = olie.requests.length;
  const writes = countWrites('local', 'sync');
  await roundAfter(() => nextAlarm());
  await roundEnds();
  expect(olie.requests.length - before).toBe(1);
  expectAtMost(context, 'writes to the disk', writes(), 0);
});
