import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import stored010 from '../fixtures/0.1.0/stored.json' with { type: 'json' };
import { connectB3os, connectOlie, connectZaia } from '../support/browsers/connect.ts';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { openPaths } from '../support/browsers/open-pages.ts';
import { press, shownText, waitForText } from '../support/browsers/page.ts';
import { problemsOn } from '../support/browsers/popup.ts';
import { grantedOrigins } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readBadge } from '../support/browsers/toolbar.ts';
import {
  raiseHistoryVersion,
  readAllStored,
  startUpdated,
  store,
  type Updated,
} from '../support/browsers/updates.ts';
import { textsOf } from '../support/examples/texts.ts';

// A profile of 0.1.0 is updated, put back, and updated again; then it holds what a version after this one has stored.

const t = textsOf('en');
const QUARTER_MS = 15 * 60_000;

let { olie, b3os, zaia, session, install } = {} as Updated;
let options: Page;
/** Before the update. */
let badge: string;
let origins: string[];

beforeAll(async () => {
  const made = await startUpdated(browser);
  ({ olie, b3os, zaia, session, install } = made);
  return made.close;
});
stopAtFirstFailure();

/** The connected services, as the settings on the disk name them. */
const connectedKinds = async () => {
  const { local } = await readAllStored(options);
  return Object(local.settings).connections?.map(({ kind }: { kind: string }) => kind);
};

/** Each service says on the options page that it answers. */
async function expectConnected(): Promise<void> {
  await waitForText(options, 'Test User, AD-1 awdawd\nConnected');
  await waitForText(options, '1 watched, 1 in progress');
  await waitForText(options, `${zaia.url}\nConnected`);
}

/** The fixture's earlier days, moved to the days before today. */
function earlierDays() {
  const { total_time: total, idle_time: idle } = Object(olie.answer());
  const todayMs = Math.round((Date.now() - (total + idle) * 1000) / QUARTER_MS) * QUARTER_MS;
  const byMs = todayMs - stored010.local.glance.startOfDayMs;
  const [feed] = stored010.local.state.feeds;
  const moved = (_: string, value: unknown) =>
    typeof value === 'number' && value > 1e12 ? value + byMs : value;
  return JSON.parse(JSON.stringify(feed?.data.earlier), moved);
}

test('0.1.0 is connected with three services, and knows the days before today', async () => {
  options = await session.openPage('/options.html', { waitFor: 'form' });
  await callBrowser(options, `storage.sync.set(${JSON.stringify(stored010.sync)})`);
  await connectOlie(options, olie);
  await connectB3os(options, b3os.url, b3os.add({ id: 'exe_1', orderId: 'ord_1' }));
  await connectZaia(options, zaia);
  const { local } = await readAllStored(options);
  const state = Object(local.state);
  const [feed, ...others] = state.feeds;
  const withDays = { ...feed, data: { ...feed.data, earlier: earlierDays() } };
  await store(options, { state: { ...state, feeds: [withDays, ...others] } });
  await expect.poll(() => readBadge(options)).toMatch(/^1\dh running$/);
  badge = await readBadge(options);
  origins = await grantedOrigins(options);
  expect(await connectedKinds()).toEqual(['olie', 'workflow', 'agent-runs']);
});

test('after the update all is connected and allowed as before, with the same badge, and nothing is asked', async () => {
  options = await install('today');
  await expectConnected();
  expect(await grantedOrigins(options)).toEqual(origins);
  await expect.poll(() => readBadge(options)).toBe(badge);
  const popup = await session.openPage('/popup.html', { waitFor: '.hero' });
  expect(await popup.$$('.notice')).toEqual([]);
  await waitForText(popup, 'ord_1');
  expect(await openPaths(options)).toEqual(['/options.html', '/popup.html']);
  expect(await shownText(options)).not.toContain(t('setAside'));
});

test('the history has begun with the days that 0.1.0 knew, and the preferences are the same', async () => {
  const known = async () => (await readAllStored(options)).history?.dates.length;
  await expect.poll(known).toBe(4);
  const { local, sync, history } = await readAllStored(options);
  // Four of the days before, and the example's three of today.
  expect(history?.sessions).toBe(7);
  expect(Object.keys(local).sort()).toEqual(['settings', 'state']);
  expect(local.state).toMatchObject({ version: 4, feeds: [{}, {}, {}] });
  expect(sync).toEqual(stored010.sync);
});

test('back at 0.1.0, what today stored is set aside, and comes back with the next update', async () => {
  // Today's version writes them in its own form with the first change.
  await press(options, t('save'), t('agentRuns'));
  await expect.poll(connectedKinds).toEqual(['olie', 'b3os', 'zaia']);
  options = await install('0.1.0');
  await waitForText(options, 'cannot be read by this version');
  await connectOlie(options, olie);
  expect(await connectedKinds()).toEqual(['olie']);
  options = await install('today');
  expect(await shownText(options)).not.toContain(t('setAside'));
  const popup = await session.openPage('/popup.html', { waitFor: '.hero' });
  // 0.1.0 gives back what it does not need. Firefox ignores ports: there it needs the same.
  const left = async () => (await problemsOn(popup)).length;
  await expect.poll(left).toBe(browser === 'firefox' ? 0 : 2);
  for (let before = await left(); before > 0; before = await left()) {
    await press(popup, t('allowAccess'));
    await expect.poll(left).toBeLessThan(before);
  }
  await expectConnected();
  const { local, history } = await readAllStored(options);
  expect(Object(local.state).feeds).toHaveLength(3);
  expect(history?.dates).toHaveLength(4);
});

test('what a version after this one stored is told of, never overwritten, and costs nothing', async () => {
  const { local, sync } = await readAllStored(options);
  const later = (stored: unknown) => ({ ...Object(stored), version: 99, more: 'LATER' });
  const [settings, state] = [later(local.settings), later(local.state)];
  const reminders = later({ ledger: { told: [], open: [], mutedUntilMs: null }, presence: null });
  const preferences = { ...Object(sync.preferences), sound: 'bell', badgeShows: 'all' };
  await raiseHistoryVersion(options);
  await store(options, { settings, state, reminders });
  await callBrowser(options, `storage.sync.set(${JSON.stringify({ preferences })})`);
  options = await install('today');
  await waitForText(options, t('settingsUnreadable'));
  await waitForText(options, t('setAside'));
  await waitForText(options, t('historyNewer'));

  await connectOlie(options, olie);
  await options.select('#when-idle', 'idle');
  await expect.poll(() => readBadge(options)).toMatch(/^\d+m running$/);
  const now = await readAllStored(options);
  expect(now.local).toMatchObject({
    'settings-set-aside': [settings],
    'state-set-aside': [state],
  });
  expect(now.local.reminders).toEqual(reminders);
  expect(now.sync).toEqual({ preferences: { ...preferences, whenIdle: 'idle' } });
  expect(now.history).toMatchObject({ version: 99, sessions: 7 });
});
