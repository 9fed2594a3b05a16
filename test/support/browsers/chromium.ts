import puppeteer, { type Browser, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { until } from '../until.ts';
import { idOfUnpacked, makeChromiumProfile } from './chromium-profile.ts';
import type { ExtensionBrowser, LaunchOptions, OpenPageOptions } from './extension-browser.ts';
import { listenToChromium } from './heard.ts';

const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param executablePath Chromium, Chrome or Edge. It must accept unpacked extensions over the debugging pipe. */
export async function launchChromium(
  executablePath: string,
  options: LaunchOptions,
): Promise<ExtensionBrowser> {
  const profile = await makeChromiumProfile(options.extensionDir);
  const launch = () => startOn(profile.path, executablePath, options);
  const drive = async (browser: Browser): Promise<ExtensionBrowser> => {
    const close = async () => {
      await browser.close();
      profile.remove();
    };
    const heard = options.listens ? listenToChromium(browser) : { lines: [], requests: [] };
    try {
      const isKept = options.restarts === true && (await isLoaded(browser, options.extensionDir));
      const id = isKept
        ? idOfUnpacked(options.extensionDir)
        : await browser.installExtension(options.extensionDir);
      const extensionOrigin = `chrome-extension://${id}`;
      await allowOnItsPage(browser, id, options.grants ?? []);
      const restart = async () => {
        await browser.close();
        return drive(await launch());
      };
      return {
        kind: 'chromium',
        browser,
        extensionOrigin,
        heard,
        openPage: (path, pageOptions) => openPage(browser, extensionOrigin + path, pageOptions),
        killWorker: () => killWorker(browser, extensionOrigin),
        warnInBackground: async (text) => {
          const worker = await runningWorker(browser, extensionOrigin);
          await worker.evaluate((said) => console.warn(said), text);
        },
        openRealPopup: () => openRealPopup(browser, extensionOrigin),
        answerPermissionPrompt: () =>
          Promise.reject(new Error('No script can reach the permission prompt of Chromium')),
        restart: isKept ? restart : null,
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  };
  return drive(await launch());
}

function startOn(
  profilePath: string,
  executablePath: string,
  options: LaunchOptions,
): Promise<Browser> {
  const { extensionDir, language = 'en', headless = true, colorScheme, downloadsTo } = options;
  return puppeteer.launch({
    userDataDir: profilePath,
    executablePath,
    headless,
    // Chromium loads an unpacked extension on demand only over a pipe, not over a port.
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(downloadsTo && { downloadBehavior: { policy: 'allow', downloadPath: downloadsTo } }),
    args: [
      ...quietArguments,
      // Chromium's sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // On Linux --lang changes only the extension's texts: getUILanguage() and navigator.language follow LANGUAGE below.
      `--lang=${language === 'en' ? 'en-US' : language}`,
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      // An extension that comes over the pipe does not survive a restart. One from the command line does.
      ...(options.restarts
        ? [
            `--load-extension=${extensionDir}`,
            '--disable-features=DisableLoadExtensionCommandLineSwitch',
          ]
        : []),
    ],
    env: { ...process.env, LANGUAGE: language === 'en' ? 'en_US' : 'pt_BR' },
  });
}

/** Whether the browser has loaded the extension from the command line: Chromium does, Chrome no longer does. */
function isLoaded(browser: Browser, extensionDir: string): Promise<boolean> {
  const origin = `chrome-extension://${idOfUnpacked(extensionDir)}`;
  return until(() => findWorker(browser, origin), 'the extension to load', 5_000).then(
    () => true,
    () => false,
  );
}

/** Allows hosts on chrome://extensions, as users can. */
async function allowOnItsPage(browser: Browser, id: string, patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  for (const pattern of patterns) {
    const quoted = [id, pattern].map((text) => JSON.stringify(text)).join();
    await page.evaluate(`chrome.developerPrivate.addHostPermission(${quoted})`);
  }
  await page.close();
}

async function openPage(browser: Browser, url: string, { waitFor = 'body' }: OpenPageOptions = {}) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector(waitFor);
  return page;
}

function findWorker(browser: Browser, extensionOrigin: string): Target | undefined {
  return targetsOf(browser, extensionOrigin, 'service_worker')[0];
}

function targetsOf(browser: Browser, extensionOrigin: string, type: 'page' | 'service_worker') {
  const isOurs = (target: Target) =>
    target.type() === type && target.url().startsWith(`${extensionOrigin}/`);
  return browser.targets().filter(isOurs);
}

async function killWorker(browser: Browser, extensionOrigin: string): Promise<void> {
  const target = findWorker(browser, extensionOrigin);
  // Chromium may have stopped an idle worker by itself.
  if (!target) return;
  await (await target.worker())?.close();
  await until(() => !browser.targets().includes(target), 'the worker to end');
}

/** The background's worker; starts it if it does not run. */
async function runningWorker(browser: Browser, extensionOrigin: string): Promise<WebWorker> {
  if (!findWorker(browser, extensionOrigin)) await startWorker(browser, extensionOrigin);
  const target = await until(() => findWorker(browser, extensionOrigin), 'the worker to start');
  const worker = await target.worker();
  if (!worker) throw new Error('The worker ended while it was being started');
  return worker;
}

async function startWorker(browser: Browser, extensionOrigin: string): Promise<void> {
  const [page] = await browser.pages();
  if (!page) throw new Error('A worker can only be started from an open page');
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: `${extensionOrigin}/` });
  await session.detach();
}

async function openRealPopup(browser: Browser, extensionOrigin: string): Promise<Page> {
  const worker = await runningWorker(browser, extensionOrigin);
  const pages = () => targetsOf(browser, extensionOrigin, 'page');
  const before = new Set(pages());
  // Right after its start Chromium has no active window yet, and refuses.
  const isOpened = `chrome.action.openPopup().then(() => true, (error) => {
    if (/active browser window/.test(error.message)) return false;
    throw error;
  })`;
  await until(() => worker.evaluate(isOpened), 'Chromium to have an active window');
  const target = await until(() => pages().find((page) => !before.has(page)), 'the popup to open');
  // page() would be null here: it is for tabs.
  const popup = await target.asPage();
  await popup.waitForSelector('body');
  return popup;
}
