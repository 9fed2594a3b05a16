import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';

/** The earliest that a ZIP can say. With the files' own times, every build would make another archive. */
const TIME = new Date('1980-01-01T00:00:00Z');

/**
 * A ZIP archive that depends only on the names and contents of its files: not on when, where or in which order they
 * were written, nor on the system.
 *
 * @param folder where the files are
 * @param paths of the files, from there, with `/`
 * @throws Error if a file cannot be read
 */
export async function archiveOf(folder: string, paths: string[]): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const path of [...paths].sort()) {
    const content = await readFile(join(folder, path));
    archive.file(path, content, { date: TIME, createFolders: false });
  }
  return archive.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}
