import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveOf } from './archive.ts';
import { filesIn, isCheckout, trackedFiles } from './files.ts';

/** For Chrome and Edge, for Firefox, and what Mozilla's reviewers build the latter from. */
type Kind = 'chrome' | 'firefox' | 'sources';

interface Archive {
  /** As WXT names it, such as `olie-timer-0.2.0-firefox.zip`. */
  name: string;
  bytes: Uint8Array;
}

/** Nothing is built from these: the pictures and texts for the stores, and a page that is for development only. */
const NOT_BUILT_FROM = ['store', 'entrypoints/gallery'];

/**
 * What is uploaded to the stores. An archive of sources cannot be made where Git is not, such as in such an archive.
 *
 * @param root of the project, whose builds are in `.output`
 * @throws Error if a build is missing
 */
export async function makeArchives(root: string): Promise<Archive[]> {
  const kinds: Kind[] = ['chrome', 'firefox', ...(isCheckout(root) ? ['sources' as const] : [])];
  return Promise.all(kinds.map((kind) => makeArchive(root, kind)));
}

/** One of them. @throws Error if its files cannot be read */
export async function makeArchive(root: string, kind: Kind): Promise<Archive> {
  // npm has read both fields before this runs.
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const folder = kind === 'sources' ? root : join(root, '.output', `${kind}-mv3`);
  const files = kind === 'sources' ? trackedFiles(root, NOT_BUILT_FROM) : filesIn(folder);
  return { name: `${name}-${version}-${kind}.zip`, bytes: await archiveOf(folder, files) };
}
