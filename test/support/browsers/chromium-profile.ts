import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from './extension-browser.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

/** A fresh profile. The extension of that folder is pinned to the toolbar, so that its badge can be seen. */
export async function makeChromiumProfile({
  extensionDir,
  silenced = false,
}: LaunchOptions): Promise<TemporaryFolder> {
  const profile = await makeTemporaryFolder('profile');
  await mkdir(join(profile.path, 'Default'));
  const id = idOfUnpacked(extensionDir);
  const preferences = {
    extensions: { pinned_extensions: [id] },
    message_center: { disabled_extension_ids: silenced ? [id] : [] },
  };
  await writeFile(join(profile.path, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

/**
 * The id that Chromium gives to an unpacked extension: a hash of its path as the system writes it, in the letters a to p.
 * @param extensionDir without links
 */
export function idOfUnpacked(extensionDir: string, platform = process.platform): string {
  const bytes = Buffer.from(extensionDir, platform === 'win32' ? 'utf16le' : 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return [...hash].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
