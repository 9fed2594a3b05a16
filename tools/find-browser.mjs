// Plain JavaScript: setup.mjs imports it before any dependency is installed.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserKind */

// The best first.
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

/** The environment variable with the path of a browser in an unusual place. @param {BrowserKind} kind */
export function browserVariable(kind) {
  return browsers[kind].variable;
}

/**
 * The path of an installed browser, or null. If the environment variable is set, no other browser is looked for.
 *
 * @param {BrowserKind} kind
 * @returns {string | null}
 */
export function findBrowser(kind) {
  const named = process.env[browserVariable(kind)];
  return (named ? [named] : usualPaths(kind)).find(canRun) ?? null;
}

/** @param {BrowserKind} kind */
function usualPaths(kind) {
  const { commands, macApps, windowsPaths } = browsers[kind];
  const { PATH = '', HOME, PROGRAMFILES, 'PROGRAMFILES(X86)': X86, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return inAll([PROGRAMFILES, X86, LOCALAPPDATA], windowsPaths);
  // The PATH of a desktop or of cron can be short.
  const folders = [...PATH.split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [
    ...inAll(['/Applications', `${HOME}/Applications`], macApps),
    ...inAll(folders, commands),
  ];
}

/** The first name in every folder, then the second. @param {(string | undefined)[]} folders @param {string[]} names */
function inAll(folders, names) {
  return names.flatMap((name) => folders.flatMap((folder) => (folder ? [join(folder, name)] : [])));
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    // The reason does not matter.
    return false;
  }
  const stat = statSync(path);
  if (!stat.isFile()) return false;
  // On Ubuntu a browser can be a small script that starts a snap, which may not be there.
  const snap = stat.size < 10_000 && /\/snap\/bin\/[\w-]+/.exec(readFileSync(path, 'latin1'))?.[0];
  return !snap || existsSync(snap);
}
