/**
 * Ten minutes of everything at once in a real Chromium: `npm run soak [-- --minutes 3]`.
 *
 * The worker is killed every few seconds, three requests in ten fail, a popup is opened and closed again and again.
 * Then all is well again: badge and popup must be right, no console may have said an error that nobody caught, and the
 * popup's heap must not have grown. Ends with 1 where that is not so.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { badgeText } from '../lib/core/toolbar/badge.ts';
import { press, waitForText } from '../test/support/browsers/page.ts';
import { elapsedOn } from '../test/support/browsers/popup.ts';
import { readToolbar } from '../test/support/browsers/toolbar.ts';
import { world } from '../test/support/browsers/world.ts';
import type { StandInServer } from '../test/support/stand-ins/server.ts';
import { SERVICES } from '../test/support/stand-ins/stand-ins.ts';
import { until } from '../test/support/until.ts';
import { collectErrors } from './soak/errors.ts';
import { failSome } from './soak/fail-some.ts';
import { heapBytes, isFlat, LARGEST_GROWTH } from './soak/heap.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const endMs = Date.now() + Number(values.minutes) * 60_000;
const KILL_EVERY_MS = 4_000;
const FAILING = 0.3;
const TELL_EVERY_MS = 30_000;

const { olie, b3os, zaia, session, options, close } = await world({
  browser: 'chromium',
  services: SERVICES,
  workflows: (service) => service.addDemo(),
});
const servers: StandInServer[] = [olie, b3os, zaia];
const errors = collectErrors(session);
const problems: string[] = [];
const counts = { kills: 0, popups: 0 };

try {
  // The heap of one popup that stays open; others are opened and closed beside it.
  const kept = await session.openPage('/popup.html', { waitFor: '.hero' });
  await kept.waitForSelector('.item');
  const heap = [await heapBytes(kept)];

  for (const server of servers) failSome(server, FAILING);
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
    heap.push(await heapBytes(kept));
    console.log(told(heap));
  }

  for (const server of servers) server.fail(null);
  await kept.bringToFront();
  olie.stop();
  olie.start({ hourlyRate: 0 });
  const startedMs = Date.parse(Object(olie.answer().current_execution).started_at);
  await until(
    async () => {
      // A service that asked for a pause is left alone until it is over.
      await press(kept, 'Refresh');
      await pause(1_000);
      const shown = await elapsedOn(kept);
      return shown !== null && Math.abs(shown - (Date.now() - startedMs) / 1000) <= 2;
    },
    'the popup to show the new timer',
    60_000,
  );
  await waitForText(kept, 'Workflows');
  const isBadgeRight = async () => {
    const elapsedS = (Date.now() - startedMs) / 1000;
    const { text } = await readToolbar(options);
    return text === badgeText(elapsedS) || text === badgeText(Math.max(0, elapsedS - 2));
  };
  await until(isBadgeRight, 'the badge to be right', 90_000);
  heap.push(await heapBytes(kept));
  console.log(told(heap));
  if (!isFlat(heap)) problems.push(`the popup's heap grew by more than ${LARGEST_GROWTH}`);
} catch (error) {
  problems.push(String(error));
} finally {
  await close();
}

problems.push(...errors);
for (const problem of problems) console.error(`PROBLEM ${problem}`);
console.log(problems.length === 0 ? 'The badge and the popup are right.' : 'It did not end well.');
process.exitCode = problems.length === 0 ? 0 : 1;

function told(heap: number[]): string {
  const sent = servers.reduce((sum, { requests }) => sum + requests.length, 0);
  const left = Math.max(0, Math.round((endMs - Date.now()) / 1000));
  const kilobytes = heap.map((bytes) => Math.round(bytes / 1000)).join(' ');
  return `${left} s left, ${counts.kills} kills, ${counts.popups} popups, ${sent} requests, ${errors.length} errors, heap in kB: ${kilobytes}`;
}
