/** Reads the popup's page. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from '../until.ts';

/** The running clock in seconds; null if there is none. */
export async function elapsedOn(page: Page): Promise<number | null> {
  const [duration] = await datetimes(page, 'time[role="timer"]');
  return secondsOf(duration);
}

/** The number below that caption, in seconds; null if it has none. */
export async function numberOn(page: Page, caption: string): Promise<number | null> {
  const datetime = await page.$$eval(
    'dt',
    (captions, wanted) =>
      captions
        .find(({ innerText }) => innerText === wanted)
        ?.nextElementSibling?.querySelector('time')?.dateTime,
    caption,
  );
  return secondsOf(datetime);
}

/** Every duration on the page, in ISO 8601. */
export async function durationsOn(page: Page): Promise<string[]> {
  return (await datetimes(page, 'time')).filter((datetime) => datetime.startsWith('P'));
}

/** Waits for the running clock, and returns its seconds. */
export function waitForClock(page: Page): Promise<number> {
  return until(() => elapsedOn(page), 'the running clock');
}

/**
 * Expects a number that counts. It is compared with the service's before and after it is read. A busy browser draws late, but it must
 * be right then.
 */
export async function expectWithinASecond(
  read: () => Promise<number | null>,
  expected: () => number,
): Promise<void> {
  const isRight = async () => {
    const least = expected() - 1;
    const seconds = (await read()) ?? 0;
    return seconds >= least && seconds <= expected() + 1 ? 'right' : `${seconds}, not ${least + 1}`;
  };
  await expect.poll(isRight).toBe('right');
}

/** The problems that the popup shows, the timer's first. */
export function problemsOn(page: Page): Promise<string[]> {
  return page.$$eval('.notice p, .problem span', (found) =>
    found.map((one) =>
      (one instanceof HTMLElement ? one.innerText : '').replace(/\s+/g, ' ').trim(),
    ),
  );
}

/** Opens everything on the page that can be opened. */
export function openAll(page: Page): Promise<void> {
  return page.$$eval('details', (found) => {
    for (const details of found) details.open = true;
  });
}

function datetimes(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (times) => times.map((time) => time.getAttribute('datetime') ?? ''));
}

function secondsOf(datetime: string | undefined): number | null {
  const [, seconds] = /^PT(\d+)S$/.exec(datetime ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds);
}
