import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import {
  frame,
  HOSTILE,
  loadedAs,
  sayEverywhere,
  troublesOn,
} from '../support/browsers/hostile.ts';
import { fill, press, shownText, waitForText } from '../support/browsers/page.ts';
import { elapsedOn, openAll, waitForClock } from '../support/browsers/popup.ts';
import { runRound } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readToolbar } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';

// Services send hostile texts in every field. They must show as plain text and change nothing around them.

const LONGEST_TITLE = 600;

let here: World;
let { options } = {} as World;
let popup: Page;
let clock: string;
const dialogs: string[] = [];

beforeAll(async () => {
  here = await world({
    browser,
    services: ['olie', 'b3os', 'zaia'],
    workflows: (b3os) => [
      b3os.add({ id: 'exe_1', status: 'workflow_running', metadata: { customer: 'Ana' } }),
    ],
  });
  ({ options } = here);
  popup = await here.session.openPage('/popup.html', { waitFor: '.item summary .stages' });
  await watch(popup, 380);
  await watch(options, 760);
  await waitForClock(popup);
  clock = await clockBox();
  return here.close;
});

/** Collects the dialogs that a script could open. */
async function watch(page: Page, width: number): Promise<void> {
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.setViewport({ width, height: 600 });
}

/** Asks with a request that leaves now. A round of the open popup may be running: it would be shared. */
async function askAnew(): Promise<void> {
  await runRound(options, 'popup');
  await runRound(options, 'user');
}

function clockBox(): Promise<string> {
  return popup.$eval('.clock', (element) => {
    const { x, width, height } = element.getBoundingClientRect();
    return [x, width, height].map(Math.round).join();
  });
}

/** The text as we show it: lib/api/wire.ts cuts it, and removes marks that a `<bdi>` does not contain. */
function shown(sent: string): string {
  return sent.slice(0, 2_000).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

test.for(Object.entries(HOSTILE))('%s', async ([name, sent]) => {
  sayEverywhere(here, sent, 'exe_1');
  const text = shown(sent);
  await askAnew();
  await expect.poll(() => popup.$eval('h1', (title) => title.textContent)).toBe(text);
  await openAll(popup);
  await popup.waitForSelector('.tree li');
  expect(await troublesOn(popup, text), name).toEqual([]);
  expect(await elapsedOn(popup)).not.toBeNull();
  expect(await clockBox()).toBe(clock);
  if (name === 'markup') expect(await shownText(popup)).toContain(text);
  expect((await readToolbar(options)).title.length).toBeLessThan(LONGEST_TITLE);

  await fill(options, 'API token', here.olie.token);
  await press(options, 'Test connection');
  await waitForText(options, 'Nothing was saved yet');
  expect(await troublesOn(options, text), `${name}, tested`).toEqual([]);
  await press(options, 'Save', 'Olie');
  const message = '[aria-labelledby="olie-title"] .message';
  await expect.poll(() => options.$eval(message, (it) => it.textContent)).toMatch(/^Connected: /);
  expect(await troublesOn(options, text), `${name}, saved`).toEqual([]);

  for (const server of [here.olie, here.b3os, here.zaia]) {
    server.fail({ status: 500, body: { message: sent } });
  }
  await askAnew();
  await popup.waitForSelector('.notice');
  expect(await troublesOn(popup, text), `${name}, as an error`).toEqual([]);
  expect(await clockBox()).toBe(clock);
  expect(dialogs).toEqual([]);
});

test('the last session shows hostile texts as plain text too, when no timer runs', async () => {
  here.olie.stop();
  for (const [name, sent] of Object.entries(HOSTILE)) {
    sayEverywhere(here, sent, 'exe_1');
    await askAnew();
    const hero = () => popup.$eval('.hero', ({ textContent }) => textContent ?? '');
    await expect
      .poll(async () => (await hero()).startsWith('No timer running'), { message: name })
      .toBe(true);
    await expect.poll(hero, { message: name }).toContain(shown(sent));
    expect(await troublesOn(popup, shown(sent)), name).toEqual([]);
  }
});

test('an address in an answer is shown, and never asked for', async () => {
  const servers = [here.olie, here.b3os, here.zaia];
  const pixel = `${here.b3os.url}/pixel.png`;
  sayEverywhere(here, pixel, 'exe_1');
  await askAnew();
  await expect.poll(() => shownText(popup)).toContain(pixel);
  await openAll(popup);
  await popup.waitForSelector('.tree li');
  await waitForText(options, pixel);
  await askAnew();
  const asked = servers.flatMap(({ requests }) => requests.map(({ path }) => path));
  expect(asked.filter((path) => path.includes('pixel.png') && !path.includes('%2F'))).toEqual([]);
});

test('the content security policy would stop a text that became markup', async () => {
  const { url, requests } = here.b3os;
  const before = requests.length;
  for (const page of [options, popup]) {
    const refused = await page.evaluate(refusedByPolicy, `${url}/picture.png`);
    expect(refused).toEqual(['img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']);
  }
  expect(requests.slice(before).filter(({ path }) => path.includes('picture'))).toEqual([]);
  expect(dialogs).toEqual([]);
});

test('a cookie that a service sets is never sent back', async () => {
  const { olie } = here;
  olie.fail(({ status, body }) => ({
    status,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Set-Cookie': 'person=1; Path=/; Max-Age=600' },
  }));
  await askAnew();
  const before = olie.requests.length;
  await askAnew();
  const later = olie.requests.slice(before);
  expect(later.length).toBeGreaterThan(0);
  expect(later.flatMap(({ headers }) => headers).filter((name) => /^cookie$/i.test(name))).toEqual(
    [],
  );
  olie.fail(null);
});

test('a web page can load nothing of ours, neither as a file nor in a frame', async () => {
  const { session, olie } = here;
  olie.fail({ status: 200, body: '<!doctype html>', headers: { 'Content-Type': 'text/html' } });
  const web = await session.browser.newPage();
  await web.goto(olie.url);
  olie.fail(null);
  const ours = session.extensionOrigin;
  for (const path of ['icons/16.png', 'manifest.json', 'background.js', 'popup.html']) {
    expect(await web.evaluate(loadedAs, `${ours}/${path}`), path).toEqual([]);
  }
  for (const path of ['popup.html', 'options.html', 'history.html', 'welcome.html']) {
    await web.evaluate(frame, `${ours}/${path}`);
  }
  // What may be framed is.
  await web.evaluate(frame, 'data:text/html,<p>');
  const framed = web.frames().map((one) => one.url());
  expect(framed).toContain('data:text/html,<p>');
  expect(framed.filter((url) => url.startsWith(ours))).toEqual([]);
  await web.close();
});

/** Puts markup into the page, and returns what the policy refuses of it. Runs in the page. */
async function refusedByPolicy(picture: string): Promise<string[]> {
  const refused = new Set<string>();
  const done = new Promise<void>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.add(effectiveDirective);
      if (refused.size === 4) resolve();
    });
    setTimeout(resolve, 3_000);
  });
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = `<img src="${picture}"><p style="color: red"></p><img src="/none" onerror="alert(1)">`;
  const script = document.createElement('script');
  script.textContent = 'alert(2)';
  place.append(script);
  await done;
  place.remove();
  return [...refused].sort();
}
