import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All files below a folder, as paths from there with `/`. @throws Error if there is no such folder */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
}

/** Whether Git knows this folder: an unpacked archive of sources it does not. */
export function isCheckout(root: string): boolean {
  return existsSync(join(root, '.git'));
}

/**
 * The files that Git tracks and that are still there.
 *
 * @param root of a Git checkout
 * @param without paths from there that are left out, with all that is below
 * @returns paths from there with `/`
 * @throws Error if this is no Git checkout, or Git is missing
 */
export function trackedFiles(root: string, without: string[]): string[] {
  const excluded = without.map((path) => `:(exclude)${path}`);
  return git(root, ['--', '.', ...excluded]).filter((path) => existsSync(join(root, path)));
}

/** New files of which Git has not been told: they are in no archive of sources. */
export function untrackedFiles(root: string): string[] {
  return git(root, ['--others', '--exclude-standard']);
}

function git(root: string, args: string[]): string[] {
  const options = { cwd: root, encoding: 'utf8' as const, stdio: 'pipe' as const };
  return execFileSync('git', ['ls-files', '-z', ...args], options)
    .split('\0')
    .filter(Boolean);
}
