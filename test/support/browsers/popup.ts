import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** The seconds on the running clock; null where none is shown. */
export function elapsedOn(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const clock = document.querySelector('time[role="timer"]');
    const [, seconds] = /^PT(\d+)S$/.exec(clock?.getAttribute('datetime') ?? '') ?? [];
    return seconds === undefined ? null : Number(seconds);
  });
}

/** The seconds of the number with that caption; null where it shows none. */
export function numberOn(page: Page, caption: string): Promise<number | null> {
  return page.evaluate((wanted) => {
    const captions = [...document.querySelectorAll('dt')];
    const time = captions.find((dt) => dt.innerText === wanted)?.nextElementSibling;
    const datetime = time?.querySelector('time')?.getAttribute('datetime') ?? '';
    const [, seconds] = /^PT(\d+)S$/.exec(datetime) ?? [];
    return seconds === undefined ? null : Number(seconds);
  }, caption);
}

/** Every duration on the page, as ISO 8601. */
export function durationsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('time')]
      .map((time) => time.dateTime)
      .filter((datetime) => datetime.startsWith('P')),
  );
}

/** Waits until the clock shows a running time, and returns its seconds. */
export async function waitForClock(page: Page): Promise<number> {
  return until(() => elapsedOn(page), 'the running clock');
}

/** What the popup says went wrong: of the timer above, of other services in their sections. */
export function problemsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.notice p, .problem span')].map(({ innerText }) =>
      innerText.replace(/\s+/g, ' ').trim(),
    ),
  );
}
