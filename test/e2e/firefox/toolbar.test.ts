import { afterEach, beforeAll, expect, test } from 'vitest';
import { callBrowser } from '../../support/browsers/evaluate.ts';
import {
  chooseInMenu,
  closeToolbarPages,
  inToolbarPage,
  menuOfButton,
  pressAltShift,
  pressInToolbarPage,
  shownByToolbar,
  type ToolbarPage,
} from '../../support/browsers/firefox-toolbar.ts';
import { evaluateInFirefoxWindow } from '../../support/browsers/firefox-window.ts';
import { openedPage, openPaths } from '../../support/browsers/open-pages.ts';
import { waitForText } from '../../support/browsers/page.ts';
import { choose, letTimePass } from '../../support/browsers/stored.ts';
import { type World, world } from '../../support/browsers/world.ts';

// The real popup, sidebar and menu.

let here: World;
let { browser } = {} as World['session'];

beforeAll(async () => {
  here = await world({ browser: 'firefox', services: ['olie'] });
  ({ browser } = here.session);
  await here.options.bringToFront();
  return here.close;
});
afterEach(() => closeToolbarPages(browser));

const textIn = async (page: ToolbarPage) =>
  String(await inToolbarPage(browser, page, 'return content.document.body.innerText'));
const addressOf = async (page: ToolbarPage) => (await shownByToolbar(browser, page))?.address;

test('the popup opens the sidebar, which has the same clock, and closes', async () => {
  await callBrowser(here.options, 'action.openPopup()');
  await pressInToolbarPage(browser, 'popup', 'footer .panel');
  await expect
    .poll(() => addressOf('sidebar'))
    .toBe(`${here.session.extensionOrigin}/sidepanel.html`);
  await expect.poll(() => addressOf('popup')).toBeUndefined();
  const clock = () =>
    inToolbarPage(
      browser,
      'sidebar',
      "return content.document.querySelector('[role=timer]')?.innerText",
    );
  await expect.poll(clock).toMatch(/^0:[34]\d:\d\d$/);
  const first = await clock();
  await expect.poll(clock).not.toBe(first);
  // As narrow as Firefox makes it.
  const isCut =
    'const { scrollWidth, clientWidth } = content.document.documentElement; return scrollWidth > clientWidth;';
  expect(await inToolbarPage(browser, 'sidebar', isCut)).toBe(false);
  await choose(here.options, { sidePanel: false });
  await expect
    .poll(() => textIn('sidebar'))
    .toContain('The side panel is switched off in the options.');
  await choose(here.options, {});
  await expect.poll(clock).toMatch(/^0:[34]\d:\d\d$/);
});

test('the menu has no line for what is switched off', async () => {
  const lines = ['Refresh', "Copy today's summary", 'History', 'Open the side panel'];
  await expect.poll(() => menuOfButton(browser)).toEqual(lines);
  await choose(here.options, { sidePanel: false });
  await expect.poll(() => menuOfButton(browser)).toEqual(lines.slice(0, 3));
  await choose(here.options, {});
  await expect.poll(() => menuOfButton(browser)).toEqual(lines);
});

test('the menu refreshes, also if the background had ended', async () => {
  await letTimePass(here.options, 10_000);
  await here.session.killWorker();
  const before = here.olie.requests.length;
  await chooseInMenu(browser, 'Refresh');
  await expect.poll(() => here.olie.requests.length).toBe(before + 1);
});

test('the menu opens the history', async () => {
  await chooseInMenu(browser, 'History');
  await expect.poll(() => openPaths(here.options)).toContain('/history.html');
  const history = await openedPage(here.session, '/history.html', here.options);
  await waitForText(history, 'AD-1');
  await history.close();
  await here.options.bringToFront();
});

test('the menu opens the sidebar', async () => {
  await chooseInMenu(browser, 'Open the side panel');
  await expect.poll(() => textIn('sidebar')).toContain('AD-1');
});

test("the menu copies today's summary through the popup, once somebody presses there", async () => {
  await chooseInMenu(browser, "Copy today's summary");
  await expect.poll(() => textIn('popup')).toContain('Press Copy: the browser lets only you copy.');
  await pressInToolbarPage(browser, 'popup', '[role=status] + button');
  await expect.poll(() => textIn('popup')).toContain("Today's summary is on the clipboard.");
  const copied = await evaluateInFirefoxWindow(browser, 'navigator.clipboard.readText()');
  expect(copied).toMatch(/^AD-1 awdawd: 10:3\d:\d\d\nIn total: 10:3\d:\d\d$/m);
});

test('the key of the manifest opens the popup', async () => {
  await pressAltShift(browser, 'O');
  await expect.poll(() => textIn('popup')).toContain('AD-1');
});
