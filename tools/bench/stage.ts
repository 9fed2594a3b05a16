import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { NO_SETTINGS } from '../../lib/core/settings/settings.ts';
import { copyForTests, launchBrowser } from '../../test/support/browsers/browser.ts';
import type { TemporaryFolder } from '../../test/support/browsers/temporary-folder.ts';
import type { StandInOlie } from '../../test/support/stand-ins/olie.ts';
import { openPopup } from './digits.ts';
import { writeBlankPopup } from './reference.ts';

const build = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Starts a real Chromium with the blank popup in it. Others can be added; each is an extension with its own storage. */
export async function startStage() {
  const blank = await writeBlankPopup();
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
    /** Installs the shipped build, connects it to Olie, and waits until its popup shows the answer. */
    addOurs: async ({ url: address, token, executionId }: StandInOlie) => {
      // The exact address, as users allow it: a wider permission makes each request slower.
      const origin = await add(await copyForTests(build, [address]));
      // It opens by itself, and would stand before the popups.
      const welcome = await browser.waitForTarget(
        (target) => target.url() === `${origin}/welcome.html`,
      );
      await (await welcome.page())?.close();
      const connections = [{ id: 'olie', kind: 'olie', address, token, executionId }];
      const settings = JSON.stringify({ settings: { ...NO_SETTINGS, connections } });
      const page = await openIdlePage(browser, origin);
      await page.evaluate(`chrome.storage.local.set(${settings})`);
      await (await openPopup(browser, origin)).close();
      await page.close();
      return origin;
    },
    close: async () => {
      await session.close();
      for (const folder of folders) folder.remove();
    },
  };
}

/** A page of the extension that runs no script. While it is open, the extension's process stays alive. */
export async function openIdlePage(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/manifest.json`);
  return page;
}
