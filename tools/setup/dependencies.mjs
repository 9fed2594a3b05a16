import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, SetupError } from './steps.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages by folder, such as 'node_modules/wxt' */

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Nothing to do if node_modules holds exactly what package-lock.json says. @returns {import('./steps.mjs').Step[]} */
export function dependencySteps() {
  const wanted = readPackages('package-lock.json');
  if (!wanted) throw new SetupError('package-lock.json is missing or broken: check it out again.');
  const installed = readPackages('node_modules/.package-lock.json') ?? {};
  const isSame = Object.keys({ ...wanted, ...installed }).every((folder) => {
    const [want, have] = [wanted[folder], installed[folder]];
    // Optional packages for other systems are in the lock file only.
    return want?.version === have?.version || (want?.optional && !have);
  });
  const install = {
    what: `Install ${Object.keys(wanted).length} npm packages into node_modules (npm ci)`,
    // On Windows npm is a script, which needs a shell.
    run: () => run('npm ci --loglevel=error', [], { cwd: root, shell: true }),
  };
  // Usually npm's postinstall does that, but .npmrc turns install scripts off.
  const prepare = {
    what: "Write WXT's types into .wxt (wxt prepare)",
    run: () => run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'prepare'], { cwd: root }),
  };
  if (!isSame) return [install, prepare];
  return existsSync(join(root, '.wxt/tsconfig.json')) ? [] : [prepare];
}

/** @param {string} path @returns {Packages | null} null if the file is missing or broken */
function readPackages(path) {
  try {
    // The entry without a name is this project.
    const { '': _, ...packages } = JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
    return packages;
  } catch {
    return null;
  }
}
