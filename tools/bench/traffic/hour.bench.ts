/** An hour of the real background on faked time, against stand-ins over real HTTP. */
import { appendFile } from 'node:fs/promises';
import { test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startB3os, watchAll, watched } from '../../../test/support/b3os-life.ts';
import { nextAlarm, shownAlarm } from '../../../test/support/fake-browser.ts';
import { sendFromPage } from '../../../test/support/fake-messages.ts';
import { beginLife, connect, roundAfter, startWorker } from '../../../test/support/life.ts';
import type { StandInServer } from '../../../test/support/stand-in-server.ts';
import { WORKFLOWS } from '../services.ts';
import type { Hour, SituationName } from './situations.ts';
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

/** One line of JSON a situation: tools/bench/traffic.ts reads them. */
async function tell(situation: SituationName, told: Hour): Promise<void> {
  const path = process.env.OLIE_TRAFFIC;
  if (path) await appendFile(path, `${JSON.stringify({ situation, ...told })}\n`);
}

let become: ReturnType<typeof fakeIdle>;

async function connectedLife() {
  const olie = await beginLife();
  become = fakeIdle();
  await startWorker();
  await roundAfter(() => connect(olie));
  return olie;
}

/**
 * Gives the fake browser what it lacks of `idle`.
 * @returns lets the machine be in that state, for whoever asks and for whoever listens
 */
function fakeIdle(): (state: 'idle' | 'locked') => void {
  const listeners = new Set<(state: string) => void>();
  let current = 'active';
  Object.assign(fakeBrowser.idle, {
    queryState: async () => current,
    setDetectionInterval: () => undefined,
    onStateChanged: {
      addListener: (listener: (state: string) => void) => listeners.add(listener),
      removeListener: (listener: (state: string) => void) => listeners.delete(listener),
    },
  });
  return (state) => {
    current = state;
    for (const listener of listeners) listener(state);
  };
}

test('running', async () => {
  await tell('running', await hour(await connectedLife()));
});

test('stopped', async () => {
  const olie = await connectedLife();
  olie.stop();
  await tell('stopped', await hour(olie));
});

test('popup open', async () => {
  await tell('popup-open', await hour(await connectedLife(), true));
});

test.each(['idle', 'locked'] as const)('%s', async (state) => {
  const olie = await connectedLife();
  become(state);
  await tell(state, await hour(olie));
});

test('offline', async () => {
  const olie = await connectedLife();
  await olie.pause();
  vi.stubGlobal('navigator', { onLine: false });
  await tell('offline', await hour(olie));
});

test('workflows', async () => {
  await beginLife();
  await startWorker();
  const b3os = await startB3os();
  const connections = Array.from({ length: WORKFLOWS }, (_, index) =>
    watched(b3os, `w${index}`, 'workflow_running'),
  );
  await roundAfter(() => watchAll(connections));
  await tell('workflows', await hour(b3os));
});
