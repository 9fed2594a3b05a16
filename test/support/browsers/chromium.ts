import puppeteer, { type Browser, type Extension, type Page, type Target } from 'puppeteer-core';
import { until } from '../until.ts';
import { idOfUnpacked, makeChromiumProfile } from './chromium-profile.ts';
import { callBrowser } from './evaluate.ts';
import type { Driver, Installed, LaunchOptions, OpenPageOptions } from './extension-browser.ts';
import { listenToChromium } from './heard.ts';

/** As Linux names them. */
const LOCALES = { en: 'en_US', 'pt-BR': 'pt_BR', es: 'es_ES' };
const quietArguments = [
  '--disable-gpu',
  // Without a screen, Chromium takes one of 800 × 600: no popup is as tall on it as on others.
  '--screen-info={1600x1200}',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Each start would load a page for the list below the address bar: it takes as long as all the rest.
  '--disable-features=WebUIOmniboxAimPopup,WebUIOmniboxPopup',
];

/** @param executablePath Chromium, Chrome or Edge. It must accept unpacked extensions over the debugging pipe. */
export async function driveChromium(
  executablePath: string,
  options: LaunchOptions,
): Promise<Driver> {
  const profile = await makeChromiumProfile(options);
  return {
    profile,
    start: () => start(profile.path, executablePath, options),
    listen: listenToChromium,
    install: (browser) => install(browser, options),
  };
}

async function install(browser: Browser, options: LaunchOptions): Promise<Installed> {
  const isKept = options.restarts === true && (await isLoaded(browser, options.extensionDir));
  const id = isKept
    ? idOfUnpacked(options.extensionDir)
    : await browser.installExtension(options.extensionDir);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('Chromium does not know the extension that it has installed');
  const extensionOrigin = `chrome-extension://${id}`;
  await allowOnItsPage(browser, id, options.grants ?? []);
  return {
    isKept,
    extensionOrigin,
    uninstall: () => browser.uninstallExtension(id),
    openPage: (path, pageOptions) => openPage(browser, extensionOrigin + path, pageOptions),
    killWorker: () => killWorker(browser, extension),
    warnInBackground: (text, page) => warnInWorker(extension, text, page),
    actOnNotification: (act, id, page) => tellWorker(extension, act, id, page),
    openRealPopup: async (page) => {
      await extension.triggerAction(page);
      const isPopup = (target: Target) => target.url() === `${extensionOrigin}/popup.html#toolbar`;
      // page() would be null here: it is for tabs.
      return (await browser.waitForTarget(isPopup)).asPage();
    },
    answerPermissionPrompt: () =>
      Promise.reject(new Error('No script can reach the permission prompt of Chromium')),
  };
}

function start(
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
    env: { ...process.env, LANGUAGE: LOCALES[language], ...options.env },
  });
}

/** Whether the browser has loaded the extension from the command line: Chromium does, Chrome no longer does. */
function isLoaded(browser: Browser, extensionDir: string): Promise<boolean> {
  const id = idOfUnpacked(extensionDir);
  const isThere = async () => (await browser.extensions()).has(id);
  return until(isThere, 'the extension to load', 5_000).catch(() => false);
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
  const page = await newPageAt(browser, url);
  // It begins with an empty document. What is found in that is gone with it.
  const isThere = () => page.evaluate(`document.URL !== 'about:blank'`).catch(() => false);
  await until(isThere, `the document of ${url}`);
  await page.waitForSelector(waitFor);
  return page;
}

/** Opens it there at once. `newPage` begins with an empty page, for which Chromium starts a process. */
async function newPageAt(browser: Browser, url: string): Promise<Page> {
  const before = new Set(browser.targets());
  const session = await browser.target().createCDPSession();
  await session.send('Target.createTarget', { url });
  await session.detach();
  const target = await browser.waitForTarget((it) => it.url() === url && !before.has(it));
  return target.asPage();
}

async function killWorker(browser: Browser, extension: Extension): Promise<void> {
  // An event may start the next one at once: it has a target of its own, but for one that a debugger holds.
  for (const worker of await extension.workers()) await worker.client.detach();
  const cdp = await browser.target().createCDPSession();
  const running = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.includes(`//${extension.id}/`))
      .map(({ targetId }) => targetId);
  };
  // Chromium may have stopped an idle worker by itself.
  const before = await running();
  for (const targetId of before) await cdp.send('Target.closeTarget', { targetId });
  const isOver = async () => !(await running()).some((id) => before.includes(id));
  await until(isOver, 'the worker to end');
  await cdp.detach();
}

async function warnInWorker(extension: Extension, text: string, page: Page): Promise<void> {
  await inWorker(extension, `console.warn(${JSON.stringify(text)})`, page);
}

/** No script can reach what shows Chromium's notifications. Its events have this method for the browser's own scripts. */
async function tellWorker(extension: Extension, act: 'click' | 'press', id: string, page: Page) {
  const event = act === 'click' ? 'onClicked' : 'onButtonClicked';
  const call = `chrome.notifications.${event}.dispatch(${JSON.stringify(id)}, 0)`;
  await inWorker(extension, call, page);
}

async function inWorker(extension: Extension, expression: string, page: Page): Promise<void> {
  // Any message starts the worker.
  await callBrowser(page, 'runtime.sendMessage({})');
  const worker = await until(async () => (await extension.workers())[0], 'the worker to start');
  await worker.evaluate(expression);
}
