import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { historyDays } from '../../lib/core/history/days.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { press, pressAndConfirm, shownText, waitForText } from '../support/browsers/page.ts';
import { type PlantedHistory, plantHistory } from '../support/browsers/planted-history.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';
import { until } from '../support/until.ts';

// The history leaves as a sheet, moves to another browser in a file, and is deleted. Each test goes on where the one
// before it stopped.

const JSON_NAME = 'olie-timer-history.json';

let here: World;
let page: Page;
let folder: TemporaryFolder;
let planted: PlantedHistory;
/** A day of last week with time in it. */
let date: string;

beforeAll(async () => {
  folder = await makeTemporaryFolder('downloads');
  here = await world({ browser, services: ['olie'], downloadsTo: folder.path });
  planted = await plantHistory(here.options);
  const { records, today } = planted;
  const dates = records.days.map((day) => day.date).filter((one) => one < today.date);
  const days = historyDays(dates.sort(), records, today.zone, today.answeredAtMs);
  date = days.findLast(({ totalS, isPartial }) => totalS > 0 && !isPartial)?.date ?? '';
  page = await open();
  return async () => {
    await here.close();
    folder.remove();
  };
});
stopAtFirstFailure();

const open = () => here.session.openPage(`/history.html#day=${date}`, { waitFor: '[data-date]' });
const choose = async (path: string) => {
  const field = await page.waitForSelector('input#history-file', { visible: false });
  await field?.uploadFile(path);
};
const downloaded = (name: string) =>
  until(() => readFile(join(folder.path, name), 'utf8').catch(() => ''), name);
const totalS = async () => {
  const datetime = await page.$eval('[data-date] h2 ~ time, [data-date] time', (time) =>
    time.getAttribute('datetime'),
  );
  return Number(/^PT(\d+)S$/.exec(datetime ?? '')?.[1]);
};

test('Export CSV gives the shown day as a sheet that adds up to its total', async () => {
  await press(page, 'Export CSV');
  const name = `olie-timer-${date}.csv`;
  await waitForText(page, `Exported as ${name}.`);
  const text = await downloaded(name);
  expect(text.startsWith('\uFEFFDate,')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
  expect(errors).toEqual([]);
  const [titles = [], ...rows] = data;
  const hours = titles.indexOf('Hours');
  const seconds = rows.reduce((sum, row) => sum + Math.round(Number(row[hours]) * 3600), 0);
  expect(seconds).toBe(await totalS());
  expect(rows.every((row) => row[0] === date)).toBe(true);
});

test('rounded, it has a row for each project, and the choice stays', async () => {
  await page.select('.out label:nth-of-type(2) select', '15');
  const name = `olie-timer-${date}.csv`;
  await rm(join(folder.path, name));
  await press(page, 'Export CSV');
  const text = await downloaded(name);
  const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true, header: false });
  const [titles = [], ...rows] = data;
  for (const row of rows) expect(Number(row[titles.indexOf('Minutes')]) % 15).toBe(0);
  const projects = rows.map((row) => row[titles.indexOf('Project')]);
  expect(new Set(projects).size).toBe(rows.length);
  await page.close();
  page = await open();
  expect(await page.$eval('.out label:nth-of-type(2) select', ({ value }) => value)).toBe('15');
});

test('of one project, the file says which', async () => {
  const filter = 'select[aria-label="Project"]';
  const key = await page.$eval(`${filter} option:nth-of-type(2)`, ({ value }) => value);
  await page.select(filter, key);
  await page.waitForFunction(() => location.hash.includes('project='));
  await press(page, 'Export CSV');
  const said = new RegExp(`Exported as (olie-timer-${date}-(.+)\\.csv)\\.`);
  await expect.poll(() => shownText(page)).toMatch(said);
  const [, name = '', code] = said.exec(await shownText(page)) ?? [];
  const [titles = [], ...rows] = Papa.parse<string[]>((await downloaded(name)).slice(1), {
    skipEmptyLines: true,
  }).data;
  expect(rows).not.toEqual([]);
  for (const row of rows) expect(row[titles.indexOf('Project code')]).toBe(code);
  await page.select(filter, '');
});

test('Copy says that it did, or that the browser forbids it', async () => {
  await press(page, 'Copy');
  await expect.poll(() => shownText(page)).toMatch(/Copied|Not copied|not allow/);
});

test('Export JSON, Delete history and Import bring everything back', async () => {
  await press(page, 'Export JSON');
  await waitForText(page, `Exported as ${JSON_NAME}.`);
  const file = await downloaded(JSON_NAME);
  const before = await totalS();
  expect(JSON.parse(file).sessions.length).toBeGreaterThan(planted.records.sessions.length);
  expect(file).not.toContain(here.olie.token);
  await pressAndConfirm(page, 'Delete history');
  await waitForText(page, 'The history was deleted.');
  await expect.poll(() => page.$$('[data-date] li').then(({ length }) => length)).toBe(0);
  const path = join(folder.path, 'chosen.json');
  await writeFile(path, file);
  await choose(path);
  await waitForText(page, 'Imported. Days:');
  await page.waitForSelector('[data-date] li');
  expect(await totalS()).toBe(before);
});

test('a file of settings is refused with the reason, and changes nothing', async () => {
  const path = join(folder.path, 'settings.json');
  await writeFile(path, JSON.stringify({ program: 'olie-timer', version: 2 }));
  await choose(path);
  await expect.poll(() => shownText(page)).toMatch(/settings/);
  expect(await page.$$('[data-date] li')).not.toHaveLength(0);
});

test('what is older than the history is kept for is left out, and said', async () => {
  const file = JSON.parse(await downloaded(JSON_NAME));
  const [day] = file.days;
  const old = { ...day, date: '2020-01-10', startMs: Date.parse('2020-01-10T03:00:00Z') };
  const path = join(folder.path, 'old.json');
  await writeFile(path, JSON.stringify({ ...file, days: [...file.days, old] }));
  await choose(path);
  await waitForText(page, 'in the options allows, and left out: 1.');
  // In sight, though the button is at the end of the page.
  const top = await page.$eval('.message', (it) => it.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(await page.evaluate(() => innerHeight));
});

test('of a time of which nothing is known, nothing leaves', async () => {
  await page.evaluate(() => {
    location.hash = '#day=2020-01-05';
  });
  await waitForText(page, 'Nothing is known of this time.');
  await press(page, 'Copy');
  await waitForText(page, 'There is nothing to copy yet.');
  // Said of that time, and not of the next one.
  await page.evaluate((day) => {
    location.hash = `#day=${day}`;
  }, date);
  await page.waitForSelector('[data-date] li');
  await expect.poll(() => shownText(page)).not.toContain('There is nothing to copy yet.');
});
