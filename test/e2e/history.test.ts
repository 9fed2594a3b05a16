import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/core/history/calendar.ts';
import { hashOf, type Period, periodWith, shifted } from '../../lib/core/history/period.ts';
import { isAtLeast } from '../../lib/core/history/totals.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { press, waitForText } from '../support/browsers/page.ts';
import {
  type PlantedHistory,
  plantedDays,
  plantHistory,
  shownOfPlanted,
} from '../support/browsers/planted-history.ts';
import { runRound } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';

// The browser's language is American English: weeks begin on Sunday.
const SUNDAY = 7;

let here: World;
let page: Page;
let planted: PlantedHistory;
let lastWeek: Period;

beforeAll(async () => {
  here = await world({ browser, services: ['olie'] });
  planted = await plantHistory(here.options);
  lastWeek = shifted(periodWith('week', planted.today.date, SUNDAY), -1);
  page = await open('');
  return here.close;
});
stopAtFirstFailure();

async function open(at: string): Promise<Page> {
  const opened = await here.session.openPage(`/history.html${at}`, { waitFor: 'main > *' });
  await opened.bringToFront();
  await opened.setViewport({ width: 1100, height: 900 });
  return opened;
}

const expected = (period: Period, project: string | null = null) =>
  shownOfPlanted(planted, period, project);

/** The durations that an element and those like it show, in seconds. */
function secondsAt(selector: string): Promise<number[]> {
  return page.$$eval(`${selector} time[datetime^="PT"]`, (times) =>
    times.map((time) => Number(/\d+/.exec(time.getAttribute('datetime') ?? '')?.[0])),
  );
}

const trackedS = async () => (await secondsAt('.cards .card:first-child'))[0];
const hash = () => page.evaluate(() => location.hash);
const title = () => page.$eval('h1', ({ textContent }) => textContent);
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

test('it shows this week, and today counts on', async () => {
  const { date } = planted.today;
  const today = async () => sum(await secondsAt(`[data-date="${date}"] .total`));
  await page.waitForSelector(`[data-date="${date}"] .total`);
  const first = await today();
  // The documented example, moved to now.
  expect(first).toBeGreaterThanOrEqual(38_140);
  await expect.poll(today).toBeGreaterThan(first);
  await expect.poll(today).toBeGreaterThan(first + 1);
  const { totals } = expected(periodWith('week', date, SUNDAY));
  await expect.poll(async () => (await trackedS()) ?? 0).toBeGreaterThan(totals.totalS + first);
});

test('the total is the sum of its days, of its projects, and of each session', async () => {
  const totals = await page.evaluate(() => {
    const of = (selector: string) =>
      [...document.querySelectorAll(`${selector} time[datetime^="PT"]`)].reduce(
        (total, time) => total + Number(/\d+/.exec(time.getAttribute('datetime') ?? '')?.[0]),
        0,
      );
    return [
      of('.cards .card:first-child .number'),
      of('.history-day .total'),
      of('.projects tbody'),
      of('.projects tfoot'),
      of('.session >'),
      of('.label'),
    ];
  });
  expect(new Set(totals).size, totals.join()).toBe(1);
});

test('Previous leads to the week before, with the planted totals', async () => {
  await press(page, 'Previous');
  await expect.poll(hash).toBe(hashOf({ period: lastWeek, project: null }));
  const { totals, days } = expected(lastWeek);
  await expect.poll(trackedS).toBe(totals.totalS);
  const dates = () =>
    page.$$eval('[data-date]', (all) => all.map((one) => one.getAttribute('data-date')));
  // What is out of sight follows a frame later.
  await expect.poll(dates).toEqual(days.map(({ date }) => date).toReversed());
  expect(sum(await secondsAt('.history-day .total'))).toBe(totals.totalS);
  expect(sum(await secondsAt('.chart .label'))).toBe(totals.totalS);
  const inTable = async () => sum(await secondsAt('.chart table td:nth-child(2)'));
  await expect.poll(inTable).toBe(totals.totalS);
  // Days of which nothing is known show a dash.
  const sunday = await page.$eval(`[data-date="${lastWeek.from}"] .total`, (it) => it.textContent);
  expect(sunday).toBe('–unknown');
});

