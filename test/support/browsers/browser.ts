import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserKind, browserVariable, findBrowser } from '../../../tools/find-browser.mjs';
import { driveChromium } from './chromium.ts';
import type { Driver, ExtensionBrowser, LaunchOptions } from './extension-browser.ts';
import { driveFirefox } from './firefox.ts';
import { killedAtEnd } from './removed-at-end.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const drivers = { chromium: driveChromium, firefox: driveFirefox };

/**
 * Starts a real browser with a fresh profile, and installs the extension.
 *
 * @throws Error if no such browser is installed, does not start, or refuses the extension
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
  return launch(kind, await drivers[kind](executablePath, options), options);
}

async function launch(
  kind: BrowserKind,
  driver: Driver,
  options: LaunchOptions,
): Promise<ExtensionBrowser> {
  const browser = await driver.start();
  const itself = browser.process();
  if (itself !== null) killedAtEnd(itself);
  const close = async () => {
    await browser.close();
    driver.profile.remove();
    options.whenClosed?.();
  };
  const restart = async () => {
    await browser.close();
    return launch(kind, driver, options);
  };
  try {
    const heard = options.listens ? driver.listen(browser) : { lines: [], requests: [] };
    const installed = await driver.install(browser);
    const restartIfKept = installed.isKept ? restart : null;
    const install = () => driver.install(browser);
    return { ...installed, kind, browser, heard, restart: restartIfKept, install, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Copies a build to a temporary folder, and adds the permission for some addresses, and for notifications. The shipped
 * build must not have them, and no test can answer Chromium's question for them.
 *
 * @returns the folder of the copy, which the caller removes
 */
export async function copyForTests(
  buildDir: string,
  addresses: string[],
): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('build');
  await cp(buildDir, folder.path, { recursive: true });
  const manifestPath = join(folder.path, 'manifest.json');
  // Only these fields are read and written; the build has just made the rest.
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as {
    host_permissions?: string[];
    permissions?: string[];
    optional_permissions?: string[];
  };
  manifest.permissions = [
    ...(manifest.permissions ?? []),
    ...(manifest.optional_permissions ?? []),
  ];
  manifest.optional_permissions = [];
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...addresses.map(hostPattern)];
  await writeFile(manifestPath, JSON.stringify(manifest, null, 2));
  return folder;
}

/** Without a port in the address, the pattern covers all ports. */
function hostPattern(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}/*`;
}
