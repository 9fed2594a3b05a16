/**
 * A quarter of an hour in a real Chromium: `npm run soak [-- --minutes 3]`. For ten minutes the worker is killed every few
 * seconds, three of ten requests fail, and popups are opened and closed. Then all is well again: badge, popup and side panel
 * must be right, nobody may have logged an error, and the heap of a popup and a panel that stayed open must not have grown.
 * Then a panel is open for eight hours, which pass in five minutes (`--day-minutes 0` leaves them out). If something is wrong,
 * this ends with 1.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { badgeText } from '../lib/core/toolbar/badge.ts';
import { press, waitForText } from '../test/support/browsers/page.ts';
import { elapsedOn } from '../test/support/browsers/popup.ts';
import { readToolbar } from '../test/support/browsers/toolbar.ts';
import { world } from '../test/support/browsers/world.ts';
import type { Fault, StandInServer } from '../test/support/stand-ins/server.ts';
import { SERVICES } from '../test/support/stand-ins/stand-ins.ts';
import { until } from '../test/support/until.ts';
import { readArguments, readNumber } from './arguments.mjs';
import { collectErrors } from './soak/errors.ts';
import { isFlat, LARGEST_GROWTH } from './soak/flat.ts';
import { keptMb } from './soak/kept.ts';
import { panelDay } from './soak/panel-day.ts';

const KILL_EVERY_MS = 4_000;
const TELL_EVERY_MS = 30_000;
const FAILING = 0.3;
const FAULTS: Exclude<Fault, (...given: never[]) => unknown>[] = [
  { status: 500 },
  { status: 429, headers: { 'Retry-After': '2' } },
  { status: 200, body: '<html>Log in to the network</html>' },
  'reset',
  'silent',
];
const { values } = readArguments({
  options: {
    minutes: { type: 'string', default: '10' },
    'day-minutes': { type: 'string', default: '5' },
  },
});
const dayMinutes = readNumber('--day-minutes', values['day-minutes']);
const endMs = Date.now() + readNumber('--minutes', values.minutes) * 60_000;
const { olie, b3os, zaia, session, options, close } = await world({
  browser: 'chromium',
  services: SERVICES,
  workflows: (service) => service.addDemo(),
});
const servers: StandInServer[] = [olie, b3os, zaia];
const problems = collectErrors(session);
const heap: number[] = [];
const counts = { kills: 0, popups: 0 };

try {
  const kept: Page[] = [];
  for (const path of ['/popup.html', '/sidepanel.html']) {
    const page = await session.openPage(path, { waitFor: '.hero' });
    await page.waitForSelector('.item');
    kept.push(page);
  }
  await tell(kept);
  for (const server of servers) server.fail(someFault);
  await makeTrouble(kept);
  for (const server of servers) server.fail(null);
  await expectAllIsWell(kept);
  await tell(kept);
  if (!isFlat(heap))
    problems.push(`the heap of popup and panel grew by more than ${LARGEST_GROWTH} times`);
} catch (error) {
  problems.push(String(error));
} finally {
  await close();
  // Tests share it, and would go on with it.
  await session.browser.close();
}

if (dayMinutes > 0) problems.push(...(await panelDay(dayMinutes)));

for (const problem of problems) console.error(`PROBLEM ${problem}`);
console.log(
  problems.length === 0 ? 'Badge, popup and side panel are right.' : 'Something is wrong.',
);
process.exitCode = problems.length === 0 ? 0 : 1;

function someFault() {
  return Math.random() < FAILING
    ? (FAULTS[Math.floor(Math.random() * FAULTS.length)] ?? null)
    : null;
}

async function makeTrouble(kept: Page[]): Promise<void> {
  let tellAtMs = Date.now() + TELL_EVERY_MS;
  while (Date.now() < endMs) {
    await session.killWorker();
    counts.kills += 1;
    const popup = await session.openPage('/popup.html', { waitFor: '.hero' });
    counts.popups += 1;
    if (counts.popups % 3 === 0) await press(popup, 'Refresh');
    await pause(Math.random() * KILL_EVERY_MS);
    await popup.close();
    if (Date.now() < tellAtMs) continue;
    tellAtMs += TELL_EVERY_MS;
    await tell(kept);
  }
}

async function expectAllIsWell(kept: Page[]): Promise<void> {
  olie.stop();
  olie.start({ hourlyRate: 0 });
  const startedMs = Date.parse(Object(olie.answer().current_execution).started_at);
  const elapsedS = () => (Date.now() - startedMs) / 1000;
  const isRight = async (page: Page) => {
    // A service may have asked for a pause. Until it is over, it is not asked.
    await press(page, 'Refresh');
    await pause(1_000);
    const shown = await elapsedOn(page);
    return shown !== null && Math.abs(shown - elapsedS()) <= 2;
  };
  for (const page of kept) {
    await until(() => isRight(page), `the new timer at ${page.url()}`, 60_000);
    await waitForText(page, 'Workflows');
  }
  const isBadgeRight = async () => {
    const { text } = await readToolbar(options);
    return [elapsedS(), Math.max(0, elapsedS() - 2)]
      .flatMap((seconds) => [true, false].map((isWide) => badgeText(seconds, () => isWide)))
      .includes(text);
  };
  await until(isBadgeRight, 'the badge to be right', 90_000);
}

async function tell([popup]: Page[]): Promise<void> {
  // Pages of an extension share their heap.
  if (popup !== undefined) heap.push(await keptMb(popup));
  const leftS = Math.max(0, Math.round((endMs - Date.now()) / 1000));
  const sent = servers.reduce((sum, { requests }) => sum + requests.length, 0);
  const { kills, popups } = counts;
  console.log(
    `${leftS} s left, ${kills} kills, ${popups} popups, ${sent} requests, ${problems.length} problems, heap in MB: ${heap.map((mb) => mb.toFixed(2)).join(' ')}`,
  );
}
