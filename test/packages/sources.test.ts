import { expect, test } from 'vitest';
import { makeArchive } from '../../tools/archives/archives.ts';
import { untrackedFiles } from '../../tools/archives/files.ts';
import { rebuild } from '../support/rebuild.ts';
import { ROOT } from '../support/sources.ts';

test('the sources make the same package for Firefox, byte by byte', async () => {
  expect(untrackedFiles(ROOT), 'no archive has these: git add').toEqual([]);
  const { bytes } = await makeArchive(ROOT, 'firefox');
  expect(Buffer.compare(await rebuild('firefox'), bytes)).toBe(0);
});
