import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { elapsedOn } from '../../test/support/browsers/popup.ts';
import { builds } from '../../test/support/browsers/session.ts';
import { world } from '../../test/support/browsers/world.ts';
import { fasterNowMs, makeFasterBuild } from './faster-build.ts';
import { isFlat } from './flat.ts';
import { keptMb } from './kept.ts';

const DAY_H = 8;
const HOUR_MS = 3_600_000;
/** Of each two hours, Olie answers in the first 72 minutes only. */
const [TURN_H, ANSWERS_H] = [2, 1.2];
/** An answer counts for three minutes. It may be a minute old as Olie falls silent, and the machine may be busy for a minute. */
const LATEST_OLD_MS = 5 * 60_000;
/** Half a second of ours. */
const LATEST_DIGITS_S = 60;

/**
 * A side panel that is open for eight hours, in so many minutes. Time passes faster in the extension and for Olie, which does
 * not answer now and then.
 *
 * @returns what went wrong
 */
export async function panelDay(minutes: number): Promise<string[]> {
  const beginMs = Date.now();
  const speed = (DAY_H * 60) / minutes;
  const now = () => fasterNowMs(speed, beginMs);
  const build = await makeFasterBuild(builds.chromium, speed, beginMs);
  const here = await world({ browser: 'chromium', build: build.path, services: ['olie'], now });
  const problems = new Set<string>();
  const heap: number[] = [];
  try {
    const panel = await here.session.openPage('/sidepanel.html', { waitFor: '.hero' });
    await panel.bringToFront();
    // The week is loaded later.
    await panel.waitForSelector('.week');
    const openedMs = now();
    let isSilent = false;
    let wasFresh = false;
    let sinceMs = openedMs;
    for (let hours = 0; hours < DAY_H; hours = (now() - openedMs) / HOUR_MS) {
      if (hours % TURN_H > ANSWERS_H !== isSilent) {
        isSilent = !isSilent;
        // Not at each look: on a busy machine, an answer takes minutes as time passes there.
        if (isSilent && !wasFresh) problems.add('what was fresh looked old for an hour');
        wasFresh = false;
        sinceMs = now();
        here.olie.fail(isSilent ? 'reset' : null);
      }
      const forMs = now() - sinceMs;
      const isOld = await panel.evaluate(() => document.querySelector('.hero.old') !== null);
      if (isSilent && forMs > LATEST_OLD_MS && !isOld) problems.add('what is old looks fresh');
      wasFresh ||= !isOld;
      if ((await secondsOff(panel, here.olie.answer(), now)) > LATEST_DIGITS_S) {
        problems.add('the digits are wrong');
      }
      if (hours >= heap.length / 2) {
        heap.push(await keptMb(panel));
        console.log(`${hours.toFixed(1)} h, heap ${heap.at(-1)?.toFixed(2)} MB`);
      }
      await pause(150);
    }
  } finally {
    await here.close();
    build.remove();
  }
  if (!isFlat(heap)) problems.add('the heap of the panel grew');
  return [...problems];
}

/** How far the digits are from Olie's count; 0 if there are none. */
async function secondsOff(panel: Page, answer: unknown, now: () => number): Promise<number> {
  const shownS = await elapsedOn(panel);
  const startedMs = Date.parse(Object(Object(answer).current_execution).started_at);
  return shownS === null ? 0 : Math.abs(shownS - (now() - startedMs) / 1000);
}
