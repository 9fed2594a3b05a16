import { beforeAll, describe, expect, test } from 'vitest';
import { clickOn } from '../support/browsers/click.ts';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { giveFirefoxADesktop } from '../support/browsers/firefox-desktop.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { waitForText } from '../support/browsers/page.ts';
import {
  allowNotifications,
  bePresentFor,
  mutedIn,
  noticedIn,
  openPopups,
  remindOf,
  shownIn,
  sleepFor,
  toldIn,
  watchNotifications,
} from '../support/browsers/reminding.ts';
import { runRound } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';
import { textsOf } from '../support/examples/texts.ts';

// The browser's real notifications. Each test goes on where the one before it stopped.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const t = textsOf('en');

let here: World;
let { options, olie, b3os, zaia } = {} as World;
const round = () => runRound(options, 'user');
const told = () => toldIn(options);
const noticed = () => noticedIn(options);

beforeAll(async () => {
  here = await world({
    browser,
    services: ['olie', 'b3os', 'zaia'],
    workflows: (service) => ['exe_1', 'exe_2'].map((id) => service.add({ id, orderId: id })),
  });
  ({ options, olie, b3os, zaia } = here);
  if (browser === 'firefox') {
    await giveFirefoxADesktop(here.session.browser);
    await allowNotifications(options);
  }
  await watchNotifications(options);
  return here.close;
});
stopAtFirstFailure();

/** The running execution began so long ago. */
function runFor(ms: number): void {
  const { current_execution: current } = olie.answer() as { current_execution: object };
  const start = new Date(Date.now() - ms).toISOString();
  olie.set({ current_execution: { ...current, started_at: start } });
}

/** Nine tenths of the expected hours are tracked on a project that begins now; then all of them. */
async function expectHours(tracked: number): Promise<void> {
  olie.expect({ expected: 36_000, before: tracked * 36_000 });
  const { project } = Object(olie.answer().current_execution);
  olie.set(null);
  olie.start({ project: { ...project, id: `p-${tracked}` } });
  // The estimate comes with a request of its own, after the round.
  await round();
}

let run = '';
/** A run that is seen before it ends. */
async function runEnds(status: string): Promise<void> {
  run = zaia.startRun();
  await round();
  zaia.endRun(run, status);
}

const ID = '[\\w-]+';
const DATE = '\\d{4}-\\d\\d-\\d\\d';

describe('each rule tells once, also if the worker starts again', () => {
  test.each<[rule: string, choice: string | number, occurrence: string, make: () => unknown]>([
    ['goal', 'on', DATE, () => undefined],
    ['still-running', 2, ID, () => runFor(2 * HOUR_MS)],
    ['after-hours', 'on', `${ID} ${DATE}`, () => undefined],
    ['away', 15, `${ID} \\d+`, () => sleepFor(options, 20 * MINUTE_MS)],
    ['expected', 'on', 'p-0.9 80', () => expectHours(0.9)],
    ['expected', 'on', 'p-1 100', () => expectHours(1)],
    [
      'not-started',
      5,
      DATE,
      async () => {
        olie.set({ current_execution: null, recent_executions: [] });
        await bePresentFor(options, 6 * MINUTE_MS);
      },
    ],
    ['workflow-failed', 'on', ID, () => b3os.advance('exe_1', 'workflow_failed')],
    ['workflow-ended', 'on', ID, () => b3os.advance('exe_2', 'workflow_succeeded')],
    ['run-failed', 'on', ID, () => runEnds('failed')],
    ['run-ended', 'on', ID, () => runEnds('completed')],
  ])('%s (%s)', async (rule, choice, occurrence, make) => {
    await remindOf(options, { [rule]: choice }, rule === 'after-hours' ? 11 : undefined);
    await round();
    await make();
    await round();
    const id = expect.stringMatching(new RegExp(`^olie:${rule}:${occurrence}$`));
    await expect.poll(noticed).toContainEqual(id);
    const isIt = (one: { rule: string; occurrence: string }) =>
      one.rule === rule && new RegExp(`^${occurrence}$`).test(one.occurrence);
    const once = (await told()).filter(isIt);
    expect(once).toHaveLength(1);
    await here.session.killWorker();
    await round();
    expect((await told()).filter(isIt)).toEqual(once);
  });
});

/** A reminder that has just been shown. */
async function another(): Promise<string> {
  await remindOf(options, { 'run-ended': 'on' });
  await runEnds('completed');
  await round();
  const id = `olie:run-ended:${run}`;
  await expect.poll(() => shownIn(options)).toContain(id);
  return id;
}

test('closing or ignoring one does nothing', async () => {
  const [closed, ignored] = [await another(), await another()];
  const before = await told();
  await callBrowser(options, `notifications.clear('${closed}')`);
  await expect.poll(noticed).toContain(closed);
  await round();
  expect(await told()).toEqual(before);
  expect(await shownIn(options)).not.toContain(closed);
  expect(await shownIn(options)).toContain(ignored);
  expect(await openPopups(options)).toBe(0);
});

test('a click opens the popup, also if the worker had ended', async () => {
  const id = await another();
  await here.session.killWorker();
  await here.session.actOnNotification('click', id, options);
  await expect.poll(() => openPopups(options)).toBe(1);
  await expect.poll(() => shownIn(options)).not.toContain(id);
});

test('its button mutes for today', async ({ skip }) => {
  if (browser === 'firefox') skip('Notifications of Firefox have no buttons');
  const id = await another();
  await here.session.killWorker();
  await here.session.actOnNotification('press', id, options);
  const midnightMs = new Date().setHours(24, 0, 0, 0);
  await expect.poll(async () => Math.abs(Number(await mutedIn(options)) - midnightMs)).toBe(0);
  await expect.poll(() => shownIn(options)).not.toContain(id);
  const before = await told();
  await runEnds('completed');
  await round();
  expect(await told()).toEqual(before);
});

test('without the permission nothing is told or taken for told, and the popup says so until it is given', async ({
  skip,
}) => {
  if (browser === 'chromium') skip('test/e2e/chromium/withdrawn.test.ts has it');
  const before = await told();
  await callBrowser(options, "permissions.remove({ permissions: ['notifications'] })");
  await runEnds('completed');
  await round();
  await round();
  expect(await told()).toEqual(before);
  const popup = await here.session.openPage('/popup.html', { waitFor: 'footer' });
  await waitForText(popup, t('remindNotAllowed'));
  await popup.bringToFront();
  await clickOn(popup, '.muted button');
  await popup.waitForSelector('.muted', { hidden: true });
  await popup.close();
  await round();
  const id = `olie:run-ended:${run}`;
  await expect.poll(() => shownIn(options)).toContain(id);
});
