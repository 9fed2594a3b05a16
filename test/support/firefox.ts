import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { ExtensionBrowser, LaunchOptions, OpenPageOptions } from './extension-browser.ts';
import { evaluateInFirefoxWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** @param executablePath a Firefox of version 148 or newer: older ones let no test into their own window */
export async function launchFirefox(
  executablePath: string,
  options: LaunchOptions,
): Promise<ExtensionBrowser> {
  const {
    extensionDir,
    language = 'en-US',
    headless = true,
    permissionPrompts = false,
    colorScheme = 'light',
    downloadsTo,
  } = options;
  const addonId = await readAddonId(extensionDir);
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: null,
    // Without it no moz-extension: page can be visited, nor Firefox's own window.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      'extensions.webextOptionalPermissionPrompts': permissionPrompts,
      'intl.locale.requested': language,
      // 0 is dark, 1 is light.
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      // A prompt's buttons do nothing for half a second, against clicks by mistake.
      'security.notification_enable_delay': 0,
      // 2: the folder that is named here.
      ...(downloadsTo && { 'browser.download.folderList': 2, 'browser.download.dir': downloadsTo }),
    },
  });
  try {
    await browser.installExtension(extensionDir);
    const extensionOrigin = `moz-extension://${uuid}`;
    return {
      kind: 'firefox',
      browser,
      extensionOrigin,
      openPage: (path, pageOptions) => openPage(browser, extensionOrigin + path, pageOptions),
      killWorker: () => killBackground(browser, addonId),
      openRealPopup: () =>
        Promise.reject(
          new Error(
            "Firefox keeps the popup's document from WebDriver: open its page in a tab with openPage instead",
          ),
        ),
      answerPermissionPrompt: (answer) => answerPermissionPrompt(browser, answer),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function readAddonId(extensionDir: string): Promise<string> {
  // Only this field is read, and its absence is told right below.
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id)
    throw new Error(
      `${extensionDir} is no build for Firefox: its manifest has no browser_specific_settings.gecko.id`,
    );
  return id;
}

async function openPage(browser: Browser, url: string, { waitFor = 'body' }: OpenPageOptions = {}) {
  const page = await browser.newPage();
  let failure: unknown;
  // Firefox never reports that a page of an extension has loaded: to await this would be to await its timeout.
  page.goto(url, { timeout: 0 }).catch((error: unknown) => {
    failure = error;
  });
  const arrived = `location.href === ${JSON.stringify(url)} && document.querySelector(${JSON.stringify(waitFor)}) !== null`;
  await until(async () => {
    if (failure) throw failure;
    return page.evaluate(arrived);
  }, `${waitFor} in ${url}`);
  return page;
}

async function killBackground(browser: Browser, addonId: string): Promise<void> {
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).extension`;
  await evaluateInFirefoxWindow(
    browser,
    `${extension}.terminateBackground({ disableResetIdleForTest: true })`,
  );
  await until(
    async () =>
      (await evaluateInFirefoxWindow(browser, `${extension}.backgroundState`)) === 'stopped',
    'the background page to end',
  );
}

async function answerPermissionPrompt(browser: Browser, answer: 'allow' | 'deny'): Promise<void> {
  const button = answer === 'allow' ? 'button' : 'secondaryButton';
  await until(
    () =>
      evaluateInFirefoxWindow(
        browser,
        `(() => {
          const prompt = document.getElementById('addon-webext-permissions-notification');
          if (PopupNotifications.panel.state !== 'open' || !prompt?.isConnected) return false;
          prompt.${button}.click();
          return true;
        })()`,
      ),
    'the request for a permission',
  );
}
