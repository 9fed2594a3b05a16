/** An hour of the real background on faked time, against stand-ins over real HTTP. */
import { appendFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { b3osConnection, olieConnection } from '../../../test/support/stand-ins/connections.ts';
import { namedAnswers } from '../../../test/support/stand-ins/named-answers.ts';
import type { StandInServer } from '../../../test/support/stand-ins/server.ts';
import { until } from '../../../test/support/until.ts';
import { goOn } from '../../../test/support/worker/clock.ts';
import { becomeIdle, nextAlarm, shownAlarm } from '../../../test/support/worker/fake-browser.ts';
import { sendFromPage } from '../../../test/support/worker/fake-messages.ts';
import { roundAfter, startWorker } from '../../../test/support/worker/rounds.ts';
import { connect, world } from '../../../test/support/worker/world.ts';
import { WORKFLOWS } from '../services.ts';
import type { Hour, SituationName, Told } from './situations.ts';
import { countBytes } from './wire.ts';

const HOUR_MS = 3_600_000;
/** As often as the open popup asks (entrypoints/popup/app.tsx). */
const POPUP_ASKS_EVERY_MS = 15_000;

/** @param popupOpen whether the popup asks besides the alarm */
async function hour({ requests }: StandInServer, popupOpen = false): Promise<Hour> {
  // Every try counts, also one that reaches nobody.
  const fetched = vi.spyOn(globalThis, 'fetch');
  const bytes = countBytes();
  const received = requests.length;
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
  return {
    requests: Math.max(fetched.mock.calls.length, requests.length - received),
    bytes: bytes(),
  };
}

/** A round of more than a second draws before its end: waits for that. Where none runs, one begins with nothing due. */
async function roundEnds(): Promise<void> {
  const { tick } = await import('../../../entrypoints/background/refresh.ts');
  await tick();
}

async function tell(told: Told): Promise<void> {
  const path = process.env.OLIE_TRAFFIC;
  if (path) await appendFile(path, `${JSON.stringify(told)}\n`);
}

async function tellHour(
  situation: SituationName,
  service: StandInServer,
  popupOpen = false,
): Promise<void> {
  await tell({ situation, ...(await hour(service, popupOpen)) });
}

async function startConnected() {
  const { olie } = await world();
  await startWorker();
  await roundAfter(() => connect([olieConnection(olie)]));
  return olie;
}

/** The user has left some time ago: what was due before has been asked. */
async function startAway(idle: 'idle' | 'locked') {
  const olie = await startConnected();
  await roundAfter(() => becomeIdle(idle));
  await roundAfter(() => nextAlarm());
  return olie;
}

test('running', async () => {
  await tellHour('running', await startConnected());
});

test('stopped', async () => {
  const olie = await startConnected();
  olie.stop();
  await tellHour('stopped', olie);
});

test('named', async () => {
  const olie = await startConnected();
  const { fault, offered } = namedAnswers(() => '"the same"');
  olie.fail(fault);
  await tellHour('named', olie);
  expect(offered.slice(1)).not.toContain(undefined);
});

test('popup open', async () => {
  await tellHour('popup-open', await startConnected(), true);
});

test.each(['idle', 'locked'] as const)('%s', async (idle) => {
  await tellHour(idle, await startAway(idle));
});

test('back', async () => {
  const { requests } = await startAway('locked');
  goOn(120_000);
  const before = requests.length;
  // `Date` stands still here; this does not.
  const startMs = performance.now();
  becomeIdle('active');
  await until(() => requests.length > before, 'the request', 10_000, 1);
  await tell({ situation: 'back', afterMs: performance.now() - startMs });
  await roundEnds();
});

test('offline', async () => {
  const olie = await startConnected();
  await olie.pause();
  vi.stubGlobal('navigator', { onLine: false });
  await tellHour('offline', olie);
});

test('workflows', async () => {
  const { b3os } = await world();
  await startWorker();
  const connections = Array.from({ length: WORKFLOWS }, (_, index) =>
    b3osConnection(b3os, `w${index}`, 'workflow_running'),
  );
  await roundAfter(() => connect(connections));
  await tellHour('workflows', b3os);
});
