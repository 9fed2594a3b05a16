import { realpathSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atProcessEnd } from './at-process-end.ts';

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
  const remove = () => {
    forget();
    // A browser that was just killed may still write for a moment.
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = atProcessEnd(remove);
  return { path, remove };
}
