import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { echoes, SECRETS, TRACES, telling } from '../support/browsers/canaries.ts';
import {
  canaryWorld,
  connectCanaries,
  knownTo,
  placesToSearch,
  requestsOutside,
  tracesIn,
  violations,
} from '../support/browsers/canary-world.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { fill, press, waitForText } from '../support/browsers/page.ts';
import { type Place, placesWith } from '../support/browsers/places.ts';
import { openAll, problemsOn, waitForClock } from '../support/browsers/popup.ts';
import { exportedSettings } from '../support/browsers/settings-file.ts';
import { runRound, storedText } from '../support/browsers/stored.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readBadge } from '../support/browsers/toolbar.ts';
import { textsOf } from '../support/examples/texts.ts';
import { onProjects } from '../support/stand-ins/olie.ts';
import { until } from '../support/until.ts';

// Recognizable secrets must not leak: everything is used, then everything is broken, then all places are searched.

let here: Awaited<ReturnType<typeof canaryWorld>>;
let { session, options, olie, b3os, zaia, stranger } = {} as typeof here;
let popup: Page;
let places: Place[];

beforeAll(async () => {
  here = await canaryWorld(browser);
  ({ session, options, olie, b3os, zaia, stranger } = here);
  return here.close;
});
stopAtFirstFailure();

const found = () => placesWith(places, TRACES);
const problems = () => problemsOn(popup);

test('no secret leaks when everything is used', async () => {
  const workflow = await connectCanaries(here);
  popup = await session.openPage('/popup.html', { waitFor: '.item summary .stages' });
  places = placesToSearch(here, popup);
  await waitForClock(popup);
  // The address of a stream has the token in it, too.
  await expect.poll(b3os.streams.open).toEqual([workflow.id]);
  const asked = b3os.requests.length;
  b3os.streams.send(workflow.id, `event: ${SECRETS.b3osToken}\ndata: ${SECRETS.b3osToken}\n\n`);
  await expect.poll(() => b3os.requests.length).toBeGreaterThan(asked);
  await openAll(popup);
  await popup.waitForSelector('.tree li');
  // Their details, which are there only now.
  await openAll(popup);
  await popup.waitForSelector('.json li');
  await press(popup, 'Load more');
  await expect.poll(async () => (await popup.$$('.chip')).length).toBeGreaterThan(20);
  await press(popup, 'Refresh');

  await fill(options, 'API token', SECRETS.wrong, 'Olie');
  await press(options, 'Save', 'Olie');
  await waitForText(options, 'Olie refused the token.');
  await fill(options, 'API token', SECRETS.olie, 'Olie');
  await press(options, 'Save', 'Olie');
  await expect.poll(() => readBadge(options)).toMatch(/m running$/);
  await options.select('#badge-shows', 'total');
  await options.select('#badge-shows', 'elapsed');
  expect(await found()).toEqual([]);
});

test('the exported file contains no secret', async () => {
  const text = await exportedSettings(options, here.downloads, textsOf('en'));
  expect(text).toContain('exe_1');
  expect(await tracesIn(text)).toEqual([]);
});

test('no secret leaks when servers repeat it in errors, details, good answers and redirects', async () => {
  const servers = [olie, b3os, zaia];
  const known = knownTo(here);
  const failWith = (nth: number) => {
    for (const { server, inAddress, inHeader } of known) {
      server.fail(echoes(inAddress, inHeader)[nth] ?? null);
    }
  };
  for (const nth of echoes('', '').keys()) {
    failWith(nth);
    await runRound(options, 'user');
    await expect.poll(problems).toHaveLength(3);
    expect(await found(), `echo ${nth}`).toEqual([]);
  }
  for (const nth of [0, 2]) {
    failWith(nth);
    await popup.$$eval('details', (all) => {
      for (const details of all) details.open = false;
    });
    await openAll(popup);
    await popup.waitForSelector('.more-about');
    await openAll(popup);
    await popup.waitForSelector('.opened .metadata ~ .problem, .opened .json');
    await press(popup, 'Load more');
    await press(options, 'Test connection');
    await options.waitForSelector('.field .error');
    expect(await found(), `details, echo ${nth}`).toEqual([]);
  }
  for (const { server, inAddress } of known) server.fail(telling(inAddress));
  await runRound(options, 'user');
  await expect.poll(problems).toEqual([]);
  await openAll(popup);
  expect(await found(), 'good answers').toEqual([]);
  for (const server of servers) {
    server.fail({ status: 302, headers: { Location: `${stranger.url}/stolen` }, body: '' });
  }
  await runRound(options, 'user');
  await waitForText(popup, 'Zaia cannot be reached');
  for (const server of servers) server.fail(null);
  await runRound(options, 'user');
  await expect.poll(problems).toEqual([]);
  expect(stranger.requests).toEqual([]);
  expect(await found()).toEqual([]);
});

