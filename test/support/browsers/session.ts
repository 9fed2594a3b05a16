import { fileURLToPath } from 'node:url';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { copyForTests, launchBrowser } from './browser.ts';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';
import { shareBrowser } from './shared-browser.ts';

export const builds = {
  chromium: fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url)),
};

export interface SessionOptions extends Omit<LaunchOptions, 'extensionDir'> {
  /** The folder of a build. Default: the shipped one. */
  build?: string;
  /** Addresses that the copy for Chromium may reach. Default: this machine. */
  reachable?: string[];
}

/**
 * Gives a real browser with the shipped build. No script can answer Chromium's question for a permission, so Chromium
 * gets a copy of the build that already has the permission, unless `grants` are given. Without options, the browser is
 * one that other test files use too.
 */
export function startSession(
  kind: BrowserKind,
  options: SessionOptions = {},
): Promise<ExtensionBrowser> {
  const launchOptions = () => optionsFor(kind, options);
  return Object.keys(options).length === 0
    ? shareBrowser(kind, launchOptions)
    : launchOptions().then((made) => launchBrowser(kind, made));
}

async function optionsFor(
  kind: BrowserKind,
  { build = builds[kind], reachable = ['http://127.0.0.1'], ...options }: SessionOptions,
): Promise<LaunchOptions> {
  const isCopied = kind === 'chromium' && options.grants === undefined;
  if (!isCopied) return { ...options, extensionDir: build };
  const { path: extensionDir, remove } = await copyForTests(build, reachable);
  return { ...options, extensionDir, whenClosed: remove };
}
