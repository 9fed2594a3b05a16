import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserKind, browserVariable, findBrowser } from '../../../tools/find-browser.mjs';
import { launchChromium } from './chromium.ts';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';
import { launchFirefox } from './firefox.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

export type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';

const launchers = { chromium: launchChromium, firefox: launchFirefox };

/**
 * Starts a real browser with a fresh profile and installs the extension in it.
 *
 * @throws Error where no such browser is installed, or where it does not start or take the extension
 */
export async function launchBrowser(
  kind: BrowserKind,
  options: LaunchOptions,
): Promise<ExtensionBrowser> {
  const executablePath = findBrowser(kind);
  if (!executablePath) {
    throw new Error(
      `No ${kind} found: run "node tools/setup.mjs --browsers ${kind}", or set ${browserVariable(kind)} to its path`,
    );
  }
  return launchers[kind](executablePath, options);
}

/**
 * Copies a build to a temporary folder, where it may reach some services from the start: nobody can click on
 * Chromium's question in a test, and the shipped build must not hold the permission.
 *
 * @param addresses of the services
 * @returns the folder of the copy, which the caller removes
 */
export async function copyForTests(
  buildDir: string,
  addresses: string[],
): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('build');
  await cp(buildDir, folder.path, { recursive: true });
  const manifestPath = join(folder.path, 'manifest.json');
  // The one field that is read and written here; the build itself has just made the rest.
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as {
    host_permissions?: string[];
  };
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...addresses.map(hostPattern)];
  await writeFile(manifestPath, JSON.stringify(manifest, null, 2));
  return folder;
}

/** All ports where the address names none, as in Chromium's patterns. */
function hostPattern(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}/*`;
}
