import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../test/support/browsers/temporary-folder.ts';

/**
 * Writes settings for fontconfig with which the fonts of one folder are all that there are, and one of them is taken
 * for every name.
 *
 * @returns a folder with the file `fonts.conf`, which the caller removes
 */
export async function onlyFont(family: string, path: string): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder('fonts');
  const cache = join(folder.path, 'cache');
  await mkdir(cache);
  const settings = `<?xml version="1.0"?>
<fontconfig>
  <dir>${path}</dir>
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend" binding="strong"><string>${family}</string></edit>
  </match>
</fontconfig>
`;
  await writeFile(join(folder.path, 'fonts.conf'), settings);
  return folder;
}