test('Next, back and forward follow the address', async () => {
  const [week, before] = [await title(), hashOf({ period: lastWeek, project: null })];
  await press(page, 'Next');
  await expect.poll(hash).not.toBe(before);
  await expect.poll(title).not.toBe(week);
  expect(await page.$eval('.next', ({ ariaDisabled }) => ariaDisabled)).toBe('true');
  await page.goBack();
  await expect.poll(title).toBe(week);
  expect(await hash()).toBe(before);
  await page.goForward();
  await expect.poll(title).not.toBe(week);
  await page.goBack();
  await expect.poll(title).toBe(week);
  await expect.poll(() => page.title()).toBe(`${week} – History`);
});

test('the keyboard goes on at the heading, where a link led to another view', async () => {
  const week = await title();
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await page.focus('.history-day a');
  await page.keyboard.press('Enter');
  await expect.poll(title).not.toBe(week);
  await expect.poll(focused).toBe('H1');
  await page.goBack();
  await expect.poll(title).toBe(week);
  await page.focus('.next');
  await press(page, 'Previous');
  await expect.poll(title).not.toBe(week);
  expect(await focused()).toBe('BUTTON');
  await press(page, 'Next');
  await expect.poll(title).toBe(week);
});

test('the filter leaves one project', async () => {
  const [first] = expected(lastWeek).projects;
  const key = first?.project?.key ?? '';
  await page.select('select', key);
  const { totals } = expected(lastWeek, key);
  await expect.poll(trackedS).toBe(totals.totalS);
  await expect.poll(hash).toBe(hashOf({ period: lastWeek, project: key }));
  await expect.poll(async () => sum(await secondsAt('.session >'))).toBe(totals.totalS);
  const names = await page.$$eval('.projects tbody tr', (rows) => rows.length);
  expect(names).toBe(1);
});

test('Month and Day keep the filter, and a bookmark leads to the same view', async () => {
  await press(page, 'Month');
  await expect.poll(hash).toContain('#month=');
  expect(await hash()).toContain('&project=');
  await page.select('select', '');
  await expect.poll(hash).not.toContain('project');
  await press(page, 'Day');
  await expect.poll(hash).toContain('#day=');
  const day = addDays(lastWeek.from, 3);
  await page.evaluate((date) => {
    location.hash = `day=${date}`;
  }, day);
  const { totals } = expected({ kind: 'day', from: day });
  await expect.poll(trackedS).toBe(totals.totalS);
  await page.close();
  page = await open(hashOf({ period: { kind: 'day', from: day }, project: null }));
  await expect.poll(trackedS).toBe(totals.totalS);
  expect(sum(await secondsAt('.session >'))).toBe(totals.totalS);
});

test('a day whose end the browser did not see is at least what is shown', async () => {
  const [partial] = plantedDays(planted).filter(isAtLeast);
  await page.evaluate(
    (to) => {
      location.hash = to;
    },
    hashOf({ period: { kind: 'day', from: partial?.date ?? '' }, project: null }),
  );
  await waitForText(page, 'This browser did not ask from 3:30 PM on.');
  expect(await page.$eval('.cards .number', ({ textContent }) => textContent)).toMatch(
    /^at least \d+:\d\d$/,
  );
});

test('a finished session appears by itself', async () => {
  await page.evaluate(() => {
    location.hash = '';
  });
  await page.waitForSelector(`[data-date="${planted.today.date}"]`);
  const rows = () => page.$$eval('.session', ({ length }) => length);
  const { days } = expected(periodWith('week', planted.today.date, SUNDAY));
  const parts = days.flatMap((day) => day.parts);
  // Today is not planted: it has the three sessions of the example. The lower days are drawn after the first frame.
  const before = parts.length + 3;
  await expect.poll(rows).toBe(before);
  here.olie.start({ hourlyRate: 50 });
  await runRound(here.options, 'user');
  await expect.poll(rows).toBe(before + 1);
});
