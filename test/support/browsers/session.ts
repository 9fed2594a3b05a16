import { fileURLToPath } from 'node:url';
import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { copyForTests, launchBrowser } from './browser.ts';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';

const builds = {
  chromium: fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url)),
};

export interface SessionOptions extends Omit<LaunchOptions, 'extensionDir'> {
  /** Addresses that the copy for Chromium may reach. Default: this machine. */
  reachable?: string[];
}

/**
 * Starts a real browser with the shipped build. No script can answer Chromium's question for a permission, so Chromium
 * gets a copy of the build that already has the permission, unless `grants` are given.
 */
export async function startSession(
  kind: BrowserKind,
  { reachable = ['http://127.0.0.1'], ...options }: SessionOptions = {},
): Promise<ExtensionBrowser> {
  const isCopied = kind === 'chromium' && options.grants === undefined;
  const copy = isCopied ? await copyForTests(builds[kind], reachable) : null;
  const withCopy = (session: ExtensionBrowser): ExtensionBrowser => {
    const { restart } = session;
    return {
      ...session,
      restart: restart && (async () => withCopy(await restart())),
      close: async () => {
        await session.close();
        copy?.remove();
      },
    };
  };
  try {
    const extensionDir = copy?.path ?? builds[kind];
    return withCopy(await launchBrowser(kind, { ...options, extensionDir }));
  } catch (error) {
    copy?.remove();
    throw error;
  }
}
