import { expect, test } from 'vitest';
import { makeArchive } from '../../../tools/archives/archives.ts';
import { rebuild } from '../../support/rebuild.ts';
import { ROOT } from '../../support/sources.ts';

test('the sources make the same package for Chrome and Edge, byte by byte', async () => {
  const { bytes } = await makeArchive(ROOT, 'chrome');
  expect(Buffer.compare(await rebuild('chrome'), bytes)).toBe(0);
});
