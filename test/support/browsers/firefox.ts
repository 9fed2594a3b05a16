import { randomUUID } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { until } from '../until.ts';
import { evaluateText } from './evaluate.ts';
import type { ExtensionBrowser, LaunchOptions, OpenPageOptions } from './extension-browser.ts';
import { evaluateInFirefoxWindow } from './firefox-window.ts';
import { listenToFirefox } from './heard.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

/** @param executablePath a Firefox of version 148 or newer: older ones let no test into their own window */
export async function launchFirefox(
  executablePath: string,
  options: LaunchOptions,
): Promise<ExtensionBrowser> {
  const addonId = await readAddonId(options.extensionDir);
  const uuid = randomUUID();
  const profile = options.restarts ? await makeProfileWith(options.extensionDir, addonId) : null;
  const launch = () =>
    startFirefox(executablePath, options, profile, JSON.stringify({ [addonId]: uuid }));
  const drive = async (browser: Browser): Promise<ExtensionBrowser> => {
    const close = async () => {
      await browser.close();
      profile?.remove();
    };
    const heard = options.listens ? listenToFirefox(browser) : { lines: [], requests: [] };
    try {
      const isKept = profile !== null && !(await demandsSignatures(browser));
      if (!isKept) await browser.installExtension(options.extensionDir);
      const extensionOrigin = `moz-extension://${uuid}`;
      return {
        kind: 'firefox',
        browser,
        extensionOrigin,
        heard,
        openPage: (path, pageOptions) => openPage(browser, extensionOrigin + path, pageOptions),
        killWorker: () => killBackground(browser, addonId),
        warnInBackground: async (text) => {
          const page = await openPage(browser, `${extensionOrigin}/options.html`);
          await page.evaluate(
            `browser.runtime.getBackgroundPage().then(({ console }) => console.warn(${JSON.stringify(text)}))`,
          );
          await page.close();
        },
        openRealPopup: () =>
          Promise.reject(
            new Error(
              "Firefox keeps the popup's document from WebDriver: open its page in a tab with openPage instead",
            ),
          ),
        answerPermissionPrompt: (answer) => answerPermissionPrompt(browser, answer),
        restart: isKept
          ? async () => {
              await browser.close();
              return drive(await launch());
            }
          : null,
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  };
  return drive(await launch());
}

/** Releases do; an ESR, the Developer Edition and Nightly go by a preference. */
async function demandsSignatures(browser: Browser): Promise<boolean> {
  return (await evaluateInFirefoxWindow(browser, 'AppConstants.MOZ_REQUIRE_SIGNING')) !== false;
}

/** A fresh profile with the add-on in it, which survives a restart: one that WebDriver installs does not. */
async function makeProfileWith(extensionDir: string, addonId: string): Promise<TemporaryFolder> {
  const profile = await makeTemporaryFolder('profile');
  await cp(extensionDir, join(profile.path, 'extensions', addonId), { recursive: true });
  return profile;
}

function startFirefox(
  executablePath: string,
  options: LaunchOptions,
  profile: TemporaryFolder | null,
  uuids: string,
): Promise<Browser> {
  const { language = 'en-US', headless = true, colorScheme = 'light', listens = false } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    dumpio: listens,
    defaultViewport: null,
    ...(profile && { userDataDir: profile.path }),
    // Without it no moz-extension: page can be visited, nor Firefox's own window.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': uuids,
      'extensions.webextOptionalPermissionPrompts': options.permissionPrompts ?? false,
      // Every console's lines go to the output too.
      'devtools.console.stdout.content': listens,
      'intl.locale.requested': language,
      // 0 is dark, 1 is light.
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      // A prompt's buttons do nothing for half a second, against clicks by mistake.
      'security.notification_enable_delay': 0,
      // Of a profile that brings its add-on along: it is enabled without a question, and needs no signature.
      ...(profile && { 'extensions.autoDisableScopes': 0, 'xpinstall.signatures.required': false }),
      // 2: the folder that is named here.
      ...(options.downloadsTo && {
        'browser.download.folderList': 2,
        'browser.download.dir': options.downloadsTo,
      }),
    },
  });
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
    return evaluateText(page, arrived);
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
