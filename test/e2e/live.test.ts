import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { clickOn } from '../support/browsers/click.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import {
  errorAt,
  paste,
  press,
  shownText,
  valueIn,
  waitForText,
} from '../support/browsers/page.ts';
import { problemsOn } from '../support/browsers/popup.ts';
import { storedText } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';
import type { AddedWorkflow } from '../support/stand-ins/b3os.ts';
import { STREAM_FAULTS } from '../support/stand-ins/event-streams.ts';
import { until } from '../support/until.ts';

// A workflow that is pasted as JSON, opened, and followed live. Each test goes on where the one before it stopped.

let { session, options, b3os } = {} as World;
let popup: Page;
let workflow: AddedWorkflow;

beforeAll(async () => {
  const made = await world({ browser });
  ({ session, options, b3os } = made);
  return made.close;
});
stopAtFirstFailure();

const openPopup = () => session.openPage('/popup.html', { waitFor: '.item .chip' });
const statusShown = () => popup.$eval('.chip', (chip) => chip.getAttribute('data-status'));
const isListening = () => expect.poll(b3os.streams.open).toEqual([workflow.id]);
const createdBy = (clientToken: string) =>
  JSON.stringify({ code: 201, data: { clientToken, execution: { id: workflow.id } } }, null, 2);

/** A status that it does not have. */
const other = () =>
  b3os.executionOf(workflow.id)?.status === 'workflow_running'
    ? 'workflow_waiting'
    : 'workflow_running';

/**
 * Takes a step of the workflow.
 * @returns after how many milliseconds the popup shows it
 */
async function stepMs(to = other()): Promise<number> {
  // Both processes go by this computer's clock.
  const seen = popup.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const chip = document.querySelector('.chip');
        if (chip === null) throw new Error('There is no chip');
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(chip, { attributeFilter: ['data-status'] });
      }),
  );
  // The observer must be there.
  await popup.evaluate(() => undefined);
  const beginMs = Date.now();
  const status = b3os.advance(workflow.id, to);
  const tookMs = (await seen) - beginMs;
  expect(await statusShown()).toBe(status);
  return tookMs;
}

test('an API key is refused as soon as it is pasted, with the reason', async () => {
  workflow = b3os.add({ id: 'exe_77', orderId: 'ord_77', metadata: { customer: 'Ana' } });
  await paste(options, 'Execution ID', createdBy('b3sk_live_1'), 'Workflows');
  await expect
    .poll(() => errorAt(options, 'Client token', 'Workflows'))
    .toContain('This is an API key');
  await press(options, 'Add workflow', 'Workflows');
  await expect
    .poll(() => errorAt(options, 'Client token', 'Workflows'))
    .toContain('This is an API key');
  expect(await storedText(options)).not.toContain('b3sk_');
});

test('the pasted answer of the creating call adds a workflow', async () => {
  await paste(options, 'API address', `${b3os.url}/v1/public/executions/x`, 'Workflows');
  await paste(options, 'Execution ID', createdBy(workflow.token), 'Workflows');
  await waitForText(options, 'Filled from what you pasted');
  expect(await valueIn(options, 'Execution ID', 'Workflows')).toBe(workflow.id);
  expect(await valueIn(options, 'API address', 'Workflows')).toBe(b3os.url);
  await press(options, 'Add workflow', 'Workflows');
  await waitForText(options, 'Connected: ord_77');
  expect(b3os.streams.opened).toEqual([]);
});

test('opened, it shows each documented field', async () => {
  b3os.advance(workflow.id, 'workflow_running');
  popup = await openPopup();
  await press(popup, 'Refresh');
  await expect.poll(statusShown).toBe('workflow_running');
  await clickOn(popup, '.item summary');
  const text = await shownText(popup);
  const { checkoutSessionId, workflowId, runId, paymentStatus, events } =
    b3os.executionOf(workflow.id) ?? {};
  for (const shown of [checkoutSessionId, workflowId, runId, paymentStatus, 'ord_77', 'exe_77']) {
    expect(text).toContain(shown);
  }
  for (const { eventType, nodeId } of events ?? []) {
    expect(text).toContain(eventType);
    expect(text).toContain(nodeId);
  }
  for (const name of ['Created', 'Started', 'customer', 'Ana']) expect(text).toContain(name);
  expect(await popup.$$('.opened .copy button')).toHaveLength(5);
});

test('each step is on the screen within a second', async ({ annotate }) => {
  await isListening();
  const took: number[] = [];
  for (let step = 0; step < 3; step += 1) {
    took.push(await stepMs());
    // At most one a second is asked for: the next one is not to wait for that.
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }
  await annotate(`from the event to the chip: ${took.join(', ')} ms`);
  // A busy computer may delay some of them.
  expect(took.sort((a, b) => a - b)[1]).toBeLessThan(1000);
  expect(b3os.streams.opened).toHaveLength(1);
});

test('the stream closes with the popup, and a new popup opens a new one', async () => {
  await popup.close();
  await expect.poll(b3os.streams.open).toEqual([]);
  popup = await openPopup();
  await isListening();
});

test('a background that the browser ended listens again, without a click', async () => {
  const before = b3os.streams.opened.length;
  await session.killWorker();
  await until(() => b3os.streams.opened.length > before, 'a new stream', 5_000);
  await isListening();
  expect(await stepMs()).toBeLessThan(1000);
});

test.for(['404', 'HTML with 200', 'an endless line', 'the end at once'] as const)(
  'without a stream, everything else works: %s',
  async (fault) => {
    await popup.close();
    await expect.poll(b3os.streams.open).toEqual([]);
    b3os.streams.meet(STREAM_FAULTS[fault]);
    const before = b3os.streams.opened.length;
    popup = await openPopup();
    await expect.poll(() => b3os.streams.opened.length).toBe(before + 1);
    await expect.poll(b3os.streams.open).toEqual([]);
    const next = other();
    b3os.advance(workflow.id, next);
    await press(popup, 'Refresh');
    await expect.poll(statusShown).toBe(next);
    expect(await problemsOn(popup)).toEqual([]);
    b3os.streams.meet(null);
  },
);

test('a silent stream costs nothing either: the popup asks every 15 s', async ({ annotate }) => {
  await popup.close();
  b3os.streams.meet(STREAM_FAULTS['headers and silence']);
  popup = await openPopup();
  await isListening();
  const tookMs = await stepMs();
  await annotate(`from the event to the chip without a message: ${tookMs} ms`);
  expect(tookMs).toBeLessThan(16_000);
  expect(await problemsOn(popup)).toEqual([]);
  b3os.streams.meet(null);
});

test('what has ended is shown at once, and is listened to no more', async () => {
  await popup.close();
  await expect.poll(b3os.streams.open).toEqual([]);
  popup = await openPopup();
  await isListening();
  expect(await stepMs('workflow_succeeded')).toBeLessThan(1000);
  await expect.poll(b3os.streams.open).toEqual([]);
  const before = b3os.streams.opened.length;
  await popup.close();
  popup = await openPopup();
  await press(popup, 'Refresh');
  expect(b3os.streams.opened).toHaveLength(before);
});
