import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { callBrowser } from './evaluate.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** A page that is on its way to another address may never answer. */
const PATIENCE_MS = 1_000;

/**
 * The extension's open pages by their paths, such as '/welcome.html', in the order of the paths. The browser tells them:
 * Puppeteer misses one of 200 tabs that Firefox opens by itself.
 *
 * @param asking an open page of the extension
 */
export async function openPaths(asking: Page): Promise<string[]> {
  const found = 'tabs.query({}).then((tabs) => tabs.map(({ url }) => url ?? ""))';
  const urls = (await callBrowser(asking, found)) as string[];
  const origin = await asking.evaluate(() => location.origin);
  return urls
    .filter((url) => url.startsWith(`${origin}/`))
    .map((url) => url.slice(origin.length))
    .sort();
}

/**
 * The page with this path, which the browser has opened. One that Puppeteer has missed is opened again in its place.
 *
 * @param asking another open page of the extension
 */
export async function openedPage(
  session: ExtensionBrowser,
  path: string,
  asking: Page,
): Promise<Page> {
  const url = session.extensionOrigin + path;
  const pages = await session.browser.pages();
  const urls = await Promise.all(pages.map((page) => urlOf(page, session)));
  const known = pages[urls.indexOf(url)];
  if (known !== undefined) return known;
  const close = `tabs.query({}).then((tabs) => tabs.filter((tab) => tab.url === ${JSON.stringify(url)}).map(({ id }) => browser.tabs.remove(id)))`;
  await callBrowser(asking, close);
  return session.openPage(path);
}

/** Puppeteer does not know where Firefox has gone by itself, and cannot ask a tab of Chromium that was never drawn. */
function urlOf(page: Page, { kind }: ExtensionBrowser): string | Promise<string> {
  if (kind === 'chromium') return page.url();
  const asked = page.evaluate(() => location.href).catch(() => '');
  return Promise.race([asked, wait(PATIENCE_MS, '')]);
}
