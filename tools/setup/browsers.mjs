import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { browserVariable, findBrowser } from '../find-browser.mjs';
import { announced, run, SetupError } from './steps.mjs';

/**
 * @typedef {import('../find-browser.mjs').BrowserKind} BrowserKind
 * @typedef {import('./steps.mjs').SetupOptions} SetupOptions
 */

/** A browser of Debian's, and the package of its translations, without which it speaks English only. */
const debianPackages = {
  chromium: { browser: 'chromium', languages: 'chromium-l10n' },
  firefox: { browser: 'firefox-esr', languages: 'firefox-esr-l10n-pt-br' },
};

const commandsElsewhere = {
  chromium: { darwin: 'brew install --cask google-chrome', win32: 'winget install Google.Chrome' },
  firefox: { darwin: 'brew install --cask firefox', win32: 'winget install Mozilla.Firefox' },
};

/** Sees to it that every browser asked for can be found. @param {SetupOptions} options */
export function ensureBrowsers(options) {
  /** @type {string[]} */
  const failures = [];
  for (const kind of options.browsers) {
    try {
      const packages = missingPackages(kind, options);
      if (packages.length > 0) installPackages(kind, packages, options);
    } catch (error) {
      // The other browser is installed all the same.
      if (!(error instanceof SetupError)) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new SetupError(failures.join('\n'));
}

/**
 * @param {BrowserKind} kind
 * @param {SetupOptions} options
 * @returns {string[]} names of Debian's packages
 */
function missingPackages(kind, { languages }) {
  const names = debianPackages[kind];
  if (!findBrowser(kind)) {
    const variable = browserVariable(kind);
    const named = process.env[variable];
    if (named)
      throw new SetupError(`${variable} is ${named}, which is no program that can be run.`);
    return [names.browser, names.languages];
  }
  // A browser that is not Debian's brings its translations along.
  return languages && isInstalled(names.browser) && !isInstalled(names.languages)
    ? [names.languages]
    : [];
}

/**
 * @param {BrowserKind} kind
 * @param {string[]} packages
 * @param {SetupOptions} options
 */
function installPackages(kind, packages, options) {
  if (!isDebian() || process.getuid?.() !== 0) throw new SetupError(howToInstall(kind, packages));
  announced(`Installing ${packages.join(' and ')}`, options, () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], { env });
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  });
  if (findBrowser(kind)) return;
  // Ubuntu's packages of these names only fetch a snap, which a container cannot run.
  throw new SetupError(
    `${packages.join(' and ')} brought no ${kind} that can be run: install one, and set ${browserVariable(kind)} to its path.`,
  );
}

/**
 * @param {BrowserKind} kind
 * @param {string[]} packages
 */
function howToInstall(kind, packages) {
  const elsewhere = commandsElsewhere[kind];
  const command = isDebian()
    ? `sudo apt-get install ${packages.join(' ')}`
    : process.platform === 'darwin' || process.platform === 'win32'
      ? elsewhere[process.platform]
      : `your system's package manager (${debianPackages[kind].browser})`;
  return findBrowser(kind)
    ? `${packages.join(' and ')} is missing: install it with ${command}`
    : `No ${kind} found: install it with ${command}, or set ${browserVariable(kind)} to its path.`;
}

function isDebian() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // A Linux that does not tell its name is none that apt can be counted on.
    return false;
  }
}

/** @param {string} name of a package of Debian's */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return /^Status: \S+ ok installed$/m.test(stdout ?? '');
}
