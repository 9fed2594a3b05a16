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
    // What is left of the window without the rest of the popup is too low for a list of its own.
    if (zoom > 1) expect((await look()).listsHeight).toBeGreaterThan(100);
  },
);
