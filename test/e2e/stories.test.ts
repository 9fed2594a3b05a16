import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { curlOf } from '../support/browsers/connect.ts';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import {
  fill,
  paste,
  press,
  pressAndConfirm,
  shownText,
  waitForText,
} from '../support/browsers/page.ts';
import {
  durationsOn,
  elapsedOn,
  expectWithinASecond,
  numberOn,
  waitForClock,
} from '../support/browsers/popup.ts';
import { grantedOrigins, storedText } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { nextBadge, readBadge, readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';
import { until } from '../support/until.ts';

// One person's day with the timer. Each test goes on where the one before it stopped.

let { olie, session, options } = {} as World;
let popup: Page;

beforeAll(async () => {
  const made = await world({ browser });
  ({ olie, session, options } = made);
  return made.close;
});
stopAtFirstFailure();

const badge = () => readBadge(options);
const badgeText = async () => (await readToolbar(options)).text;
const popupText = () => shownText(popup);
/** A field of the stand-in's answer, in seconds. */
const answered = (name: string) => Number(olie.answer()[name]);

test('a pasted curl command fills the form, Test connection stores nothing, and Save connects', async () => {
  await paste(options, 'Execution ID', curlOf(olie));
  await press(options, 'Test connection');
  await waitForText(options, 'It works: Test User, AD-1 awdawd. Nothing was saved yet.');
  expect(await badgeText()).toBe('');
  await press(options, 'Save');
  await waitForText(options, 'Connected: Test User, AD-1 awdawd');
  expect(olie.requests.map(({ authorization }) => authorization)).toEqual([
    `Bearer ${olie.token}`,
    `Bearer ${olie.token}`,
  ]);
  expect(await options.content()).not.toContain(olie.token);
});

test('the badge turns within two seconds of the true minute', { timeout: 90_000 }, async () => {
  // The stand-in answers as documented.
  const { started_at } = olie.answer().current_execution as { started_at: string };
  // It may be late with this minute as the test begins.
  const minutes = await until(async () => {
    const before = Math.floor((Date.now() - Date.parse(started_at)) / 60_000);
    return (await badge()) === `${before}m running` && before + 1;
  }, 'the badge of this minute');
  const dueMs = Date.parse(started_at) + minutes * 60_000;
  const { badgeMs, timerMs } = await nextBadge(options, dueMs);
  expect(await badge()).toBe(`${minutes}m running`);
  // How late a plain timer of the browser is, is the machine's own.
  expect(badgeMs - Math.max(dueMs, timerMs)).toBeLessThan(2000);
  expect(badgeMs).toBeGreaterThanOrEqual(dueMs);
});

test('the popup shows the right numbers, and its clock ticks', async () => {
  popup = await session.openPage('/popup.html', { waitFor: 'footer' });
  const first = await waitForClock(popup);
  const finishedS = 35_865;
  await expectWithinASecond(
    () => elapsedOn(popup),
    () => answered('total_time') - finishedS,
  );
  for (const [caption, field] of [
    ['Today', 'total_time'],
    ['This project', 'current_project_total_time'],
  ] as const) {
    await expectWithinASecond(
      () => numberOn(popup, caption),
      () => answered(field),
    );
  }
  expect(await numberOn(popup, 'Idle today')).toBe(answered('idle_time'));
  await expect.poll(() => elapsedOn(popup)).toBeGreaterThanOrEqual(first + 2);
  const text = await popupText();
  for (const shown of ['AD-1', 'awdawd', 'tres · funil do abacaxi', '4:38:21', '5:19:24']) {
    expect(text).toContain(shown);
  }
  expect(text).toMatch(/adjusted; originally \S+ [AP]M – \S+ [AP]M/);
});

test('the popup shows what is expected of the project, with a bar that needs no colour', async () => {
  const estimate = await popup.waitForSelector('[data-estimate]');
  const text = await estimate?.evaluate((element) => element.textContent);
  expect(text).toMatch(/^10:3\d of 16:00 h expected · 800 expected at 50 an hour$/);
  const share = await popup.$eval('.spent span', (bar) => {
    const { borderTopWidth } = getComputedStyle(bar);
    const { width } = bar.getBoundingClientRect();
    return { borderTopWidth, share: width / (bar.parentElement?.clientWidth ?? 0) };
  });
  expect(share.borderTopWidth).toBe('3px');
  expect(share.share).toBeCloseTo(0.66, 1);
  expect(olie.aside).toHaveLength(1);
});

test('a timer that is stopped elsewhere stops here, and idle time grows', async () => {
  olie.stop();
  await press(popup, 'Refresh');
  await waitForText(popup, 'No timer running');
  await expect.poll(badgeText).toBe('');
  expect(await elapsedOn(popup)).toBeNull();
  const idle = (await numberOn(popup, 'Idle today')) ?? Number.NaN;
  await expect.poll(() => numberOn(popup, 'Idle today')).toBeGreaterThan(idle);
});

test('another timer shows on the badge and in the popup, and the next request asks for it', async () => {
  const id = olie.start({
    project: { id: 'p-2', code: 'BX-7', name: 'Site <b>novo</b>' },
    hourlyRate: 90,
  });
  await press(popup, 'Refresh');
  await waitForText(popup, 'Site <b>novo</b>');
  await expect.poll(badgeText).toBe('<1m');
  await waitForText(popup, 'Amount so far');
  expect(await waitForClock(popup)).toBeLessThan(10);
  await press(popup, 'Refresh');
  await expect.poll(() => olie.requests.at(-1)?.path.endsWith(id)).toBe(true);
});

test('an account that hides times shows what runs, without any duration', async () => {
  olie.set({ hidden_timers: true });
  await press(popup, 'Refresh');
  await waitForText(popup, 'Your account hides times');
  await expect.poll(badgeText).toBe('•');
  expect(await durationsOn(popup)).toEqual([]);
  expect((await readToolbar(options)).title).not.toMatch(/\d:\d\d/);
  olie.set(null);
  await press(popup, 'Refresh');
  await waitForClock(popup);
});

test('while the server is down the clock goes on, and the notice goes when it is back', async () => {
  await olie.pause();
  await press(popup, 'Refresh');
  await waitForText(popup, 'Olie cannot be reached');
  expect(await popupText()).toContain('Next try');
  const shown = await waitForClock(popup);
  await expect.poll(() => elapsedOn(popup)).toBeGreaterThan(shown);
  await olie.resume();
  await press(popup, 'Refresh');
  await expect.poll(popupText).not.toContain('cannot be reached');
});

test('a refused token turns the badge red, keeps what was shown, and waits for the user', async () => {
  olie.fail({ status: 401, body: { message: 'Unauthenticated.' } });
  await press(popup, 'Refresh');
  await waitForText(popup, 'Olie refused the token.');
  expect(await popupText()).toContain('Olie says: Unauthenticated.');
  expect(await popupText()).toContain('BX-7');
  await expect.poll(badge).toBe('! alert');
  expect((await readToolbar(options)).title).toContain('Olie refused the token.');
  olie.fail(null);
  await fill(options, 'API token', olie.token);
  await press(options, 'Save');
  await waitForText(options, 'Connected: Test User, BX-7');
  await expect.poll(popupText).not.toContain('refused');
  await expect.poll(badgeText).toBe('<1m');
});

test('the alarm starts a killed worker, and the badge goes on', async () => {
  await session.killWorker();
  await callBrowser(options, `action.setBadgeText({ text: 'dead' })`);
  await callBrowser(
    options,
    `alarms.create('tick', { when: Date.now() + 500, periodInMinutes: 1 })`,
  );
  await expect.poll(badgeText).toMatch(/^(<1|\d+)m$/);
});

test('Disconnect removes the token, the id and the answers', async () => {
  await pressAndConfirm(options, 'Disconnect');
  await waitForText(options, 'Disconnected.');
  await expect.poll(badgeText).toBe('');
  await waitForText(popup, 'Connect Olie');
  const stored = await storedText(options);
  expect(stored).not.toContain(olie.token);
  expect(stored).not.toContain('awdawd');
  // In Chromium, the copy for tests has this permission from the start.
  const left = browser === 'firefox' ? [] : ['http://127.0.0.1/*'];
  expect(await grantedOrigins(options)).toEqual(left);
});
