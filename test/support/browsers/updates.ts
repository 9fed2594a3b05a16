/** A browser whose extension is updated, and put back to an older version. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { type StandIns, startStandIns } from '../stand-ins/stand-ins.ts';
import { unzip } from '../unzip.ts';
import { launchBrowser } from './browser.ts';
import { callBrowser, evaluateText } from './evaluate.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const OUTPUT = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };
const PACKAGES = { chromium: 'chrome', firefox: 'firefox' };

export interface Updated extends StandIns {
  session: ExtensionBrowser;
  /** Installs the version over the one that is there. The extension's pages close. @returns its options page */
  install(version: '0.1.0' | 'today'): Promise<Page>;
}

/** Starts a browser with the package of 0.1.0 in it, and the services. It may be allowed to reach them once it asks. */
export async function startUpdated(browser: BrowserKind): Promise<Updated> {
  const folder = await makeTemporaryFolder('updated');
  putVersion(folder.path, browser, '0.1.0');
  const session = await launchBrowser(browser, {
    extensionDir: folder.path,
    whenClosed: folder.remove,
    grants: ['http://127.0.0.1/*'],
  });
  const standIns = await startStandIns({ runs: 3 });
  const install: Updated['install'] = async (version) => {
    putVersion(folder.path, browser, version);
    const { openPage } = await session.install();
    return openPage('/options.html', { waitFor: 'form' });
  };
  const close = async () => {
    await session.close();
    await standIns.close();
  };
  return { ...standIns, session, install, close };
}

/** Puts a version into the folder, in place of what is there. */
export function putVersion(folder: string, browser: BrowserKind, version: '0.1.0' | 'today'): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  if (version === '0.1.0') {
    unzip(here(`../../fixtures/0.1.0/olie-timer-0.1.0-${PACKAGES[browser]}.zip`), folder);
    return;
  }
  cpSync(here(`../../../.output/${OUTPUT[browser]}`), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  // The build has just made it.
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  // Until the number is raised for the next release, no browser would take it for an update.
  if (manifest.version === '0.1.0') manifest.version = '0.1.1';
  writeFileSync(path, JSON.stringify(manifest));
}

/** All that is stored: by area, and from the history the dates of its days and how many sessions there are. */
export interface AllStored {
  local: Record<string, unknown>;
  sync: Record<string, unknown>;
  history: { version: number; dates: string[]; sessions: number } | null;
}

export async function readAllStored(page: Page): Promise<AllStored> {
  const text = await evaluateText(
    page,
    `(async () => {
      const { local, sync } = (globalThis.browser ?? chrome).storage;
      const all = await indexedDB.databases();
      const history = all.some(({ name }) => name === 'history') ? await (${HISTORY}) : null;
      return JSON.stringify({ local: await local.get(), sync: await sync.get(), history });
    })()`,
  );
  // The expression above returns just this.
  return JSON.parse(String(text)) as AllStored;
}

const HISTORY = `new Promise((resolve, reject) => {
  const request = indexedDB.open('history');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const db = request.result;
    const tx = db.transaction(['days', 'sessions']);
    const [days, sessions] = [tx.objectStore('days').getAll(), tx.objectStore('sessions').count()];
    tx.oncomplete = () => {
      db.close();
      const dates = days.result.map(({ date }) => date);
      resolve({ version: db.version, dates, sessions: sessions.result });
    };
  };
})`;

/** Stores something on the disk, as another version does. */
export async function store(page: Page, items: object): Promise<void> {
  await callBrowser(page, `storage.local.set(${JSON.stringify(items)})`);
}

/** Makes the database of the history one of a newer version. */
export async function raiseHistoryVersion(page: Page): Promise<void> {
  await evaluateText(
    page,
    `new Promise((resolve, reject) => {
      const request = indexedDB.open('history', 99);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => { request.result.close(); resolve(null); };
    })`,
  );
}
