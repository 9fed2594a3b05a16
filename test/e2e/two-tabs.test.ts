import type { Page } from 'puppeteer-core';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { connectB3os, connectOlie } from '../support/browsers/connect.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import {
  errorAt,
  fill,
  press,
  pressAndConfirm,
  shownText,
  valueIn,
  waitForText,
} from '../support/browsers/page.ts';
import { chooseFile } from '../support/browsers/settings-file.ts';
import { storedText } from '../support/browsers/stored.ts';
import { makeTemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { type World, world } from '../support/browsers/world.ts';

// Two tabs of the options. What one has read earlier must not decide what becomes of a token.

let { session, olie, b3os } = {} as World;
let a: Page;
let b: Page;

beforeAll(async () => {
  const made = await world({ browser });
  ({ session, olie, b3os, options: a } = made);
  return made.close;
});
stopAtFirstFailure();

const focusedIn = (page: Page) => page.evaluate(() => document.activeElement?.tagName);
const connections = () =>
  a.evaluate<[], () => Promise<{ id: string; kind: string }[]>>(
    `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings?.connections ?? [])` as never,
  );

test('a tab follows what is saved in another one', async () => {
  await connectOlie(a, olie);
  b = await session.openPage('/options.html', { waitFor: 'form' });
  await waitForText(b, 'Test User');
  const { id: another } = Object(olie.answer().recent_executions)[0];
  await fill(a, 'Execution ID', another, 'Olie');
  await press(a, 'Save', 'Olie');
  await waitForText(a, 'Connected: Test User');
  await expect.poll(() => valueIn(b, 'Execution ID', 'Olie')).toBe(another);
});

test('saved in both tabs, a service that has one connection has one', async () => {
  await press(b, 'Save', 'Olie');
  await waitForText(b, 'Connected: Test User');
  await press(a, 'Save', 'Olie');
  await waitForText(a, 'Connected: Test User');
  expect(await connections()).toHaveLength(1);
});

test('saved in one and disconnected in the other, the token is gone, and is asked with no more', async () => {
  await fill(a, 'Execution ID', olie.executionId, 'Olie');
  await press(a, 'Save', 'Olie');
  await waitForText(a, 'Connected: Test User');
  await pressAndConfirm(b, 'Disconnect', 'Olie');
  await waitForText(b, 'Disconnected. Token, ID and answers were deleted.');
  expect(await storedText(a)).not.toContain(olie.token);
  // The first tab does not call itself connected, and has no token to save again.
  await expect.poll(() => shownText(a)).not.toContain('Connected: Test User');
  const asked = olie.requests.length;
  await fill(a, 'Execution ID', olie.executionId, 'Olie');
  await press(a, 'Save', 'Olie');
  await expect.poll(() => errorAt(a, 'API token', 'Olie')).toContain('Enter the API token');
  expect(olie.requests.length).toBe(asked);
  expect(await connections()).toEqual([]);
});

/** A tab asks whether something is to go. Meanwhile the other one saves it anew; then the first one's user confirms. */
async function removeWhile(button: string, section: string, save: () => Promise<void>) {
  const [before] = await connections();
  await press(b, button, section);
  const dialog = await b.waitForSelector('dialog[open] .danger');
  await save();
  await expect.poll(async () => (await connections())[0]?.id).not.toBe(before?.id);
  await press(b, (await dialog?.evaluate(({ textContent }) => textContent)) ?? '');
}

test('saved in one while the other asks whether it is to go, the token is gone as well', async () => {
  await connectOlie(a, olie);
  await waitForText(b, 'Test User');
  await removeWhile('Disconnect', 'Olie', async () => {
    await fill(a, 'API token', olie.token, 'Olie');
    await press(a, 'Save', 'Olie');
  });
  await waitForText(b, 'Disconnected. Token, ID and answers were deleted.');
  expect(await connections()).toEqual([]);
  expect(await storedText(a)).not.toContain(olie.token);

  const workflow = b3os.add({ id: 'exe_0', orderId: 'ord_0' });
  await connectB3os(a, b3os.url, workflow);
  await waitForText(b, '1 watched');
  await removeWhile('Remove', 'Workflows', async () => {
    await press(a, 'Edit', 'Workflows');
    await fill(a, 'Label', 'Kit', 'Workflows');
    await press(a, 'Save workflow', 'Workflows');
  });
  await waitForText(b, 'Removed');
  expect(await connections()).toEqual([]);
  expect(await storedText(a)).not.toContain(workflow.token);
});

test('a workflow that is edited in one tab and removed in the other stays removed', async () => {
  const workflow = b3os.add({ id: 'exe_1', orderId: 'ord_1' });
  await connectB3os(a, b3os.url, workflow);
  await waitForText(a, 'Connected: ord_1');
  await waitForText(b, '1 watched');
  await press(b, 'Edit', 'Workflows');
  await fill(b, 'Label', 'Kit', 'Workflows');
  await pressAndConfirm(a, 'Remove', 'Workflows');
  await waitForText(a, 'Removed');
  // Its row had the focus, and is gone.
  await expect.poll(() => focusedIn(a)).toBe('SUMMARY');
  expect(await storedText(a)).not.toContain(workflow.token);
  await waitForText(b, 'Add workflow');
  await press(b, 'Add workflow', 'Workflows');
  await expect.poll(() => errorAt(b, 'Client token', 'Workflows')).toContain('Enter the API token');
  expect(await storedText(a)).not.toContain(workflow.token);
});

test('what one tab imports waits for its token in both, until one of them has it', async () => {
  const folder = await makeTemporaryFolder('imported');
  onTestFinished(folder.remove);
  const connection = { kind: 'olie', address: olie.url, executionId: olie.executionId };
  const preferences = { refreshEveryS: 60, badgeShows: 'elapsed', whenIdle: 'nothing' };
  const file = { program: 'olie-timer', version: 2, connections: [connection], preferences };
  await chooseFile(a, 'Import settings', folder, JSON.stringify(file));
  await waitForText(a, 'new, needs its token');
  await press(a, 'Import');
  await waitForText(a, 'Imported: enter its token, then save.');
  await waitForText(b, 'Imported: enter its token, then save.');
  await expect.poll(() => valueIn(b, 'Execution ID', 'Olie')).toBe(olie.executionId);
  await fill(b, 'API token', olie.token, 'Olie');
  await press(b, 'Save', 'Olie');
  await waitForText(b, 'Connected: Test User');
  await expect.poll(() => shownText(a)).not.toContain('Imported: enter its token');
});

test('preferences chosen in both tabs are all kept', async () => {
  await a.bringToFront();
  await a.select('#badge-shows', 'total');
  await expect
    .poll(() => b.$eval('#badge-shows', (it) => (it as HTMLSelectElement).value))
    .toBe('total');
  await b.bringToFront();
  await b.select('#when-idle', 'idle');
  await expect
    .poll(() => a.$eval('#when-idle', (it) => (it as HTMLSelectElement).value))
    .toBe('idle');
  expect(await a.$eval('#badge-shows', (it) => (it as HTMLSelectElement).value)).toBe('total');
});

test('the last of quick changes is saved although the tab closes at once', async () => {
  await b.bringToFront();
  // As `select` does it, but quicker than 131 commands to the browser.
  await b.$eval('#refresh-every', (element) => {
    const field = element as HTMLSelectElement;
    const values = ['30', '60', '120', '300', '900'];
    for (let change = 0; change < 131; change += 1) {
      field.value = values[change % 5] ?? '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await b.close();
  const shown = () => a.$eval('#refresh-every', (it) => (it as HTMLSelectElement).value);
  await expect.poll(shown).toBe('30');
});
