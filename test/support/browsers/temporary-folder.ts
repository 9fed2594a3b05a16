import { realpathSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removedAtEnd } from './removed-at-end.ts';

export interface TemporaryFolder {
  path: string;
  remove(): void;
}

/**
 * Makes a folder that is removed at the latest when the process ends: it may hold a real token. Its path is the real one,
 * as browsers see it: macOS has a link there, Windows a short name.
 */
export async function makeTemporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(realpathSync.native(tmpdir()), `olie-timer-${name}-`));
  return { path, remove: removedAtEnd(path) };
}
