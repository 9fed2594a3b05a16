import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { clickOn } from '../support/browsers/click.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import {
  errorAt,
  fill,
  labelled,
  press,
  shownText,
  tick,
  waitForText,
} from '../support/browsers/page.ts';
import { openAll } from '../support/browsers/popup.ts';
import { runRound } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';

// Each test goes on where the one before it stopped.

const SECTION = 'Agent runs';
/** As the stand-in tells of each run. */
const QUESTION = 'Where is <b>order 4711</b>?';

let { session, options, zaia } = {} as World;
let popup: Page;
/** By its id, by its address, by its message, and on the popup. */
let [byId, byAddress, byMessage, pressed] = ['', '', '', ''];

beforeAll(async () => {
  const made = await world({ browser, services: ['zaia'] });
  ({ session, options, zaia } = made);
  return made.close;
});
stopAtFirstFailure();

/** The ids of the rows of the popup, in order. */
const rows = () =>
  popup.$$eval('.item', (items) =>
    items.map(({ id, textContent }) => id.replace('run-', '') || (textContent ?? '')),
  );
const statusOf = (id: string) =>
  popup.$eval(`[id="run-${id}"] .chip`, (chip) => chip.getAttribute('data-status'));
const listed = () =>
  options.$$eval('.entries .name', (names) => names.map(({ textContent }) => textContent));
const askedFor = (id: string) => zaia.requests.filter(({ path }) => path.endsWith(`/${id}`)).length;

/** Opens the run's row. Its nesting moves the rest down as it comes. */
async function open(id: string): Promise<void> {
  const row = `[id="run-${id}"]`;
  await clickOn(popup, `${row} summary`);
  await popup.waitForSelector(`${row} .tree`);
}

async function followOnOptions(text: string): Promise<void> {
  await fill(options, 'Follow a run', text, SECTION);
  await press(options, 'Follow', SECTION);
}

test('a run is followed by its id, an address or its chat message, and stands on top', async () => {
  [byId, byAddress, byMessage] = [zaia.startRun(), zaia.startRun(), zaia.startRun()];
  // Off the first page.
  for (let run = 0; run < 12; run += 1) zaia.endRun(zaia.startRun());
  await followOnOptions(byId);
  await expect.poll(listed).toEqual([byId]);
  await followOnOptions(`${zaia.url}/api/v1/executions/${byAddress}`);
  await expect.poll(listed).toEqual([byAddress, byId]);
  await followOnOptions(zaia.messageOf(byMessage));
  await expect.poll(listed).toEqual([byMessage, byAddress, byId]);
  await waitForText(options, 'Followed.');
  popup = await session.openPage('/popup.html', { waitFor: '.item .chip' });
  await expect.poll(async () => (await rows()).slice(0, 3)).toEqual([byMessage, byAddress, byId]);
});

test('what is no id, and an id that Zaia does not know, are refused with a word', async () => {
  await followOnOptions('my run');
  expect(await errorAt(options, 'Follow a run', SECTION)).toContain('There is no ID in this.');
  await followOnOptions(crypto.randomUUID());
  await waitForText(options, 'Zaia knows no run and no chat message with this ID.');
  expect(await listed()).toHaveLength(3);
});

test('a followed run is shown as it goes on, and not asked for once it has ended', async () => {
  expect(await statusOf(byId)).toBe('running');
  zaia.endRun(byId, 'failed');
  await press(popup, 'Refresh');
  await expect.poll(() => statusOf(byId)).toBe('failed');
  const before = askedFor(byId);
  const others = askedFor(byAddress);
  await runRound(options, 'user');
  await expect.poll(() => askedFor(byAddress)).toBeGreaterThan(others);
  expect(askedFor(byId)).toBe(before);
});

test('an opened run can be followed on the popup, and left again', async () => {
  pressed = (await rows())[5] ?? '';
  await open(pressed);
  await press(popup, 'Follow');
  await expect.poll(async () => (await rows())[0]).toBe(pressed);
  await expect.poll(listed).toContain(pressed);
  await press(popup, 'Unfollow');
  await expect.poll(async () => (await rows())[0]).toBe(byMessage);
  await expect.poll(listed).not.toContain(pressed);
});

test('its details are asked for when they are opened, and its text stays text', async () => {
  await open(byId);
  const before = askedFor(byId);
  await openAll(popup);
  await waitForText(popup, QUESTION);
  expect(askedFor(byId)).toBe(before + 1);
  const text = await shownText(popup);
  for (const words of ['Started', 'Ended', 'Updated', 'Responder', 'Workspace', byId]) {
    expect(text).toContain(words);
  }
  expect(await popup.$('.json b')).toBeNull();
  expect(await axeViolations(popup)).toEqual([]);
  expect(await axeViolations(options)).toEqual([]);
});

test('an id can be copied', async () => {
  await clickOn(popup, 'button[aria-label="Copy Run ID"]');
  await popup.waitForFunction(() =>
    [...document.querySelectorAll('.copy [role="status"]')].some(
      ({ textContent }) => textContent === 'Copied',
    ),
  );
});

test('runs that another run called are left out until the box is left, on either page', async () => {
  const child = zaia.startRun({ parentId: byAddress });
  await press(popup, 'Refresh');
  await tick(popup, 'Only top-level runs');
  await expect.poll(rows).toContain(child);
  const preference = await labelled(options, 'Only top-level runs', 'Badge and popup');
  const isTicked = () => preference.evaluate(({ checked }) => checked);
  await expect.poll(isTicked).toBe(false);
  // Another choice on the page does not bring it back.
  await options.select('#refresh-every', '120');
  await waitForText(options, 'Saved');
  expect(await isTicked()).toBe(false);
  expect(await rows()).toContain(child);
  await tick(options, 'Only top-level runs', 'Badge and popup');
  await expect.poll(rows).not.toContain(child);
});

test('the parent of a run is a link to its row', async () => {
  await popup.bringToFront();
  const child = zaia.startRun({ parentId: byAddress });
  await press(popup, 'Refresh');
  await tick(popup, 'Only top-level runs');
  await open(child);
  await openAll(popup);
  const link = `[id="run-${child}"] a[href="#run-${byAddress}"]`;
  await clickOn(popup, link);
  const focused = () => popup.evaluate(() => document.activeElement?.closest('.item')?.id);
  await expect.poll(focused).toBe(`run-${byAddress}`);
});

test('unfollowed on the options page, they leave the top', async () => {
  for (const left of [2, 1, 0]) {
    await press(options, 'Unfollow', SECTION);
    await expect.poll(listed).toHaveLength(left);
  }
  await expect.poll(async () => (await shownText(popup)).includes('· followed')).toBe(false);
});
