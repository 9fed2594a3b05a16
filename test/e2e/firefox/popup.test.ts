import { expect, onTestFinished, test } from 'vitest';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import { inToolbarPage, shownByToolbar } from '../../support/browsers/firefox-toolbar.ts';
import { evaluateInFirefoxWindow } from '../../support/browsers/firefox-window.ts';
import { storeSessions } from '../../support/browsers/stored.ts';
import { world } from '../../support/browsers/world.ts';

/** Pixels of the screen for each of CSS, the size of the popup's page, and where its buttons end. */
const INSIDE = `
  const { document, innerWidth, innerHeight, devicePixelRatio } = content;
  const { scrollWidth, scrollHeight } = document.documentElement;
  const { bottom } = document.querySelector('footer').getBoundingClientRect();
  return {
    ratio: devicePixelRatio,
    width: innerWidth,
    isCut: scrollWidth > innerWidth || scrollHeight > innerHeight,
    isFooterInSight: Math.floor(bottom) <= innerHeight,
  };`;
const SCALE = 'layout.css.devPixelsPerPx';

// WebDriver cannot reach into it: other tests open the same page in a tab.
test('the popup that the toolbar opens is 380 wide, and as tall as its page', async () => {
  const { session, options, close } = await world({ browser: 'firefox', services: ['olie'] });
  onTestFinished(close);
  await options.bringToFront();
  await callBrowser(options, 'action.openPopup()');
  const look = () => shownByToolbar(session.browser, 'popup');
  await expect.poll(async () => (await look())?.height).toBeGreaterThan(300);
  const { address, width, height = 0 } = (await look()) ?? {};
  expect(address).toBe(`${session.extensionOrigin}/popup.html#toolbar`);
  expect(width).toBe(380);
  expect(height).toBeLessThanOrEqual(600);
});

// The window has 1366 × 768 pixels of the screen: at 200 %, the popup is lower than its page would be.
test.each([
  { ratio: 1.5, leastHeight: 300 },
  { ratio: 2, leastHeight: 200 },
])(
  'at $ratio times the size, its page is as wide, whole, and its buttons are in sight',
  async ({ ratio, leastHeight }) => {
    const { session, options, close } = await world({ browser: 'firefox', services: ['olie'] });
    onTestFinished(close);
    const inWindow = (expression: string) => evaluateInFirefoxWindow(session.browser, expression);
    // Other tests use the same browser.
    onTestFinished(async () => {
      await inWindow(`Services.prefs.clearUserPref('${SCALE}')`);
    });
    await storeSessions(options, 20);
    await inWindow(`Services.prefs.setCharPref('${SCALE}', '${ratio}')`);
    await options.bringToFront();
    await callBrowser(options, 'action.openPopup()');
    const heightOf = async () => (await shownByToolbar(session.browser, 'popup'))?.height;
    await expect.poll(heightOf).toBeGreaterThan(leastHeight);
    await expect
      .poll(() => inToolbarPage(session.browser, 'popup', INSIDE))
      .toEqual({ ratio, width: 380, isCut: false, isFooterInSight: true });
  },
);