test('no secret leaks when streams fail, and say it', async () => {
  const say = (status: number, type: string) => (response: ServerResponse) =>
    response.writeHead(status, { 'Content-Type': type }).end(`data: ${SECRETS.b3osToken}\n\n`);
  const redirect = (response: ServerResponse) =>
    response.writeHead(302, { Location: `${stranger.url}/stolen` }).end();
  const faults = [say(401, 'application/json'), say(200, 'text/html'), redirect];
  for (const [nth, fault] of faults.entries()) {
    b3os.streams.meet(fault);
    const opened = b3os.streams.opened.length;
    // The page opens anew, in the same tab: the places are in it.
    await popup.evaluate(() => {
      setTimeout(() => location.reload());
    });
    await expect.poll(() => b3os.streams.opened.length).toBe(opened + 1);
    await expect.poll(b3os.streams.open).toEqual([]);
    await until(
      () => popup.$('.item summary .stages').catch(() => null),
      'the popup to be there again',
    );
    expect(await found(), `stream ${nth}`).toEqual([]);
  }
  expect(stranger.requests).toEqual([]);
  b3os.streams.meet(null);
});

test('no secret leaks when Olie repeats it in what is asked beside the timer', async () => {
  const faults = [...echoes(SECRETS.olie, SECRETS.olie), telling(SECRETS.olie)];
  for (const [nth, fault] of faults.entries()) {
    olie.fail(onProjects(fault));
    // About another project it is asked at once.
    olie.start({ project: { id: `project_${nth}`, code: `P${nth}`, name: `Project ${nth}` } });
    await runRound(options, 'user');
    expect(olie.aside.at(-1)?.path).toContain(`/project_${nth}`);
    expect(await problems()).toEqual([]);
    expect(await found(), `echo ${nth}`).toEqual([]);
  }
  olie.fail(null);
});

test('only the settings contain secrets, and each went to its own server only', async () => {
  const stored = await storedText(options);
  const { wrong, ...saved } = SECRETS;
  for (const secret of Object.values(saved)) expect(stored).toContain(secret);
  expect(stored).not.toContain(wrong);
  const servers = [olie, b3os, zaia].map((server) => `${server.url}/`);
  const isTheirs = ({ url }: { url: string }) => servers.some((it) => url.startsWith(it));
  expect(requestsOutside(session).filter((request) => !isTheirs(request))).toEqual([]);
});

test('a secret would have been found in each of the places', async () => {
  for (const place of places) {
    await place.plant?.('planted-here');
    const planted = () => placesWith([place], ['planted-here']);
    await expect.poll(planted, { message: place.name }).not.toEqual([]);
  }
});

test('no console contained a secret, and each console was heard', async () => {
  const { lines } = session.heard;
  await options.evaluate(() => console.warn('planted in options'));
  await popup.evaluate(() => console.warn('planted in popup'));
  await session.warnInBackground('planted in background', options);
  const heard = () => lines.join();
  if (browser === 'chromium') await expect.poll(heard).toContain('planted in background');
  expect(await violations(session)).toEqual([]);
  // What the policy refuses is told by the browser itself, and would be heard.
  await popup.evaluate((url) => {
    document.body.append(Object.assign(new Image(), { src: url }));
  }, `${stranger.url}/pixel.png`);
  await expect.poll(() => violations(session)).not.toEqual([]);
  // Firefox writes its last lines when it ends.
  await here.closeBrowser();
  const all = lines.join('\n');
  for (const where of ['options', 'popup', 'background'])
    expect(all).toContain(`planted in ${where}`);
  expect(await tracesIn(all)).toEqual([]);
});
