import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/core/history/calendar.ts';
import { createDates } from '../../lib/core/history/dates.ts';
import { hashOf, periodWith } from '../../lib/core/history/period.ts';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { cutTexts } from '../support/browsers/cut-texts.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { waitForText } from '../support/browsers/page.ts';
import { holdHistory, plantHistory } from '../support/browsers/planted-history.ts';
import { choose } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';
import { madeUpWeeks } from '../support/examples/made-up-weeks.ts';

// The browser's language is American English: weeks begin on Sunday.
const SUNDAY = 7;
/** In CSS pixels, without the margins. */
const A4_WIDTH = 688;

let here: World;
let page: Page;
/** The date. */
let today: string;

beforeAll(async () => {
  here = await world({ browser, services: ['olie'] });
  today = (await plantHistory(here.options)).today.date;
  // With reminders, the working hours have a card of their own.
  await choose(here.options, { reminders: { isOn: true } });
  page = await open();
  return here.close;
});
stopAtFirstFailure();

async function open(): Promise<Page> {
  const opened = await here.session.openPage('/history.html', { waitFor: 'main > *' });
  await opened.bringToFront();
  await opened.setViewport({ width: 1100, height: 900 });
  return opened;
}

/** What can be pressed or chosen, and is shown. */
const pressable = () =>
  page.$$eval('button, .button, select, input', (all) =>
    all.filter((one) => one.checkVisibility()).map(({ id, textContent }) => textContent || id),
  );
/** The texts that are lighter than a middle grey. */
const faintTexts = () =>
  page.$$eval('main *', (all) => {
    const hasText = (one: Element) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    return all
      .filter((one) => one.checkVisibility() && one.clientWidth > 1 && hasText(one))
      .map((one) => ({ text: one.textContent, color: getComputedStyle(one).color }))
      .filter(
        ({ color }) => Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number)) > 128,
      );
  });
const title = () => page.$eval('h1', ({ textContent }) => textContent);
/** Browsers have thin blanks of several kinds around their dashes. */
const plain = (text: string) => text.replace(/\s/g, ' ');
/** Of a project's name in the table: a narrow one is broken within its words. */
const leastNameWidth = async () =>
  Math.min(
    ...(await page.$$eval('.projects tbody th', (all) => all.map((one) => one.clientWidth))),
  );

const KINDS = ['week', 'day', 'month'] as const;

/** Goes to the day a week ago, or the week or month that it lies in. */
async function goTo(kind: (typeof KINDS)[number]): Promise<void> {
  const period = periodWith(kind, addDays(today, -7), SUNDAY);
  const to = hashOf({ period, project: null });
  await page.evaluate((next) => {
    location.hash = next;
  }, to);
  const named = createDates('en-US').period(period, today);
  await expect.poll(async () => plain(await title())).toBe(plain(named));
}

test.each(KINDS)('axe finds nothing in a %s, and nothing is cut', async (kind) => {
  await goTo(kind);
  expect(await axeViolations(page)).toEqual([]);
  for (const width of [1200, 861, 860, 640, 400, 320]) {
    await page.setViewport({ width, height: 900 });
    expect((await cutTexts(page)).join('\n'), `${width} px`).toBe('');
    expect(await leastNameWidth(), `${width} px`).toBeGreaterThan(60);
  }
  await page.setViewport({ width: 1100, height: 900 });
});

test('the idle time in working hours is named with its hours', async () => {
  await goTo('week');
  const card = () =>
    page.$eval('.card:has(#card-idleInHours)', ({ textContent }) => textContent ?? '');
  expect(plain(await card())).toMatch(
    /^Idle, in working hours(at least )?\d+:\d\dMon – Fri, 9:00 AM – 6:00 PM$/,
  );
});

test('with letters as large as some users have set them, names keep their room', async () => {
  await goTo('month');
  // The page's content security policy forbids style tags.
  await page.evaluate(() => {
    const larger = new CSSStyleSheet();
    larger.replaceSync('.projects * { font-size: 20px !important }');
    document.adoptedStyleSheets = [larger];
  });
  for (const width of [1100, 1000, 861, 640]) {
    await page.setViewport({ width, height: 900 });
    expect((await cutTexts(page)).join('\n'), `${width} px`).toBe('');
    expect(await leastNameWidth(), `${width} px`).toBeGreaterThan(100);
  }
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await page.setViewport({ width: 1100, height: 900 });
});

// Puppeteer cannot show Firefox's pages as if on paper.
test.skipIf(browser === 'firefox').each(KINDS)(
  'on A4, a %s is dark on white, whole, and has nothing to press',
  async (kind) => {
    await goTo(kind);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect((await pressable()).length).toBeGreaterThan(5);
    await page.emulateMediaType('print');
    await page.setViewport({ width: A4_WIDTH, height: 1000 });
    expect(await pressable()).toEqual([]);
    expect((await cutTexts(page)).join('\n')).toBe('');
    expect(await leastNameWidth()).toBeGreaterThan(60);
    expect(await faintTexts()).toEqual([]);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/MediaBox \[0 0 (\d+)[.\d]* (\d+)/)?.slice(1)).toEqual(['594', '841']);
    await page.emulateMediaType();
    await page.emulateMediaFeatures([]);
    await page.setViewport({ width: 1100, height: 900 });
  },
);

test('large amounts and a long name of a project fit, and no ring around the title is printed', async () => {
  const large = (...given: Parameters<typeof madeUpWeeks>) => {
    const { days, sessions } = madeUpWeeks(...given);
    const projectName = 'Sistema de monitoramento integrado para a Secretaria de Planejamento';
    const work = { projectName: `${projectName} e Desenvolvimento Urbano`, hourlyRate: 50_000 };
    return { days, sessions: sessions.map((one) => ({ ...one, ...work })) };
  };
  await plantHistory(here.options, large);
  await page.close();
  page = await open();
  await goTo('month');
  for (const width of [1100, 519, 416, 320]) {
    await page.setViewport({ width, height: 900 });
    expect((await cutTexts(page)).join('\n'), `${width} px`).toBe('');
  }
  await page.setViewport({ width: 1100, height: 900 });
  const heights = await page.$$eval('.tools > *', (all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().top)),
  );
  expect(new Set(heights).size).toBe(1);
  await page.focus('h1');
  await page.keyboard.press('Shift');
  if (browser === 'firefox') return;
  await page.emulateMediaType('print');
  expect(await page.$eval('h1', (one) => getComputedStyle(one).outlineStyle)).toBe('none');
  await page.emulateMediaType();
});

test('while another page holds the database, it says so, and then shows the days', async () => {
  await page.close();
  const release = await holdHistory(here.options);
  page = await here.session.openPage('/history.html', { waitFor: 'main' });
  await waitForText(page, 'The history is still being read.');
  expect(await axeViolations(page)).toEqual([]);
  await release();
  await page.waitForSelector(`[data-date="${today}"] .session`);
  expect(await page.$('.notice')).toBeNull();
});

test('a newer database is told in words, and today is there', async () => {
  await page.evaluate(
    `new Promise((resolve, reject) => {
      const request = indexedDB.open('history', 99);
      request.onsuccess = () => { request.result.close(); resolve(); };
      request.onerror = () => reject(request.error);
    })`,
  );
  await page.close();
  page = await open();
  await waitForText(page, 'A newer version of Olie Timer has kept the history.');
  await page.waitForSelector(`[data-date="${today}"] .session`);
  expect(await axeViolations(page)).toEqual([]);
});
