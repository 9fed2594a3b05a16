import { expect, onTestFinished, test } from 'vitest';
import { waitForClock } from '../../support/browsers/popup.ts';
import { storeSessions } from '../../support/browsers/stored.ts';
import { world } from '../../support/browsers/world.ts';

// The window of a popup has at most 600 pixels of the screen. At 200 % these are 300 of the page.
test.each([1, 2])(
  'at %d times the size, the popup has one scroll bar, and its buttons are in sight',
  async (zoom) => {
    const { session, options, close } = await world({
      browser: 'chromium',
      services: ['olie'],
      zoom,
    });
    onTestFinished(close);
    await storeSessions(options, 20);
    const popup = await session.openRealPopup(options);
    await waitForClock(popup);
    const look = () =>
      popup.evaluate(() => {
        const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
        const [lists, footer] = ['.lists', 'footer'].map((part) => document.querySelector(part));
        return {
          ratio: devicePixelRatio,
          height: innerHeight,
          isCut: scrollHeight > innerHeight || scrollWidth > clientWidth,
          isFooterInSight:
            Math.floor(footer?.getBoundingClientRect().bottom ?? 9999) <= innerHeight,
          listsHeight: Math.round(lists?.clientHeight ?? 0),
        };
      });
    await expect.poll(look).toMatchObject({ ratio: zoom, isCut: false, isFooterInSight: true });
    // 300 pixels leave no room for a list that scrolls by itself: all of it scrolls, and the list is whole.
    if (zoom > 1) expect((await look()).listsHeight).toBeGreaterThan(100);
  },
);

test('in a tab or a panel, it takes the width that there is, and no number is cut', async () => {
  const { session, close } = await world({ browser: 'chromium', services: ['olie', 'b3os'] });
  onTestFinished(close);
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
