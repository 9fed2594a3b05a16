import { beforeAll, expect, test } from 'vitest';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { shownText } from '../support/browsers/page.ts';
import { elapsedOn } from '../support/browsers/popup.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';

let { session, options } = {} as World;
const badgeText = async () => (await readToolbar(options)).text;

beforeAll(async () => {
  const made = await world({ browser, services: ['olie'] });
  ({ session, options } = made);
  return made.close;
});
stopAtFirstFailure();

test('a changed preference changes the badge at once', async () => {
  await options.select('#badge-shows', 'nothing');
  await expect.poll(badgeText).toBe('');
  await options.select('#badge-shows', 'total');
  await expect.poll(badgeText).toMatch(/^\d+h$/);
});

test('the next popup writes hours and durations as chosen, and its clock still ticks', async () => {
  await options.select('#hours', '24');
  await options.select('#durations', 'decimal');
  const stored = () => callBrowser(options, "storage.sync.get('preferences')");
  await expect.poll(stored).toMatchObject({ preferences: { hours: '24', durations: 'decimal' } });
  const other = await session.openPage('/popup.html', { waitFor: '.clock' });
  const text = await shownText(other);
  expect(text).not.toMatch(/\d\s[AP]M\b/);
  expect(text).toMatch(/Idle today\s+\d+\.\d\d h/);
  expect(await elapsedOn(other)).not.toBeNull();
  // The button's title is no clock that ticks.
  const title = async () => (await readToolbar(options)).title;
  await expect
    .poll(title)
    .toMatch(/Elapsed: \d+\.\d\d h\nToday: \d+\.\d\d h\nIdle today: \d+\.\d\d h/);
});

test('as the language has it, they are as before anything was chosen', async () => {
  const title = async () => (await readToolbar(options)).title;
  await options.select('#hours', 'language');
  await options.select('#durations', 'language');
  await expect.poll(title).toMatch(/Elapsed: \d+:\d\d:\d\d\n/);
  expect(await options.$eval('select#durations', ({ value }) => value)).toBe('language');
});
