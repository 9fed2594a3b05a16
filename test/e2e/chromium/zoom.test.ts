import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { cutTexts } from '../../support/browsers/cut-texts.ts';
import { waitForClock } from '../../support/browsers/popup.ts';
import { makeUnseen, runRound, storeSessions } from '../../support/browsers/stored.ts';
import { type World, world } from '../../support/browsers/world.ts';

let { session, options } = {} as World;
let settings: Page;

beforeAll(async () => {
  const { b3os, workflows, close, ...made } = await world({
    browser: 'chromium',
    services: ['olie', 'b3os'],
    workflows: (standIn) => ['exe_1', 'exe_2', 'exe_3'].map((id) => standIn.add({ id })),
  });
  ({ session, options } = made);
  await storeSessions(options, 20);
  for (const { id } of workflows) b3os.advance(id, 'workflow_failed');
  await runRound(options, 'user');
  settings = await session.browser.newPage();
  await settings.goto('chrome://settings/appearance');
  return async () => {
    // Other tests use this browser too.
    await setZoom(1);
    await close();
  };
});

/** As users set it for all pages. A popup has no zoom of its own. */
const setZoom = (zoom: number) =>
  settings.evaluate(`chrome.settingsPrivate.setDefaultZoom(${zoom})`);

// The window of a popup has at most 800 × 600 pixels of the screen. At 200 % these are 400 × 300 of the page.
test.each([1, 2, 2.5, 3])(
  'at %d times the size, the popup is as wide as its window allows, and its buttons are in sight',
  async (zoom) => {
    await setZoom(zoom);
    await makeUnseen(options);
    const popup = await session.openRealPopup(options);
    await waitForClock(popup);
    const look = () =>
      popup.evaluate(() => {
        const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
        const [lists, footer] = ['.lists', 'footer'].map((part) => document.querySelector(part));
        const scrolling = [...document.querySelectorAll('html, body *')].filter(
          (one) =>
            one.scrollHeight > one.clientHeight + 1 &&
            /auto|scroll/.test(getComputedStyle(one).overflowY),
        );
        return {
          ratio: devicePixelRatio,
          width: innerWidth,
          height: innerHeight,
          isCut: scrollHeight > innerHeight || scrollWidth > clientWidth,
          isFooterInSight:
            Math.floor(footer?.getBoundingClientRect().bottom ?? 9999) <= innerHeight,
          listsHeight: Math.round(lists?.clientHeight ?? 0),
          scrolling: scrolling.map(({ tagName, className }) => className || tagName),
        };
      });
    const width = Math.min(380, 800 / zoom);
    await expect.poll(look).toMatchObject({
      ...{ ratio: zoom, isCut: false, isFooterInSight: true },
      // 300 pixels leave no room for a list that scrolls by itself: all of it scrolls, and the list is whole.
      scrolling: zoom > 1 ? ['MAIN'] : ['unseen', 'lists'],
    });
    const seen = await look();
    expect(Math.abs(seen.width - width)).toBeLessThan(2);
    expect(await cutTexts(popup)).toEqual([]);
    if (zoom > 1) expect(seen.listsHeight).toBeGreaterThan(100);
    await popup.close();
  },
);

test('in a tab or a panel, it takes the width that there is, and no number is cut', async () => {
  await setZoom(1);
  const popup = await session.openPage('/popup.html', { waitFor: '.item .stages' });
  await popup.bringToFront();
  for (const width of [240, 320, 380, 800, 1200]) {
    await popup.setViewport({ width, height: 600 });
    const cut = await popup.$$eval('html, .number > *, .heading > *, .clock', (found) =>
      found.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    );
    expect(cut, `${width} px`).toEqual([]);
    const { left, right } = await popup.$eval('.popup', (it) =>
      it.getBoundingClientRect().toJSON(),
    );
    expect(Math.abs(width - right - left), `${width} px: in the middle`).toBeLessThan(2);
  }
});
