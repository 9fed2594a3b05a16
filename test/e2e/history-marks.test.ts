import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/core/history/calendar.ts';
import { hashOf, periodWith } from '../../lib/core/history/period.ts';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { lostInForcedColours } from '../support/browsers/forced-colours.ts';
import { plantAbsences, plantedDays, plantHistory } from '../support/browsers/planted-history.ts';
import { choose } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';

// What the pictures of the history have beside the bars: the goal, and the times in which nobody was there.

/** The last bar of the week is then that of a Friday, a working day. */
const SATURDAY = 6;

let here: World;
let page: Page;

beforeAll(async () => {
  here = await world({ browser, services: ['olie'] });
  const planted = await plantHistory(here.options);
  const { today, personId } = planted;
  const week = periodWith('week', addDays(today.date, -7), SATURDAY);
  const friday = plantedDays(planted).find(({ date }) => date === addDays(week.from, 6));
  const [part] = friday?.parts ?? [];
  if (part === undefined) throw new Error('There is no session on the Friday');
  const middleMs = (part.fromMs + part.toMs) / 2;
  await plantAbsences(here.options, personId, [{ fromMs: middleMs, toMs: part.toMs }]);
  await showGoal(4);
  const at = hashOf({ period: week, project: null });
  page = await here.session.openPage(`/history.html${at}`, { waitFor: '.bar .away' });
  await page.bringToFront();
  return here.close;
});

const showGoal = (hours: number) =>
  choose(here.options, { weekStart: SATURDAY, dailyGoalS: hours * 3600 });

/** The texts that the number of the goal lies upon, and the places for bars. */
const underGoal = () =>
  page.evaluate(() => {
    const boxOf = (one: Element) => one.getBoundingClientRect();
    const goal = document.querySelector('.goal .duration');
    if (goal === null) return ['no goal'];
    const { left, right, top, bottom } = boxOf(goal);
    return [...document.querySelectorAll('.plot :is(.column, .label > *, .scale > *)')]
      .filter((one) => one.textContent !== '' || one.matches('.column'))
      .filter((one) => {
        const box = boxOf(one);
        return box.left < right && box.right > left && box.top < bottom && box.bottom > top;
      })
      .map((one) => `${one.className} ${one.textContent}`);
  });

// Some of them are near a number of the scale, or near the top of a bar.
test.each([1, 4, 5, 6, 7, 8, 10, 11.5])(
  'a goal of %d hours is written beside the bars',
  async (hours) => {
    await showGoal(hours);
    const iso = `PT${hours * 3600}S`;
    await page.waitForSelector(`.goal [datetime="${iso}"]`);
    for (const width of [1200, 861, 640, 320]) {
      await page.setViewport({ width, height: 900 });
      expect(await underGoal(), `${width} px`).toEqual([]);
    }
    await page.setViewport({ width: 1200, height: 900 });
    expect(await axeViolations(page)).toEqual([]);
  },
);

test('beside a long list of projects, the bars stay as tall as a window', async () => {
  const height = () => page.$eval('.plot', (plot) => plot.getBoundingClientRect().height);
  const before = await height();
  await page.$eval('.projects tbody', (body) => {
    for (let row = 0; row < 40; row++) body.insertRow().insertCell().textContent = 'One more';
  });
  expect(await page.$eval('.projects', ({ clientHeight }) => clientHeight)).toBeGreaterThan(1000);
  expect(await height()).toBeGreaterThanOrEqual(before);
  expect(await height()).toBeLessThan(600);
  await page.$eval('.projects tbody', (body) => {
    for (const row of [...body.rows].slice(-40)) row.remove();
  });
});

// Puppeteer cannot force colours in Firefox.
test.skipIf(browser === 'firefox')(
  'the goal and the absences are seen with forced colours',
  async () => {
    for (const scheme of ['light', 'dark']) {
      expect(await lostInForcedColours(page, scheme), scheme).toEqual([]);
    }
  },
);
