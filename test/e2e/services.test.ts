import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { clickOn } from '../support/browsers/click.ts';
import { connectB3os, connectZaia } from '../support/browsers/connect.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import {
  errorAt,
  fill,
  press,
  pressAndConfirm,
  shownText,
  waitForText,
} from '../support/browsers/page.ts';
import { grantedOrigins, runRound, storedText } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readBadge, readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';
import type { AddedWorkflow } from '../support/stand-ins/b3os.ts';

// Workflows and agent runs without a timer. Each test goes on where the one before it stopped.

let { session, options, b3os, zaia } = {} as World;
let popup: Page;
let workflow: AddedWorkflow;

beforeAll(async () => {
  const made = await world({ browser });
  ({ session, options, b3os, zaia } = made);
  return made.close;
});
stopAtFirstFailure();

const badge = () => readBadge(options);
const statusShown = () => popup.$eval('.chip', (chip) => chip.getAttribute('data-status'));

test('before anything is connected, the popup offers one button and the badge is empty', async () => {
  popup = await session.openPage('/popup.html', { waitFor: '.welcome' });
  expect(await shownText(popup)).toContain('Connect Olie');
  expect(await readToolbar(popup)).toMatchObject({
    text: '',
    title: 'Olie Timer\nNot connected to Olie yet',
  });
  await popup.close();
});

test('mistakes are shown at their fields', async () => {
  await fill(options, 'API address', 'http://api.olie.ai');
  await fill(options, 'API token', 'clave🔑');
  await fill(options, 'Execution ID', 'a/b');
  await press(options, 'Save');
  await expect.poll(() => errorAt(options, 'API address')).toContain('must begin with https://');
  expect(await errorAt(options, 'API token')).toContain('cannot be sent');
  expect(await errorAt(options, 'Execution ID')).toContain('no spaces and no /, ? or #');
});

test('a pasted curl command adds a workflow, and the badge counts it', async () => {
  workflow = b3os.add({ id: 'exe_77', orderId: 'ord_77', metadata: { customer: 'Ana <b>' } });
  await connectB3os(options, b3os.url, workflow);
  await waitForText(options, 'Connected: ord_77');
  await expect.poll(badge).toBe('1 workflow');
  expect(await options.content()).not.toContain(workflow.token);
});

test('the same execution cannot be added twice', async () => {
  await connectB3os(options, b3os.url, workflow);
  expect(await errorAt(options, 'Execution ID', 'Workflows')).toContain('watched already');
});

test('an edited workflow keeps its token, and a wrong token can be corrected', async () => {
  await press(options, 'Edit', 'Workflows');
  await fill(options, 'Label', 'Kit da Ana', 'Workflows');
  await press(options, 'Save workflow', 'Workflows');
  await waitForText(options, 'Kit da Ana');
  await waitForText(options, 'Connected: ord_77');
  await press(options, 'Edit', 'Workflows');
  await fill(options, 'Client token', 'ct_wrong_one', 'Workflows');
  await press(options, 'Save workflow', 'Workflows');
  await waitForText(options, 'B3OS refused the token.');
  await fill(options, 'Client token', workflow.token, 'Workflows');
  await press(options, 'Save workflow', 'Workflows');
  await waitForText(options, 'Connected: ord_77');
  expect(await options.$$('.entries li')).toHaveLength(1);
});

test('the popup follows the workflow through its statuses, and shows its events and metadata', async () => {
  popup = await session.openPage('/popup.html', { waitFor: '.item .chip' });
  expect(await statusShown()).toBe('awaiting_payment');
  for (const status of ['payment_confirmed', 'workflow_queued', 'workflow_running']) {
    b3os.advance(workflow.id, status);
    await press(popup, 'Refresh');
    await expect.poll(statusShown).toBe(status);
  }
  await clickOn(popup, '.item summary');
  const text = await shownText(popup);
  expect(text).toContain('customer');
  expect(text).toContain('Ana <b>');
  expect(await popup.$$('.events li')).toHaveLength(4);
});

test('a workflow that fails turns the badge red until the popup is opened', async () => {
  await popup.close();
  b3os.advance(workflow.id, 'workflow_failed');
  // A round that was already running had asked before: whoever asks meanwhile shares its answers.
  const badgeAfterRound = async () => {
    await runRound(options, 'user');
    return badge();
  };
  await expect.poll(badgeAfterRound).toBe('! alert');
  expect((await readToolbar(options)).title).toContain('Kit da Ana failed');
  // A side panel is open all day, whether somebody is there or not.
  const panel = await session.openPage('/sidepanel.html', { waitFor: '.unseen .chip' });
  await runRound(options, 'user');
  await expect.poll(badge).toBe('! alert');
  await panel.close();
  popup = await session.openPage('/popup.html', { waitFor: '.item .chip' });
  await expect.poll(async () => (await readToolbar(options)).text).toBe('');
  expect(await statusShown()).toBe('workflow_failed');
});

test('a workflow that has ended is not asked for again', async () => {
  const before = b3os.requests.length;
  await runRound(options, 'popup');
  expect(b3os.requests.length).toBe(before);
});

test('agent runs: the badge counts the running ones, one opens its children, and more can be loaded', async () => {
  await connectZaia(options, zaia);
  await expect.poll(badge).toMatch(/^1 /);
  await waitForText(popup, 'credits today');
  const rows = async () => (await popup.$$('section section:has(.more) .item')).length;
  expect(await rows()).toBe(10);
  await popup.$eval('details:has([data-status="completed"])', (run) =>
    run.setAttribute('open', ''),
  );
  await popup.waitForSelector('.tree li');
  await press(popup, 'Load more');
  await expect.poll(rows).toBe(20);
});

test('a refused key shows in its own section only', async () => {
  zaia.fail({ status: 401, body: { message: 'Invalid key' } });
  await press(popup, 'Refresh');
  await waitForText(popup, 'Zaia refused the token.');
  expect(await shownText(popup)).toContain('This may be out of date.');
  expect(await statusShown()).toBe('workflow_failed');
  await expect.poll(badge).toMatch(/^! /);
  zaia.fail(null);
});

test('after Remove and Disconnect nothing is left', async () => {
  await pressAndConfirm(options, 'Remove finished', 'Workflows');
  await waitForText(options, 'Removed');
  await pressAndConfirm(options, 'Disconnect', 'Agent runs');
  await waitForText(options, 'Disconnected.');
  await waitForText(popup, 'Connect Olie');
  const stored = await storedText(options);
  expect(stored).not.toContain(workflow.token);
  expect(stored).not.toContain(zaia.apiKey);
  // In Chromium, the copy for tests has this permission from the start.
  const left = browser === 'firefox' ? [] : ['http://127.0.0.1/*'];
  expect(await grantedOrigins(options)).toEqual(left);
});
