/** Everything is connected with recognizable secrets, in a browser that is listened to. */
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import type { AddedWorkflow } from '../stand-ins/b3os.ts';
import { type StandInServer, startStandInServer } from '../stand-ins/server.ts';
import { SECRETS, TRACES, without } from './canaries.ts';
import { connectB3os, connectZaia, curlOf } from './connect.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { evaluateInFirefoxWindow } from './firefox-window.ts';
import { fill, paste, press, waitForText } from './page.ts';
import { type Place, placeAt, placesOf, placesWith } from './places.ts';
import { openAll } from './popup.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
import { type World, world } from './world.ts';

interface CanaryWorld extends World {
  /** A host that is not connected: whatever arrives there has leaked. */
  stranger: StandInServer;
  downloads: TemporaryFolder;
  /** Ends only the browser and the connected services. May be called twice. */
  closeBrowser: () => Promise<void>;
}

/** Nothing is connected yet. */
export async function canaryWorld(browser: BrowserKind): Promise<CanaryWorld> {
  const stranger = await startStandInServer(() => ({ status: 200, body: {} }), Date.now);
  const downloads = await makeTemporaryFolder('downloads');
  const made = await world({
    browser,
    secrets: SECRETS,
    grants: ['http://127.0.0.1/*'],
    listens: true,
    downloadsTo: downloads.path,
  });
  let isOpen = true;
  const closeBrowser = async () => {
    if (isOpen) await made.close();
    isOpen = false;
  };
  const close = async () => {
    await closeBrowser();
    await stranger.close();
    downloads.remove();
  };
  return { ...made, stranger, downloads, closeBrowser, close };
}

/** Connects all services, tests, edits and follows, as a person does. Returns the workflow. */
export async function connectCanaries({
  options,
  olie,
  b3os,
  zaia,
}: Pick<World, 'options' | 'olie' | 'b3os' | 'zaia'>): Promise<AddedWorkflow> {
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
  return workflow;
}

/** Where a secret may not be. Each service may see its own. */
export function placesToSearch(
  { session, options, olie, b3os, zaia, stranger }: CanaryWorld,
  popup: Page,
): Place[] {
  return [
    ...placesOf(session, { options, popup }),
    placeAt('another host', stranger),
    placeAt('Olie: secrets of others', without(olie, SECRETS.olie, SECRETS.wrong)),
    placeAt('B3OS: secrets of others', without(b3os, SECRETS.b3osToken, SECRETS.b3osKey)),
    placeAt('Zaia: secrets of others', without(zaia, SECRETS.zaia)),
  ];
}

/** What each server can repeat: the secret that it knows from an address, and the one from a header. */
export function knownTo({ olie, b3os, zaia }: Pick<World, 'olie' | 'b3os' | 'zaia'>) {
  return [
    { server: olie, inAddress: SECRETS.olie, inHeader: SECRETS.olie },
    { server: b3os, inAddress: SECRETS.b3osToken, inHeader: SECRETS.b3osKey },
    { server: zaia, inAddress: SECRETS.zaia, inHeader: SECRETS.zaia },
  ];
}

/** The name of the text, if there is any trace of a secret in it: the text is searched as if it were a place. */
export function tracesIn(text: string): Promise<string[]> {
  return placesWith([{ name: 'the text', read: () => text, plant: null }], TRACES);
}

/** The extension's requests that left it. */
export function requestsOutside({ extensionOrigin, heard }: ExtensionBrowser) {
  return heard.requests.filter(
    ({ by, url }) => by.startsWith(extensionOrigin) && !url.startsWith(extensionOrigin),
  );
}

/** What the browser itself tells of pages and of the background that did what the policy forbids. */
export async function violations({
  kind,
  heard,
  browser,
}: Pick<ExtensionBrowser, 'kind' | 'heard' | 'browser'>): Promise<string[]> {
  // Firefox keeps them from its output.
  const all = 'JSON.stringify(Services.console.getMessageArray().map(String), null, 1)';
  const lines =
    kind === 'chromium'
      ? heard.lines
      : String(await evaluateInFirefoxWindow(browser, all)).split('\n');
  return lines.filter((line) => /Content.Security.Policy/i.test(line));
}
