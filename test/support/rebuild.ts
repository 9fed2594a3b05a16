import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { makeArchive } from '../../tools/archives/archives.ts';
import { ROOT } from './sources.ts';

/**
 * Builds a package again from the archive of sources, in another folder, as Mozilla's reviewers do.
 *
 * @returns the package, byte by byte
 * @throws Error if it cannot be built from these files
 */
export async function rebuild(browser: 'chrome' | 'firefox'): Promise<Uint8Array> {
  // Below the project, where it finds the packages that the lock file names.
  const folder = join(ROOT, '.cache', `rebuild-${browser}`);
  rmSync(folder, { recursive: true, force: true });
  try {
    const sources = await makeArchive(ROOT, 'sources');
    await unpack(sources.bytes, folder);
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    // With the environment of tests: what NODE_ENV says must change nothing.
    execFileSync(process.execPath, [wxt, 'build', '-b', browser], { cwd: folder, stdio: 'pipe' });
    return (await makeArchive(folder, browser)).bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function unpack(archive: Uint8Array, folder: string): Promise<void> {
  const { files } = await JSZip.loadAsync(archive);
  for (const [path, file] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), await file.async('nodebuffer'));
  }
}
