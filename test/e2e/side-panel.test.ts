import type { Page } from 'puppeteer-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { press, shownText, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, waitForClock } from '../support/browsers/popup.ts';
import { choose } from '../support/browsers/stored.ts';
import { type World, world } from '../support/browsers/world.ts';
import { until } from '../support/until.ts';

const browser = inject('browser');
let { session, options } = {} as World;

beforeAll(async () => {
  const made = await world({ browser, services: ['olie'] });
  ({ session, options } = made);
  return made.close;
});

async function openPanel(width: number): Promise<Page> {
  const panel = await session.openPage('/sidepanel.html', { waitFor: 'footer' });
  await panel.setViewport({ width, height: 500 });
  await waitForClock(panel);
  return panel;
}

test('the side panel is the popup, 240 px wide, with the same clock', async () => {
  const [panel, popup] = [
    await openPanel(240),
    await session.openPage('/popup.html', { waitFor: 'footer' }),
  ];
  const shown = await waitForClock(popup);
  expect(Math.abs(((await elapsedOn(panel)) ?? 0) - shown)).toBeLessThanOrEqual(1);
  const { scrollWidth, clientWidth } = await panel.evaluate(() => {
    const page = document.documentElement;
    return { scrollWidth: page.scrollWidth, clientWidth: page.clientWidth };
  });
  // A scroll bar at its side may take room.
  expect(scrollWidth).toBe(clientWidth);
  expect(clientWidth).toBeGreaterThan(220);
  // It is open already.
  await popup.waitForSelector('footer .panel');
  expect(await panel.$('footer .panel')).toBeNull();
  await popup.close();
  await panel.close();
});

test('it opens where it was scrolled to', async () => {
  const scrolled = (page: Page) => page.$eval('.lists', ({ scrollTop }) => Math.round(scrollTop));
  const panel = await openPanel(360);
  const scroll = () =>
    panel.$eval('.lists', (lists) => {
      lists.scrollTop = 40;
      return lists.scrollTop;
    });
  // Once the week is there, it is long enough.
  await expect.poll(scroll).toBe(40);
  const kept = () => callBrowser(options, "storage.session.get('panelScroll')");
  await expect.poll(kept).toEqual({ panelScroll: 40 });
  await panel.close();
  const again = await openPanel(360);
  await expect.poll(() => scrolled(again)).toBe(40);
  // The popup begins at its top.
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await waitForClock(popup);
  expect(await scrolled(popup)).toBe(0);
  await popup.close();
  await again.close();
});

test('it says that it is switched off, and is there again at once', async () => {
  const panel = await openPanel(360);
  await choose(options, { sidePanel: false });
  await waitForText(panel, 'The side panel is switched off in the options.');
  expect(await elapsedOn(panel)).toBeNull();
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  expect(await popup.$('footer .panel')).toBeNull();
  await choose(options, { sidePanel: true });
  await waitForClock(panel);
  await popup.waitForSelector('footer .panel');
  await popup.close();
  await panel.close();
});

test('a popup that the menu asked to copy copies today, or offers a button where it may not', async () => {
  // As the menu does before it opens the popup.
  await callBrowser(options, 'storage.session.set({ copyAsked: Date.now() })');
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  const outcome = await until(async () => {
    const text = await shownText(popup);
    return /on the clipboard|Press Copy/.exec(text)?.[0];
  }, 'what became of it');
  if (outcome === 'Press Copy') {
    await press(popup, 'Copy');
    await waitForText(popup, "Today's summary is on the clipboard.");
  }
  await popup.close();
  // Only the one that was asked for.
  const next = await session.openPage('/popup.html', { waitFor: 'footer' });
  await waitForClock(next);
  expect(await shownText(next)).not.toMatch(/clipboard|Press Copy/);
  await next.close();
});

test("the project has a link to the company's Olie once its address is known", async () => {
  const popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  await waitForClock(popup);
  expect(await popup.$('a.olie')).toBeNull();
  await options.bringToFront();
  await options.locator('#olie-web-address').fill('https://company.example/projects/9?tab=1');
  await options.keyboard.press('Enter');
  await popup.waitForSelector('a.olie');
  expect(await popup.$eval('a.olie', (link) => (link as HTMLAnchorElement).href)).toMatch(
    /^https:\/\/company\.example\/projects\/[^/]+\/details\/overview$/,
  );
  await options.bringToFront();
  await options.locator('#olie-web-address').fill('ftp://company.example');
  await options.keyboard.press('Enter');
  await waitForText(options, 'https');
  expect(await options.$eval('#olie-web-address', (field) => field.ariaInvalid)).toBe('true');
  await popup.close();
});

test('a button that goes once it has helped hands the focus on to Refresh', async () => {
  const panel = await openPanel(360);
  await callBrowser(options, "runtime.sendMessage({ kind: 'mute', until: 'today' })");
  const unmute = await panel.waitForSelector('.muted button');
  await unmute?.press('Enter');
  await panel.waitForSelector('.muted', { hidden: true });
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Refresh');
  await panel.close();
});
