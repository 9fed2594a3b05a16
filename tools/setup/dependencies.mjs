import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announced, run, SetupError } from './steps.mjs';

/**
 * @typedef {import('./steps.mjs').SetupOptions} SetupOptions
 * @typedef {Record<string, { version?: string, optional?: boolean }>} Packages by their folder, such as 'node_modules/wxt'
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const wxtStamp = join(root, '.wxt/tsconfig.json');

/** Installs what package-lock.json says where node_modules holds anything else. @param {SetupOptions} options */
export function ensureDependencies(options) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted)
    throw new SetupError('package-lock.json is missing or cannot be read: check it out again.');
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (installed && samePackages(wanted, installed)) return;
  // On Windows npm is a script, which only a shell runs.
  announced('Installing dependencies', options, () =>
    run('npm ci --loglevel=error', [], { cwd: root, shell: true }),
  );
}

/**
 * @param {Packages} wanted
 * @param {Packages} installed
 */
function samePackages(wanted, installed) {
  const folders = new Set([...Object.keys(wanted), ...Object.keys(installed)]);
  // The root of the lock file, which is no dependency.
  folders.delete('');
  return [...folders].every((folder) => {
    const want = wanted[folder];
    const have = installed[folder];
    // Builds for other systems are in the lock file, and on no disk.
    if (want && !have) return want.optional === true;
    return want?.version === have?.version;
  });
}

/**
 * @param {string} path
 * @returns {Packages | null} null where the file is missing or broken: `npm ci` makes it anew
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT'
    )
      return null;
    throw error;
  }
}

/**
 * Lets WXT write .wxt, which holds types and the tsconfig that ours extends, where it is older than what it is made from.
 * Elsewhere npm's postinstall does that; ours is off (.npmrc), so that no dependency runs a script of its own.
 *
 * @param {SetupOptions} options
 */
export function ensureWxtTypes(options) {
  const madeFrom = ['package-lock.json', 'wxt.config.ts', 'locales'].map((name) =>
    newestMs(join(root, name)),
  );
  if (existsSync(wxtStamp) && statSync(wxtStamp).mtimeMs >= Math.max(...madeFrom)) return;
  announced("Preparing WXT's types", options, () => {
    run(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'prepare'], { cwd: root });
    // WXT leaves alone what has not changed, and its age with it: it would be prepared again and again.
    const now = new Date();
    utimesSync(wxtStamp, now, now);
  });
}

/**
 * When a file, or anything in a folder, was last changed. A folder's own time tells of files that were removed.
 *
 * @param {string} path
 * @returns {number} epoch milliseconds, 0 where there is nothing
 */
function newestMs(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
