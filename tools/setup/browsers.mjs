import { spawnSync } from 'node:child_process';
import { browserVariable, findBrowser } from '../find-browser.mjs';
import { canInstall, installStep } from './debian.mjs';
import { SetupError } from './steps.mjs';

/** @typedef {import('../find-browser.mjs').BrowserKind} BrowserKind */

/** Debian's packages. Without `languages` Debian's browsers speak only English. */
const packages = {
  chromium: { browser: 'chromium', languages: 'chromium-l10n' },
  firefox: { browser: 'firefox-esr', languages: 'firefox-esr-l10n-pt-br' },
};

/** What Windows and macOS install. These browsers have all languages in them. */
const others = {
  chromium: {
    names: 'Chromium, Chrome or Edge',
    winget: 'Google.Chrome',
    cask: 'google-chrome',
  },
  firefox: { names: 'Firefox', winget: 'Mozilla.Firefox', cask: 'firefox' },
};

/**
 * @param {BrowserKind[]} kinds
 * @param {boolean} languages whether they must speak Portuguese
 * @returns {import('./steps.mjs').Step[]}
 * @throws {SetupError} if something is missing that only the reader can install
 */
export function browserSteps(kinds, languages) {
  const lacking = kinds
    .map((kind) => ({ kind, names: missingPackages(kind, languages) }))
    .filter(({ names }) => names.length > 0);
  if (lacking.length === 0) return [];
  if (!canInstall()) {
    throw new SetupError(lacking.map(({ kind, names }) => howToInstall(kind, names)).join('\n'));
  }
  const check = () => {
    const kind = kinds.find((one) => !findBrowser(one));
    // Ubuntu's packages of these names only fetch a snap, which does not run in a container.
    if (kind)
      throw new SetupError(
        `No ${kind} runs after that. Install one and set ${browserVariable(kind)} to its path.`,
      );
  };
  const names = lacking.flatMap((one) => one.names);
  return [installStep(names, check)];
}

/** @param {BrowserKind} kind @param {boolean} needsLanguages @returns {string[]} names of Debian's packages */
function missingPackages(kind, needsLanguages) {
  const { browser, languages } = packages[kind];
  if (findBrowser(kind)) {
    // Other browsers than Debian's have all languages in them.
    const isMissing = needsLanguages && isInstalled(browser) && !isInstalled(languages);
    return isMissing ? [languages] : [];
  }
  const variable = browserVariable(kind);
  const path = process.env[variable];
  if (path) throw new SetupError(`${variable} is ${path}, which is no program that can be run.`);
  return [browser, languages];
}

/**
 * What to do if a browser is missing that cannot be installed here.
 *
 * @param {BrowserKind} kind
 * @param {string[]} names of Debian's packages that are missing
 * @param {NodeJS.Platform} [platform]
 */
export function howToInstall(kind, names, platform = process.platform) {
  const elsewhere = `or set ${browserVariable(kind)} to the path of ${others[kind].names}.`;
  const { winget, cask } = others[kind];
  if (platform === 'win32')
    return `${kind} is missing: run "winget install ${winget}", ${elsewhere}`;
  if (platform === 'darwin')
    return `${kind} is missing: run "brew install --cask ${cask}", ${elsewhere}`;
  return `Missing: ${names.join(' and ')}. On Debian, run "sudo apt-get install ${names.join(' ')}". Elsewhere install a browser, ${elsewhere}`;
}

/** @param {string} name of a Debian package */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return /^Status: \S+ ok installed$/m.test(stdout ?? '');
}
