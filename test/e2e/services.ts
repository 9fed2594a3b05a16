import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserKind } from '../../tools/find-browser.mjs';
import { addWorkflow, connectAgentRuns } from '../support/browsers/connect.ts';
import type { ExtensionBrowser } from '../support/browsers/extension-browser.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { errorAt, fill, press, shownText, waitForText } from '../support/browsers/page.ts';
import { startSession } from '../support/browsers/session.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { grantedOrigins, storedText } from '../support/browsers/what-is-kept.ts';
import { type StandIns, startStandIns } from '../support/stand-ins/stand-ins.ts';
import { until } from '../support/until.ts';

const RED = [198, 40, 40];
const BLUE = [58, 79, 196];

/** Workflows and agent runs without a timer, in order: each test goes on where the one before it stopped. */
export function tellOfServices(kind: BrowserKind): void {
  describe(`workflows and agent runs in ${kind}`, () => {
    let session: ExtensionBrowser;
    let services: StandIns;
    let options: Page;
    let popup: Page;
    let workflow: { id: string; token: string };

    beforeAll(async () => {
      services = await startStandIns();
      session = await startSession(kind);
      options = await session.openPage('/options.html', { waitFor: '#workflow-token' });
    });
    afterAll(async () => {
      await session?.close();
      await services?.close();
    });
    stopAtFirstFailure();

    const badge = () => readToolbar(options);
    const statusShown = () =>
      popup.evaluate(() => document.querySelector('.chip')?.getAttribute('data-status'));
    const refreshUntil = async (status: string) => {
      await press(popup, 'Refresh');
      await until(async () => (await statusShown()) === status, `the status ${status}`);
    };

    test('before anything is connected, the popup offers one button and the badge is empty', async () => {
      popup = await session.openPage('/popup.html', { waitFor: '.welcome' });
      expect(await shownText(popup)).toContain('Connect Olie');
      expect(await readToolbar(popup)).toMatchObject({
        text: '',
        title: 'Olie Timer\nNot connected to Olie yet',
      });
      await popup.close();
    });

    test('mistakes are refused at the field where they are', async () => {
      await fill(options, 'API address', 'http://api.olie.ai');
      await fill(options, 'API token', 'clave🔑');
      await fill(options, 'Execution ID', 'a/b');
      await press(options, 'Save');
      expect(await errorAt(options, 'API address')).toContain('must begin with https://');
      expect(await errorAt(options, 'API token')).toContain('cannot be sent');
      expect(await errorAt(options, 'Execution ID')).toContain('no spaces and no /, ? or #');
    });

    test('a pasted curl command adds a workflow, and the badge counts it', async () => {
      const { b3os } = services;
      workflow = b3os.add({ id: 'exe_77', orderId: 'ord_77', metadata: { customer: 'Ana <b>' } });
      await addWorkflow(options, b3os.url, workflow);
      await waitForText(options, 'Connected: ord_77');
      await until(async () => (await badge()).text === '1', 'the badge to count one');
      expect(await badge()).toMatchObject({ colour: BLUE });
      expect(await options.evaluate(() => document.documentElement.outerHTML)).not.toContain(
        workflow.token,
      );
    });

    test('the same execution twice is refused', async () => {
      await addWorkflow(options, services.b3os.url, workflow);
      expect(await errorAt(options, 'Execution ID', 'Workflows')).toContain('watched already');
    });

    test('an edited one keeps its token; a wrong token is refused at its field, and mended there', async () => {
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
      expect(await options.$$eval('.entries li', (rows) => rows.length)).toBe(1);
    });

    test('the popup follows it through its statuses, and shows its events and what it is about', async () => {
      popup = await session.openPage('/popup.html', { waitFor: '.item .chip' });
      expect(await statusShown()).toBe('awaiting_payment');
      for (const status of ['payment_confirmed', 'workflow_queued', 'workflow_running'] as const) {
        services.b3os.advance(workflow.id, status);
        await refreshUntil(status);
      }
      await popup.click('.item summary');
      const text = await shownText(popup);
      expect(text).toContain('customer');
      expect(text).toContain('Ana <b>');
      const events = await popup.$$eval('.events li', (rows) => rows.length);
      expect(events).toBe(4);
    });

    test('one that fails turns the badge red, names it, and is seen once the popup is opened', async () => {
      await popup.close();
      services.b3os.advance(workflow.id, 'workflow_failed');
      await options.evaluate(
        `(globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'refresh', asker: 'user' })`,
      );
      await until(async () => (await badge()).text === '!', 'the badge to be red');
      expect(await badge()).toMatchObject({ colour: RED });
      expect((await badge()).title).toContain('Failed: Kit da Ana');
      popup = await session.openPage('/popup.html', { waitFor: '.item .chip' });
      await until(async () => (await badge()).text === '', 'the badge to be clear');
      expect(await statusShown()).toBe('workflow_failed');
    });

    test('what has ended is not asked for again by alarms and open popups', async () => {
      const before = services.b3os.requests.length;
      await options.evaluate(
        `(globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'refresh', asker: 'popup' })`,
      );
      expect(services.b3os.requests.length).toBe(before);
    });

    test('agent runs: what goes on is counted, a nesting opens, more are loaded', async () => {
      await connectAgentRuns(options, services.zaia);
      await until(async () => (await badge()).text === '1', 'the badge to count the running one');
      await waitForText(popup, 'credits today');
      const rows = () => popup.$$eval('section section:has(.more) .item', (items) => items.length);
      expect(await rows()).toBe(10);
      await popup.evaluate(() => {
        const run = document.querySelector<HTMLDetailsElement>(
          'details:has([data-status="completed"])',
        );
        if (run) run.open = true;
      });
      await popup.waitForSelector('.tree li');
      await press(popup, 'Load more');
      await until(async () => (await rows()) === 20, 'twenty runs');
    });

    test('a refused key says so in its section, and does not touch the rest', async () => {
      services.zaia.fail({ status: 401, body: { message: 'Invalid key' } });
      await press(popup, 'Refresh');
      await waitForText(popup, 'Zaia refused the token.');
      expect(await shownText(popup)).toContain('What is shown is old.');
      expect(await statusShown()).toBe('workflow_failed');
      await until(async () => (await badge()).text === '!', 'the badge to need the user');
      services.zaia.fail(null);
    });

    test('removed and disconnected, nothing is left of them', async () => {
      await press(options, 'Remove ended', 'Workflows');
      await waitForText(options, 'Removed');
      await press(options, 'Disconnect', 'Agent runs');
      await waitForText(options, 'Disconnected.');
      await waitForText(popup, 'Connect Olie');
      const stored = await storedText(options);
      expect(stored).not.toContain(workflow.token);
      expect(stored).not.toContain(services.zaia.apiKey);
      expect(await grantedOrigins(options)).toEqual(
        kind === 'firefox' ? [] : ['http://127.0.0.1/*'],
      );
    });
  });
}
