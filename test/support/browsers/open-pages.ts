import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './extension-browser.ts';

/** A page that is on its way to another address may never answer. */
const PATIENCE_MS = 1_000;

/** The extension's open pages by their paths, such as '/welcome.html', in the order of the paths. */
export async function openPages({
  browser,
  kind,
  extensionOrigin,
}: Pick<ExtensionBrowser, 'browser' | 'kind' | 'extensionOrigin'>): Promise<
  { path: string; page: Page }[]
> {
  // Puppeteer does not know where Firefox has gone by itself, and cannot ask a tab of Chromium that was never drawn.
  const urlOf = async (page: Page) => {
    if (kind === 'chromium') return page.url();
    const asked = page.evaluate(() => location.href).catch(() => '');
    return Promise.race([asked, wait(PATIENCE_MS, '')]);
  };
  const pages = await browser.pages();
  const urls = await Promise.all(pages.map(urlOf));
  return pages
    .map((page, index) => ({ page, url: urls[index] ?? '' }))
    .filter(({ url }) => url.startsWith(`${extensionOrigin}/`))
    .map(({ page, url }) => ({ page, path: url.slice(extensionOrigin.length) }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** Their paths alone. */
export async function openPaths(session: ExtensionBrowser): Promise<string[]> {
  return (await openPages(session)).map(({ path }) => path);
}
