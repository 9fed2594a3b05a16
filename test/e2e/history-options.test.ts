import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { addMonths } from '../../lib/core/history/calendar.ts';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { clickOn } from '../support/browsers/click.ts';
import { callBrowser, evaluateText } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { errorAt, fill, press, shownText, waitForText } from '../support/browsers/page.ts';
import { plantHistory } from '../support/browsers/planted-history.ts';
import { chooseFile } from '../support/browsers/settings-file.ts';
import { makeTemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';
import { madeUpWeeks } from '../support/examples/made-up-weeks.ts';

// Goals, the week and the history's end, as a person sets them. Each test goes on where the one before it stopped.

let here: World;
let popup: Page;

beforeAll(async () => {
  here = await world({ browser, services: ['olie'] });
  await plantHistory(here.options);
  popup = await here.session.openPage('/popup.html', { waitFor: '.week .column' });
  return here.close;
});
stopAtFirstFailure();

const columns = () =>
  popup.$$eval('.column .letter', (letters) => letters.map(({ textContent }) => textContent));
const openPopup = async () => {
  await popup.close();
  popup = await here.session.openPage('/popup.html', { waitFor: '.week .column' });
};

/** By how much the place that is kept free for the week is taller than the week, in pixels. */
const roomLeft = () =>
  popup.$eval('.week-place', (place) => {
    const height = place.firstElementChild?.getBoundingClientRect().height ?? 0;
    return Number.parseFloat(getComputedStyle(place).minHeight) - height;
  });

test('the popup shows the week, with a bar for each day that has time', async () => {
  expect(await columns()).toEqual(['S', 'M', 'T', 'W', 'T', 'F', 'S']);
  expect(await popup.$$('.column .time')).not.toHaveLength(0);
  expect(await popup.$('.goal-text')).toBeNull();
  const total = await popup.$eval('.week h2 time', ({ dateTime }) => dateTime);
  expect(total).toMatch(/^PT\d+S$/);
  // Nothing moves when it comes.
  expect(Math.abs(await roomLeft())).toBeLessThan(1);
});

test('earlier days are listed below, each with its total', async () => {
  await popup.$eval('.lists', (lists) => lists.scrollTo(0, lists.scrollHeight));
  await expect
    .poll(() => popup.$$('.lists h2.heading').then(({ length }) => length))
    .toBeGreaterThan(4);
});

test('what is no goal is refused at its field', async () => {
  await fill(here.options, 'Daily goal', 'eight');
  await expect
    .poll(() => errorAt(here.options, 'Daily goal'))
    .toContain('Write hours, such as 8 or 7:30');
  await fill(here.options, 'Daily goal', '25');
  await expect.poll(() => errorAt(here.options, 'Daily goal')).toContain('at most 24:00');
});

test('a goal and the first day of the week are in the next popup', async () => {
  await fill(here.options, 'Daily goal', '7:30');
  await here.options.select('#week-begins', '1');
  await expect
    .poll(async () => {
      await openPopup();
      return columns();
    })
    .toEqual(['M', 'T', 'W', 'T', 'F', 'S', 'S']);
  await waitForText(popup, 'of 7:30 today');
  await waitForText(popup, 'Today, of 7:30');
  expect(await popup.$eval('.number.today dt time', ({ dateTime }) => dateTime)).toBe('PT27000S');
  expect(Math.abs(await roomLeft())).toBeLessThan(1);
  expect(await axeViolations(popup)).toEqual([]);
});

test('a goal is saved once, when it is typed to its end', async () => {
  await evaluateText(here.options, 'void (globalThis.goals = [])');
  await callBrowser(
    here.options,
    'storage.sync.onChanged.addListener(({ preferences }) => goals.push(preferences.newValue.dailyGoalS))',
  );
  await here.options.bringToFront();
  const field = await here.options.waitForSelector('#daily-goal');
  await field?.click({ count: 3 });
  // So slowly that the 1 would be saved as well.
  await field?.type('12', { delay: 400 });
  await here.options.keyboard.press('Tab');
  const goals = () => evaluateText(here.options, 'goals.join()');
  await expect.poll(goals, { timeout: 1_500 }).toBe('43200');
});

test('what was chosen is called saved where it was chosen', async () => {
  const said = (group: string) =>
    here.options.$$eval(`#${group} .message`, (lines) =>
      lines.map(({ textContent }) => textContent).join(' '),
    );
  await here.options.select('#keep-history', '12');
  await expect.poll(() => said('history-and-backup')).toContain('Saved');
  expect(await said('badge-and-popup')).not.toContain('Saved');
  await here.options.select('#week-begins', '7');
  await expect.poll(() => said('badge-and-popup')).toContain('Saved');
  expect(await said('history-and-backup')).not.toContain('Saved');
});

test('what would be deleted because it is older is asked about first', async () => {
  await plantHistory(here.options, (before, zone, personId) =>
    madeUpWeeks(addMonths(before, -6), zone, personId),
  );
  const chosen = () => here.options.$eval('select#keep-history', ({ value }) => value);
  const choose = async () => {
    await here.options.select('#keep-history', '3');
    await here.options.waitForSelector('dialog[open]');
  };
  const cutOnNarrowPage = async () => {
    const viewport = here.options.viewport();
    await here.options.setViewport({ width: 320, height: 900 });
    const cut = await here.options.$$eval('.plan li > *', (parts) =>
      parts
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
        )
        .map(({ textContent }) => textContent),
    );
    await here.options.setViewport(viewport);
    return cut;
  };
  const losses = /days: \d\d, sessions: \d\d+/;
  await choose();
  await waitForText(here.options, 'Delete what is older than 3 months?');
  expect(await shownText(here.options)).toMatch(losses);
  expect(await axeViolations(here.options)).toEqual([]);
  await press(here.options, 'Cancel');
  await here.options.waitForSelector('dialog[open]', { hidden: true });
  expect(await chosen()).toBe('12');
  // A file may choose it, too.
  const folder = await makeTemporaryFolder('settings');
  const preferences = { historyMonths: 3 };
  const file = { program: 'olie-timer', version: 2, connections: [], preferences };
  await chooseFile(here.options, 'Import settings', folder, JSON.stringify(file));
  await waitForText(here.options, 'Keep the history for: 3 months');
  expect(await shownText(here.options)).toMatch(losses);
  expect(await cutOnNarrowPage()).toEqual([]);
  folder.remove();
  await press(here.options, 'Cancel');
  await choose();
  await press(here.options, 'Delete older days');
  await expect.poll(chosen).toBe('3');
});

test('Delete history asks first, and says how much goes', async () => {
  await press(here.options, 'Delete history');
  await here.options.waitForSelector('dialog[open]');
  expect(await shownText(here.options)).toMatch(/days: \d\d+, sessions: \d\d+/);
  expect(await axeViolations(here.options)).toEqual([]);
  await press(here.options, 'Cancel');
  await here.options.waitForSelector('dialog[open]', { hidden: true });
  await openPopup();
  await expect.poll(() => popup.$$('.lists h2.heading')).not.toHaveLength(2);
});

test('Disconnect keeps the history, unless the box is ticked', async () => {
  await press(here.options, 'Disconnect');
  await here.options.waitForSelector('dialog[open]');
  expect(await shownText(here.options)).toContain('The history of your days is kept.');
  await clickOn(here.options, 'dialog input[type=checkbox]');
  await clickOn(here.options, 'dialog .danger');
  await waitForText(
    here.options,
    'Disconnected. Token, ID and answers were deleted. The history was deleted.',
  );
  const history = await here.session.openPage('/history.html', { waitFor: 'main > *' });
  await expect.poll(() => history.$$('[data-date]').then(({ length }) => length)).toBe(0);
});
