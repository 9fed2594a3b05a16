import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { axeViolations } from '../support/browsers/accessibility.ts';
import { curlOf } from '../support/browsers/connect.ts';
import { callBrowser } from '../support/browsers/evaluate.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { type ManagedBrowser, startManaged, whyNotManaged } from '../support/browsers/managed.ts';
import {
  fill,
  labelled,
  paste,
  press,
  shownText,
  tick,
  waitForText,
} from '../support/browsers/page.ts';
import { runRound } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { type StandIns, startStandIns } from '../support/stand-ins/stand-ins.ts';

// An organization manages the browser. Each test goes on where the one before it stopped.

const why = whyNotManaged(browser);
let here: ManagedBrowser;
let services: StandIns;
let options: Page;

beforeAll(async () => {
  if (why !== null) return;
  services = await startStandIns();
  here = await startManaged(browser, {
    addresses: { olie: services.olie.url, b3os: 'not an address' },
    addressesLocked: true,
    hiddenServices: ['zaia', 'a later one'],
    olieWebAddress: 'https://company.example',
    refreshEveryS: 300,
    badgeShows: 'nothing',
    // No such choice: the user's own counts.
    whenIdle: 'later',
    remindersOff: true,
    historyOff: true,
    // A token has no place there.
    token: 'not-read',
  });
  return async () => {
    await here.close();
    await services.close();
  };
});
beforeEach(({ skip }) => skip(why !== null, why ?? ''));
stopAtFirstFailure();

/** What a field says of itself to the keyboard and to screen readers. */
const fieldOf = async (label: string) =>
  (await labelled(options, label)).evaluate((field) => {
    field.focus();
    const says = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    return {
      value: field.value,
      isReadOnly: field.readOnly,
      isReached: document.activeElement === field,
      says: says.map((id) => document.getElementById(id)?.textContent).join(' '),
    };
  });
const preferences = async () => {
  const stored = await callBrowser(options, `storage.sync.get('preferences')`);
  return Object(stored).preferences;
};

/** Evaluated on a page: how many rows the history's database has. */
async function rowsInHistory(): Promise<number> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('history'));
  const names = [...database.objectStoreNames];
  if (names.length === 0) return 0;
  const transaction = database.transaction(names);
  const counts = await Promise.all(
    names.map((name) => done(transaction.objectStore(name).count())),
  );
  database.close();
  return counts.reduce((sum, count) => sum + count);
}

test('what is set is shown as set, can be reached, and cannot be changed', async () => {
  options = await here.session.openPage('/options.html', { waitFor: '#badge-shows' });
  const set = { isReadOnly: true, isReached: true, says: 'Set by your organization.' };
  await expect
    .poll(() => fieldOf('API address'), { timeout: 30_000 })
    .toEqual({
      ...set,
      value: services.olie.url,
    });
  expect(await fieldOf('Refresh every')).toEqual({ ...set, value: '5 minutes' });
  expect(await fieldOf('Badge shows')).toEqual({ ...set, value: 'Nothing' });
  expect(await options.$('select#when-idle')).not.toBeNull();
  expect(await axeViolations(options)).toEqual([]);
});

test('a hidden service is not offered', async () => {
  expect(await options.$('#workflows-title')).not.toBeNull();
  expect(await options.$('#agent-runs-title')).toBeNull();
  expect(await shownText(options)).not.toMatch(/agent runs/i);
});

test('a switch that is set stays as it is', async () => {
  await tick(options, 'Remind me');
  expect(await (await labelled(options, 'Remind me')).evaluate(({ checked }) => checked)).toBe(
    false,
  );
});

test('a request to another address is refused, and nothing of it is filled in', async () => {
  await paste(options, 'API token', curlOf({ ...services.olie, url: 'https://elsewhere.example' }));
  await waitForText(options, `Your organization allows only ${services.olie.url}`);
  expect(await (await labelled(options, 'API token')).evaluate(({ value }) => value)).toBe('');
});

test('the token goes to the address of the organization', async () => {
  await fill(options, 'API token', services.olie.token);
  await fill(options, 'Execution ID', services.olie.executionId);
  await press(options, 'Save');
  await waitForText(options, 'Connected');
  expect(services.olie.requests.length).toBeGreaterThan(0);
  await expect.poll(async () => (await readToolbar(options)).title).toContain('AD-1');
  expect((await readToolbar(options)).text, 'the badge shows nothing').toBe('');
});

test("a choice of the user is stored, and the organization's is not", async () => {
  await options.select('#durations', 'decimal');
  await expect.poll(async () => (await preferences()).durations).toBe('decimal');
  expect(await preferences()).toEqual({ durations: 'decimal' });
});

test('no history is written, and the pages say so', async () => {
  const text = 'Your organization has switched the history off: nothing is kept.';
  await waitForText(options, text);
  for (const path of ['/history.html', '/popup.html']) {
    const page = await here.session.openPage(path);
    await waitForText(page, text);
    await page.close();
  }
  // Pages open it to read it.
  expect(await options.evaluate(rowsInHistory)).toBe(0);
});

test('once the organization lets go, what the user had counts again', async ({ skip }) => {
  skip(browser === 'firefox', 'Firefox reads what is set when it starts');
  await here.set({});
  await options.waitForSelector('select#badge-shows', { timeout: 30_000 });
  expect(await options.$eval('#badge-shows', (field) => Reflect.get(field, 'value'))).toBe(
    'elapsed',
  );
  await options.waitForSelector('#agent-runs-title');
  // The worker follows by itself.
  await expect.poll(async () => (await readToolbar(options)).text).not.toBe('');
  await runRound(options, 'user');
  await expect.poll(() => options.evaluate(rowsInHistory)).toBeGreaterThan(0);
});
