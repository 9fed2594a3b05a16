import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { echoes, SECRETS, TRACES, telling, without } from '../support/browsers/canaries.ts';
import { connectB3os, connectZaia, curlOf } from '../support/browsers/connect.ts';
import { evaluateInFirefoxWindow } from '../support/browsers/firefox-window.ts';
import { stopAtFirstFailure } from '../support/browsers/in-order.ts';
import { fill, paste, press, waitForText } from '../support/browsers/page.ts';
import { type Place, placeAt, placesOf, placesWith } from '../support/browsers/places.ts';
import { openAll, problemsOn, waitForClock } from '../support/browsers/popup.ts';
import { exportedSettings } from '../support/browsers/settings-file.ts';
import { runRound, storedText } from '../support/browsers/stored.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/browsers/temporary-folder.ts';
import { browser } from '../support/browsers/tested-browser.ts';
import { readBadge } from '../support/browsers/toolbar.ts';
import { type World, world } from '../support/browsers/world.ts';
import { textsOf } from '../support/examples/texts.ts';
import { onProjects } from '../support/stand-ins/olie.ts';
import { type StandInServer, startStandInServer } from '../support/stand-ins/server.ts';
import { until } from '../support/until.ts';

// Recognizable secrets must not leak: everything is used, then everything is broken, then all places are searched.

let { session, options, olie, b3os, zaia } = {} as World;
let popup: Page;
/** A host that is not connected: whatever arrives there has leaked. */
let stranger: StandInServer;
let places: Place[];
let downloads: TemporaryFolder;
let closeWorld: () => Promise<void>;

beforeAll(async () => {
  stranger = await startStandInServer(() => ({ status: 200, body: {} }), Date.now);
  downloads = await makeTemporaryFolder('downloads');
  const made = await world({
    browser,
    secrets: SECRETS,
    grants: ['http://127.0.0.1/*'],
    listens: true,
    downloadsTo: downloads.path,
  });
  ({ session, options, olie, b3os, zaia } = made);
  let isOpen = true;
  closeWorld = async () => {
    if (isOpen) await made.close();
    isOpen = false;
  };
  return async () => {
    await closeWorld();
    await stranger.close();
    downloads.remove();
  };
});
stopAtFirstFailure();

const found = (texts = TRACES) => placesWith(places, texts);
const problems = () => problemsOn(popup);
/** Searches one text as if it were a place. */
const foundIn = (name: string, text: string) =>
  placesWith([{ name, read: () => text, plant: null }], TRACES);

test('no secret leaks when everything is used', async () => {
  await paste(options, 'Execution ID', curlOf(olie));
  await press(options, 'Test connection');
  await waitForText(options, 'It works: Test User');
  await press(options, 'Save', 'Olie');
  await waitForText(options, 'Connected: Test User');

  const workflow = b3os.add({ id: 'exe_1', orderId: 'ord_1', token: SECRETS.b3osToken });
  await openAll(options);
  await fill(options, 'API key', SECRETS.b3osKey, 'Workflows');
  const token = encodeURIComponent(workflow.token);
  await connectB3os(options, b3os.url, { ...workflow, token });
  await waitForText(options, 'Connected: ord_1');
  await press(options, 'Edit', 'Workflows');
  await fill(options, 'Label', 'Kit', 'Workflows');
  await press(options, 'Save workflow', 'Workflows');
  await waitForText(options, 'Kit');
  await connectZaia(options, zaia);
  const followed = zaia.startRun();
  for (const text of [followed, zaia.messageOf(zaia.startRun())]) {
    await fill(options, 'Follow a run', text, 'Agent runs');
    await press(options, 'Follow', 'Agent runs');
    await waitForText(options, 'Followed.');
  }

  popup = await session.openPage('/popup.html', { waitFor: '.item summary .stages' });
  places = [
    ...placesOf(session, { options, popup }),
    placeAt('another host', stranger),
    placeAt('Olie: secrets of others', without(olie, SECRETS.olie, SECRETS.wrong)),
    placeAt('B3OS: secrets of others', without(b3os, SECRETS.b3osToken, SECRETS.b3osKey)),
    placeAt('Zaia: secrets of others', without(zaia, SECRETS.zaia)),
  ];
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
  const text = await exportedSettings(options, downloads, textsOf('en'));
  expect(text).toContain('exe_1');
  expect(await foundIn('file', text)).toEqual([]);
});

test('no secret leaks when servers repeat it in errors, details, good answers and redirects', async () => {
  const servers = [olie, b3os, zaia];
  // What each can know from the address and from a header.
  const known = [
    { server: olie, inAddress: SECRETS.olie, inHeader: SECRETS.olie },
    { server: b3os, inAddress: SECRETS.b3osToken, inHeader: SECRETS.b3osKey },
    { server: zaia, inAddress: SECRETS.zaia, inHeader: SECRETS.zaia },
  ];
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
  const { extensionOrigin, heard } = session;
  const outside = heard.requests.filter(
    ({ by, url }) => by.startsWith(extensionOrigin) && !url.startsWith(extensionOrigin),
  );
  const servers = [olie, b3os, zaia].map((server) => `${server.url}/`);
  expect(outside.filter(({ url }) => !servers.some((it) => url.startsWith(it)))).toEqual([]);
});

test('a secret would have been found in each of the places', async () => {
  for (const place of places) {
    await place.plant?.('planted-here');
    await expect
      .poll(() => placesWith([place], ['planted-here']), { message: place.name })
      .not.toEqual([]);
  }
});

/** What the browser itself tells of pages and of the background that did what the policy forbids. */
async function violations(): Promise<string[]> {
  const { heard, browser: its } = session;
  // Firefox keeps them from its output.
  const all = 'JSON.stringify(Services.console.getMessageArray().map(String), null, 1)';
  const lines =
    browser === 'chromium'
      ? heard.lines
      : String(await evaluateInFirefoxWindow(its, all)).split('\n');
  return lines.filter((line) => /Content.Security.Policy/i.test(line));
}

test('no console contained a secret, and each console was heard', async () => {
  const { lines } = session.heard;
  await options.evaluate(() => console.warn('planted in options'));
  await popup.evaluate(() => console.warn('planted in popup'));
  await session.warnInBackground('planted in background', options);
  if (browser === 'chromium') {
    await expect.poll(() => lines.join()).toContain('planted in background');
  }
  expect(await violations()).toEqual([]);
  // What the policy refuses is told by the browser itself, and would be heard.
  await popup.evaluate((url) => {
    document.body.append(Object.assign(new Image(), { src: url }));
  }, `${stranger.url}/pixel.png`);
  await expect.poll(violations).not.toEqual([]);
  // Firefox writes its last lines when it ends.
  await closeWorld();
  const all = lines.join('\n');
  for (const where of ['options', 'popup', 'background']) {
    expect(all).toContain(`planted in ${where}`);
  }
  expect(await foundIn('consoles', all)).toEqual([]);
});
