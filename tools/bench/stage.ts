import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type { Connection } from '../../lib/core/feeds/feed-kind.ts';
import { copyForTests, launchBrowser } from '../../test/support/browsers/browser.ts';
import type { TemporaryFolder } from '../../test/support/browsers/temporary-folder.ts';
import { until } from '../../test/support/until.ts';
import { writeBlank } from './reference.ts';

const build = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
/** How much slower the processor is made: a cheap laptop beside a developer's machine. */
export const SLOWER = 4;

/** A real Chromium with the blank extension in it, and as many of our own as are added: each with its own storage. */
export interface Stage {
  browser: Browser;
  blankOrigin: string;
  /** Installs the shipped build once more, connects it, and waits until the background has stored every answer. */
  addOurs(connections: Connection[]): Promise<string>;
  /** Installs another extension. */
  add(folder: TemporaryFolder): Promise<string>;
  close(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
  const blank = await writeBlank();
  const folders = [blank];
  const session = await launchBrowser('chromium', { extensionDir: blank.path });
  const { browser } = session;
  const add = async (folder: TemporaryFolder) => {
    folders.push(folder);
    return `chrome-extension://${await browser.installExtension(folder.path)}`;
  };
  return {
    browser,
    blankOrigin: session.extensionOrigin,
    add,
    addOurs: async (connections) => {
      // Each origin by itself, as users allow it.
      const addresses = connections.map(({ address }) => address);
      const origin = await add(await copyForTests(build, [...new Set(addresses)]));
      const page = await openIn(browser, origin);
      await page.evaluate(
        `chrome.storage.local.set(${JSON.stringify({ settings: { version: 2, connections } })})`,
      );
      await until(() => isAnswered(page, connections.length), 'every answer to be stored', 60_000);
      await page.close();
      return origin;
    },
    close: async () => {
      await session.close();
      for (const folder of folders) folder.remove();
    },
  };
}

/**
 * A page of the extension that runs none of its code: its process lives as long as the page is open, so that nobody pays
 * for the start of a process, neither we nor those that we are compared with.
 */
export async function openIn(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/manifest.json`);
  return page;
}

/**
 * Puppeteer holds each new worker until it has looked at it, which takes as long as what is measured: from now on it looks
 * while the worker goes on.
 */
export async function holdNoWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.connection()?.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
    // As Puppeteer has it: pages are found through their tabs.
    filter: [{ type: 'page', exclude: true }, {}],
  });
  await session.detach();
}

function isAnswered(page: Page, feeds: number): Promise<boolean> {
  return page.evaluate(`chrome.storage.local.get('state').then(({ state }) =>
    state?.feeds.filter(({ data }) => data !== null).length === ${feeds})`) as Promise<boolean>;
}
