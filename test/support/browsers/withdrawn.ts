import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyForTests, launchBrowser } from './browser.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { builds } from './session.ts';

const NOTIFICATIONS = 'notifications';

/**
 * Chromium with notifications as the shipped build has them: allowed, and taken back by `permissions.remove`. No script can
 * answer Chromium's question. But what an extension once had by its manifest stays allowed, also if a later one only asks
 * for it.
 */
export async function startWithdrawable(): Promise<{
  session: ExtensionBrowser;
  /** Allows them again. The extension's pages close. */
  allow(): Promise<void>;
}> {
  const copy = await copyForTests(builds.chromium, ['http://127.0.0.1']);
  const path = join(copy.path, 'manifest.json');
  const needed = await readFile(path, 'utf8');
  // This copy has just been made.
  const manifest = JSON.parse(needed) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== NOTIFICATIONS);
  const optional = { ...manifest, permissions, optional_permissions: [NOTIFICATIONS] };
  const session = await launchBrowser('chromium', {
    extensionDir: copy.path,
    whenClosed: copy.remove,
  });
  const installAs = async (text: string) => {
    await writeFile(path, text);
    await session.install();
  };
  await installAs(JSON.stringify(optional));
  const allow = async () => {
    await installAs(needed);
    await installAs(JSON.stringify(optional));
  };
  return { session, allow };
}
