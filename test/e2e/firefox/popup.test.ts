import { expect, onTestFinished, test } from 'vitest';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import { evaluateInFirefoxWindow } from '../../support/browsers/firefox-window.ts';
import { world } from '../../support/browsers/world.ts';

/** Address, width and height of the popup; null if none is open. */
const POPUP = `(() => {
  const popup = document.querySelector('browser.webextension-popup-browser');
  const { width, height } = popup?.getBoundingClientRect() ?? {};
  return popup && JSON.stringify([popup.currentURI.spec, width, height]);
})()`;

// WebDriver cannot reach into it: other tests open the same page in a tab.
test('the popup that the toolbar opens is 380 wide, and as tall as its page', async () => {
  const { session, options, close } = await world({ browser: 'firefox', services: ['olie'] });
  onTestFinished(close);
  await options.bringToFront();
  await callBrowser(options, 'action.openPopup()');
  const look = async () =>
    JSON.parse(String(await evaluateInFirefoxWindow(session.browser, POPUP))) ?? [];
  await expect.poll(async () => (await look())[2]).toBeGreaterThan(300);
  const [address, width, height] = await look();
  expect(address).toBe(`${session.extensionOrigin}/popup.html#toolbar`);
  expect(width).toBe(380);
  expect(height).toBeLessThanOrEqual(600);
});
