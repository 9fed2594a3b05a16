import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { type World, world } from '../../support/browsers/world.ts';

let { session, options } = {} as World;

beforeAll(async () => {
  const { close, ...made } = await world({ browser: 'chromium', services: ['olie', 'b3os'] });
  ({ session, options } = made);
  return close;
});

/** How far the middle of what is read is from the middle of the window, to the right. */
const besideTheMiddle = (page: Page) =>
  page.$eval('main', (main) => {
    const { left, right } = main.getBoundingClientRect();
    return (left + right - document.documentElement.clientWidth) / 2;
  });

test.each(['options', 'history', 'welcome'])(
  'on a wide screen, what is read on the %s page stands in the middle',
  async (name) => {
    const page = await session.openPage(`/${name}.html`, { waitFor: 'main > *' });
    await page.bringToFront();
    for (const width of [1200, 1600]) {
      await page.setViewport({ width, height: 900 });
      expect(Math.abs(await besideTheMiddle(page)), `${width} px`).toBeLessThan(2);
    }
    await page.close();
  },
);

test('below the bars of a week, all days take one line, or all take two', async () => {
  const history = await session.openPage('/history.html', { waitFor: '.foot .weekday' });
  await history.bringToFront();
  for (const width of [1200, 960, 900, 840, 640, 320]) {
    await history.setViewport({ width, height: 900 });
    const heights = await history.$$eval('.foot', (all) =>
      all.map((one) => Math.round(one.lastElementChild?.getBoundingClientRect().bottom ?? 0)),
    );
    expect(new Set(heights).size, `${width} px`).toBe(1);
  }
  await history.close();
});

test('above what is read, the navigation begins where that begins', async () => {
  await options.bringToFront();
  for (const width of [800, 500]) {
    await options.setViewport({ width, height: 800 });
    const [navigation = 0, main = 0] = await options.$$eval('nav, main', (both) =>
      both.map((one) => one.getBoundingClientRect().left),
    );
    expect(Math.abs(navigation - main), `${width} px`).toBeLessThan(2);
  }
});

test('on a narrow page, the buttons of a service and of a workflow stay at its end', async () => {
  await options.bringToFront();
  await options.setViewport({ width: 320, height: 800 });
  const beforeTheEnd = await options.$$eval('.service .button, .entries .both', (all) =>
    all.map((one) => {
      const line = one.parentElement;
      if (line === null) throw new Error('A button on no line');
      const end = parseFloat(getComputedStyle(line).paddingRight);
      return line.getBoundingClientRect().right - end - one.getBoundingClientRect().right;
    }),
  );
  expect(beforeTheEnd.length).toBe(4);
  for (const gap of beforeTheEnd) expect(Math.abs(gap)).toBeLessThan(2);
});
