import { randomUUID } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { until } from '../until.ts';
import { callBrowser, evaluateText } from './evaluate.ts';
import type { Driver, Installed, LaunchOptions, OpenPageOptions } from './extension-browser.ts';
import { actOnDesktop } from './firefox-desktop.ts';
import { evaluateInFirefoxWindow } from './firefox-window.ts';
import { listenToFirefox } from './heard.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

/** @param executablePath Firefox 148 or newer: older ones let no test into their own window */
export async function driveFirefox(
  executablePath: string,
  options: LaunchOptions,
): Promise<Driver> {
  const addonId = await readAddonId(options.extensionDir);
  const uuid = randomUUID();
  const profile = await makeTemporaryFolder('profile');
  if (options.restarts) {
    // It survives a restart, unlike one that WebDriver installs.
    const place = join(profile.path, 'extensions', addonId);
    await cp(options.extensionDir, place, { recursive: true });
  }
  return {
    profile,
    start: () => start(executablePath, options, profile, JSON.stringify({ [addonId]: uuid })),
    listen: listenToFirefox,
    install: async (browser) => {
      const isKept = options.restarts === true && !(await demandsSignatures(browser));
      if (!isKept) await browser.installExtension(options.extensionDir);
      return installed(browser, addonId, `moz-extension://${uuid}`, isKept);
    },
  };
}

function installed(
  browser: Browser,
  addonId: string,
  extensionOrigin: string,
  isKept: boolean,
): Installed {
  return {
    isKept,
    extensionOrigin,
    uninstall: () => browser.uninstallExtension(addonId),
    openPage: (path, pageOptions) => openPage(browser, extensionOrigin + path, pageOptions),
    killWorker: () => killBackground(browser, addonId),
    warnInBackground: async (text, page) => {
      const warn = `({ console }) => console.warn(${JSON.stringify(text)})`;
      await callBrowser(page, `runtime.getBackgroundPage().then(${warn})`);
    },
    actOnNotification: (act, id) => actOnDesktop(browser, act, id),
    openRealPopup: () =>
      Promise.reject(new Error('WebDriver cannot reach the popup of Firefox: open it in a tab')),
    answerPermissionPrompt: (answer) => answerPermissionPrompt(browser, answer),
  };
}

/** Whether add-ons must be signed: releases demand it; ESR, Developer Edition and Nightly have a preference. */
async function demandsSignatures(browser: Browser): Promise<boolean> {
  return (await evaluateInFirefoxWindow(browser, 'AppConstants.MOZ_REQUIRE_SIGNING')) !== false;
}

function start(
  executablePath: string,
  options: LaunchOptions,
  profile: TemporaryFolder,
  uuids: string,
): Promise<Browser> {
  const { language = 'en', headless = true, colorScheme, listens = false, downloadsTo } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    dumpio: listens,
    env: { ...process.env, ...options.env },
    defaultViewport: null,
    userDataDir: profile.path,
    // Opens moz-extension: pages and Firefox's own window to tests.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': uuids,
      // For one that is installed again.
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextOptionalPermissionPrompts': options.permissionPrompts ?? false,
      // Writes every console to the output too.
      'devtools.console.stdout.content': listens,
      'intl.locale.requested': language === 'en' ? 'en-US' : language,
      // 0 is dark, 1 is light.
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      // Otherwise the buttons of a prompt do nothing for half a second.
      'security.notification_enable_delay': 0,
      // Otherwise a page in a tab behind another one runs its timers once a second. No popup is ever behind.
      'dom.min_background_timeout_value': 4,
      'dom.min_background_timeout_value_without_budget_throttling': 4,
      'dom.timeout.enable_budget_timer_throttling': false,
      // Starts no processes for web pages in advance: the extension's pages have one of their own.
      'dom.ipc.processCount': 1,
      'dom.ipc.processPrelaunch.enabled': false,
      // Enables the add-on of the profile without a question or a signature.
      ...(options.restarts && {
        'extensions.autoDisableScopes': 0,
        'xpinstall.signatures.required': false,
      }),
      // 2 is the folder that is named here.
      ...(downloadsTo && {
        'browser.download.folderList': 2,
        'browser.download.dir': downloadsTo,
      }),
    },
  });
}

async function readAddonId(extensionDir: string): Promise<string> {
  // The only field that is read; a missing one is reported below.
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${extensionDir} has no id for Firefox`);
  return id;
}

async function openPage(browser: Browser, url: string, { waitFor = 'body' }: OpenPageOptions = {}) {
  const page = await browser.newPage();
  let failure: unknown;
  // Firefox never reports that an extension's page has loaded, so this promise may stay open.
  page.goto(url, { timeout: 0 }).catch((error: unknown) => {
    failure = error;
  });
  const arrived = `location.href === ${JSON.stringify(url)} && document.querySelector(${JSON.stringify(waitFor)}) !== null`;
  await until(async () => {
    if (failure) throw failure;
    return evaluateText(page, arrived);
  }, `${waitFor} in ${url}`);
  return page;
}

async function killBackground(browser: Browser, addonId: string): Promise<void> {
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).extension`;
  const terminate = `${extension}.terminateBackground({ disableResetIdleForTest: true })`;
  const state = `${terminate}.then(() => ${extension}.backgroundState)`;
  // An event in this moment keeps it running, so it may take more than one try.
  const isStopped = async () => (await evaluateInFirefoxWindow(browser, state)) === 'stopped';
  await until(isStopped, 'the background page to end');
}

async function answerPermissionPrompt(browser: Browser, answer: 'allow' | 'deny'): Promise<void> {
  const button = answer === 'allow' ? 'button' : 'secondaryButton';
  const isClicked = `(() => {
    const prompt = document.getElementById('addon-webext-permissions-notification');
    if (PopupNotifications.panel.state !== 'open' || !prompt?.isConnected) return false;
    prompt.${button}.click();
    return true;
  })()`;
  await until(() => evaluateInFirefoxWindow(browser, isClicked), 'the permission prompt');
}
