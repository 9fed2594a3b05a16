import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { callBrowser, evaluateText } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { runRound } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';

// The browser's real notifications. Each test goes on where the one before it stopped.

const HOUR_MS = 3_600_000;
const ALL_DAY = { workDays: [1, 2, 3, 4, 5, 6, 7], workFromMin: 0, workToMin: 1440 };

let here: World;
let { options, olie, b3os } = {} as World;

beforeAll(async () => {
  here = await world({ browser, services: ['olie', 'b3os'] });
  ({ options, olie, b3os } = here);
  return here.close;
});
stopAtFirstFailure();

/** Without a screen, browsers close notifications by themselves: Firefox at once, Chromium after eight seconds. */
const NOTICE = `(() => {
  const api = (globalThis.browser ?? chrome).notifications;
  globalThis.noticed = [];
  api.onClosed.addListener((id) => noticed.push(id));
})()`;
/** The ids of the notifications that the browser shows or has shown, once each. */
const noticed = async () => {
  const text = `(globalThis.browser ?? chrome).notifications.getAll().then((all) =>
    [...new Set([...Object.keys(all), ...noticed])].sort().join())`;
  return String(await evaluateText(options, text)).split(',');
};
/** What was told, and when: the ledger. */
const told = async () => {
  const { reminders } = Object(await callBrowser(options, "storage.local.get('reminders')"));
  return (reminders?.ledger.told ?? []) as { rule: string; toldAtMs: number; isShown: boolean }[];
};
const round = () => runRound(options, 'user');

/** Switches reminders on with these rules and at any time, and a goal that the documented day has reached. */
async function remind(rules: object): Promise<void> {
  const preferences = { dailyGoalS: 3600, reminders: { isOn: true, ...ALL_DAY, rules } };
  await callBrowser(options, `storage.sync.set(${JSON.stringify({ preferences })})`);
}

/** The running execution began so long ago. */
function runFor(ms: number): void {
  const { current_execution: current } = olie.answer() as { current_execution: object };
  const start = new Date(Date.now() - ms).toISOString();
  olie.set({ current_execution: { ...current, started_at: start } });
}

async function allowNotifications(page: Page): Promise<void> {
  if (browser === 'chromium') return;
  await page.bringToFront();
  // Only in a click's own turn.
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'allow';
    button.textContent = 'Allow';
    button.onclick = () =>
      (
        globalThis as never as { browser: { permissions: { request(wanted: object): void } } }
      ).browser.permissions.request({ permissions: ['notifications'] });
    document.body.prepend(button);
  });
  await page.click('#allow');
  await page.$eval('#allow', (button) => button.remove());
}

test('each rule tells once, and what is not true any more is taken back', async () => {
  await allowNotifications(options);
  await evaluateText(options, NOTICE);
  await remind({ 'still-running': 2, 'after-hours': 'off' });
  await round();
  const goal = expect.stringMatching(/^olie:goal:\d{4}-\d\d-\d\d$/);
  await expect.poll(noticed).toEqual([goal]);
  runFor(2 * HOUR_MS);
  b3os.advance('exe_1', 'workflow_failed');
  await round();
  const long = `olie:still-running:${olie.executionId}`;
  await expect.poll(noticed).toEqual([goal, long, expect.stringMatching(/^olie:workflow-failed:/)]);
  olie.set(null);
  olie.stop();
  await round();
  const isShown = async () => (await told()).map((one) => [one.rule, one.isShown]).sort();
  await expect.poll(isShown).toEqual([
    ['goal', true],
    ['still-running', false],
    ['workflow-failed', true],
  ]);
});

test('a worker that starts again tells nothing twice', async () => {
  const before = await told();
  await here.session.killWorker();
  await round();
  await round();
  expect(await told()).toEqual(before);
});

test('without the permission nothing is told, and nothing is taken for told', async ({ skip }) => {
  if (browser === 'chromium') skip('The copy for tests cannot give it back');
  const before = await told();
  await callBrowser(options, "permissions.remove({ permissions: ['notifications'] })");
  olie.start();
  runFor(3 * HOUR_MS);
  await round();
  await round();
  expect(await told()).toEqual(before);
});
