import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { connectZaia, curlOf } from '../support/browsers/connect.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { openedPage, openPaths } from '../support/browsers/open-pages.ts';
import {
  errorAt,
  paste,
  press,
  shownText,
  valueIn,
  waitForText,
} from '../support/browsers/page.ts';
import { runRound, storedText } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readBadge } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';

// From the installation to the own clock, with nothing but a curl command. Each test goes on where the one before stopped.

let here: World;
let page: Page;

beforeAll(async () => {
  here = await world({ browser });
  return here.close;
});
stopAtFirstFailure();

/** What the documentation shows. */
const withPlaceholders = () =>
  curlOf(here.olie)
    .replace(here.olie.executionId, '{project_execution_id}')
    .replace(here.olie.token, '<token>');

test('the page opens by itself, once', async () => {
  await expect.poll(() => openPaths(here.options)).toEqual(['/options.html', '/welcome.html']);
  page = await openedPage(here.session, '/welcome.html', here.options);
  await waitForText(page, 'Your timer, always in sight');
});

test('placeholders are named, and nothing is sent', async () => {
  await paste(page, 'Paste anything', withPlaceholders());
  await expect.poll(() => errorAt(page, 'API token')).toContain('“<token>”');
  expect(await errorAt(page, 'Execution ID')).toContain('“{project_execution_id}”');
  await press(page, 'Connect');
  await expect.poll(() => errorAt(page, 'API token')).toContain('Enter the API token');
  expect(here.olie.requests).toEqual([]);
});

test('what is not understood says so, and stays', async () => {
  await paste(page, 'Paste anything', 'hello there');
  await expect.poll(() => errorAt(page, 'Paste anything')).toContain('Nothing in this');
  expect(await valueIn(page, 'Paste anything')).toContain('hello there');
});

test('a token and an id may come one after the other', async () => {
  const { token, executionId } = here.olie;
  await paste(page, 'Paste anything', `Authorization: Bearer ${token}`);
  await expect.poll(() => valueIn(page, 'API token')).toBe(token);
  await paste(page, 'Paste anything', executionId);
  await expect.poll(() => valueIn(page, 'Execution ID')).toBe(executionId);
  // No token stays on the screen.
  expect(await valueIn(page, 'Paste anything')).toBe('');
  expect(await shownText(page)).not.toContain(token);
});

test('one curl command fills in all that is asked for', async () => {
  const other = await here.session.openPage('/welcome.html', { waitFor: '#anything' });
  await paste(other, 'Paste anything', curlOf(here.olie));
  await expect.poll(() => valueIn(other, 'API token')).toBe(here.olie.token);
  expect(await valueIn(other, 'Execution ID')).toBe(here.olie.executionId);
  expect(await valueIn(other, 'API address')).toBe(here.olie.url);
  expect(await valueIn(other, 'Paste anything')).toBe('');
  await other.close();
});

// No script reaches Chromium's question, so its answer is put in. Firefox is really asked (firefox/permissions.test.ts).
test.runIf(browser === 'chromium')(
  'the question refused: all that was typed stays, and the one thing to do is said',
  async () => {
    const { token, executionId } = here.olie;
    await page.evaluate(`(({ permissions }) => {
      const { request } = permissions;
      permissions.request = async () => {
        permissions.request = request;
        return false;
      };
    })(chrome)`);
    await press(page, 'Connect');
    await waitForText(page, 'Try again, and press Allow when the browser asks.');
    expect(await valueIn(page, 'API token')).toBe(token);
    expect(await valueIn(page, 'Execution ID')).toBe(executionId);
    expect(await valueIn(page, 'API address')).toBe(here.olie.url);
    expect(here.olie.requests).toEqual([]);
    expect(await storedText(page)).not.toContain(token);
  },
);

test('a request to B3OS opens the form of B3OS, filled in, which connects', async () => {
  const { id, token } = here.b3os.add({ id: 'exe_1', orderId: 'ord_1' });
  const other = await here.session.openPage('/welcome.html', { waitFor: '#anything' });
  const url = `${here.b3os.url}/v1/public/executions/${id}?token=${token}`;
  await paste(other, 'Paste anything', `curl '${url}'`);
  await waitForText(other, 'This is for B3OS');
  await expect.poll(() => valueIn(other, 'Client token', 'Workflows')).toBe(token);
  expect(await valueIn(other, 'Execution ID', 'Workflows')).toBe(id);
  // Nothing of it is for Olie, and no token stays on the screen.
  expect(await valueIn(other, 'API token')).toBe('');
  expect(await valueIn(other, 'Paste anything')).toBe('');
  expect(await shownText(other)).not.toContain(token);
  await press(other, 'Add workflow', 'Workflows');
  await waitForText(other, 'Connected: ord_1');
  expect(await valueIn(other, 'Client token', 'Workflows')).toBe('');
  await other.close();
});

test('a key of Zaia has its form where it is told how to find one', async () => {
  const other = await here.session.openPage('/welcome.html', { waitFor: '#anything' });
  await press(other, 'Open the form for Zaia');
  await connectZaia(other, here.zaia);
  await other.close();
});

test('Connect leads to the own clock, which ticks, and to a right badge', async () => {
  await press(page, 'Connect');
  await waitForText(page, 'Connected: Test User, AD-1 awdawd');
  const elapsed = () => page.$eval('.live [role=timer]', ({ textContent }) => textContent ?? '');
  const first = await elapsed();
  expect(first).toMatch(/^0:3[78]:\d\d$/);
  await expect.poll(elapsed).not.toBe(first);
  await expect.poll(() => readBadge(here.options)).toBe(`${first.slice(2, 4)}m running`);
  expect(await shownText(page)).toContain('Running since');
  expect(await storedText(page)).toContain(here.olie.token);
});

test('a failure that mends itself is only said; a refused token asks for another one', async () => {
  const answer = async (fault: Parameters<typeof here.olie.fail>[0]) => {
    here.olie.fail(fault);
    await runRound(here.options, 'user');
  };
  await answer({ status: 500, body: {} });
  await waitForText(page, 'Olie is having problems.');
  expect(await page.$('#anything')).toBeNull();
  await answer({ status: 401, body: { message: 'Unauthenticated.' } });
  await page.waitForSelector('#anything');
  expect(await shownText(page)).toContain('Olie refused the token. Enter a new one.');
  expect(await shownText(page)).not.toContain('Connected: Test User');
  await answer(null);
  await page.waitForSelector('#anything', { hidden: true });
});

test('closed, it does not come back when the background starts again', async () => {
  await page.close();
  await here.session.killWorker();
  await press(here.options, 'Test connection');
  await waitForText(here.options, 'It works');
  expect(await openPaths(here.options)).toEqual(['/options.html']);
});

test('the options page opens it again', async () => {
  await press(here.options, 'Welcome', 'About');
  await expect.poll(() => openPaths(here.options)).toEqual(['/options.html', '/welcome.html']);
  const again = await openedPage(here.session, '/welcome.html', here.options);
  // It knows that the timer is connected.
  await again.waitForSelector('.live [role=timer]');
});
