// Plain JavaScript: tools/setup.mjs imports it before any dependency is installed, the tests after.
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * @typedef {'chromium' | 'firefox'} BrowserKind
 * @typedef {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} Machine the one to look at; this one where left out
 */

// Every list in the order of preference.
const browsers = {
  chromium: {
    variable: 'OLIE_CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    macApps: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windowsPaths: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'OLIE_FIREFOX',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    macApps: [
      'Firefox.app/Contents/MacOS/firefox',
      'Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    windowsPaths: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
};

/** @type {BrowserKind[]} */
export const browserKinds = ['chromium', 'firefox'];

/**
 * The environment variable that names the executable, for a browser in an unusual place.
 *
 * @param {BrowserKind} kind
 */
export function browserVariable(kind) {
  return browsers[kind].variable;
}

/**
 * The path of an installed browser, or null where there is none. Where the environment variable is set, only it counts:
 * whoever names a browser does not want another one to be run in its place.
 *
 * @param {BrowserKind} kind
 * @param {Machine} [machine]
 * @returns {string | null}
 */
export function findBrowser(kind, { env = process.env, platform = process.platform } = {}) {
  const named = env[browserVariable(kind)];
  const candidates = named ? [named] : wellKnownPaths(kind, env, platform);
  return candidates.find(isBrowser) ?? null;
}

/**
 * @param {BrowserKind} kind
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function wellKnownPaths(kind, env, platform) {
  const { commands, macApps, windowsPaths } = browsers[kind];
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const programs = windowsPaths.map((path) => win32.basename(path));
    const folders = (env.PATH ?? '').split(';');
    return [
      ...everyPath(windowsPaths, roots, win32.join),
      ...everyPath(programs, folders, win32.join),
    ];
  }
  const appFolders = ['/Applications', posix.join(env.HOME ?? '/', 'Applications')];
  // The usual folders as well: what a desktop or cron starts can have a short PATH.
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [
    ...(platform === 'darwin' ? everyPath(macApps, appFolders, posix.join) : []),
    ...everyPath(commands, folders, posix.join),
  ];
}

/**
 * Every name in every folder: the first name everywhere, before the second one.
 *
 * @param {string[]} names
 * @param {(string | undefined)[]} folders
 * @param {(...parts: string[]) => string} join
 */
function everyPath(names, folders, join) {
  return names.flatMap((name) => folders.flatMap((folder) => (folder ? [join(folder, name)] : [])));
}

/** @param {string} path */
function isBrowser(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    // The question is whether it can be run; why not does not matter.
    return false;
  }
  return statSync(path).isFile() && !isEmptySnap(path);
}

/**
 * On Ubuntu a browser can be a small script that does no more than start a snap, or ask for it to be installed.
 *
 * @param {string} path of an executable file
 */
function isEmptySnap(path) {
  if (statSync(path).size > 10_000) return false;
  const snap = /\/snap\/bin\/[\w-]+/.exec(readFileSync(path, 'latin1'))?.[0];
  return snap !== undefined && !statSync(snap, { throwIfNoEntry: false });
}
