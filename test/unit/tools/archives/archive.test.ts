import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { archiveOf } from '../../../../tools/archives/archive';
import {
  filesIn,
  isCheckout,
  trackedFiles,
  untrackedFiles,
} from '../../../../tools/archives/files';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../../support/browsers/temporary-folder';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder('archive');
  write({ 'b.js': 'b();\n', 'a/b/c.css': 'i { color: red }\n', 'a/.hidden': '' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  folder.remove();
});

test('all files below a folder are found, with / in their paths', () => {
  expect(filesIn(folder.path).sort()).toEqual(['a/.hidden', 'a/b/c.css', 'b.js']);
});

test('an archive has the files and nothing else', async () => {
  const { files } = await JSZip.loadAsync(await archiveOf(folder.path, filesIn(folder.path)));
  expect(Object.keys(files)).toEqual(['a/.hidden', 'a/b/c.css', 'b.js']);
  expect(await files['a/b/c.css']?.async('string')).toBe('i { color: red }\n');
});

test('the time, the zone and the order change no byte', async () => {
  const paths = filesIn(folder.path);
  const sum = async (order: string[]) =>
    createHash('sha256')
      .update(await archiveOf(folder.path, order))
      .digest('hex');
  const first = await sum(paths);
  utimesSync(join(folder.path, 'b.js'), 1, 1);
  vi.useFakeTimers({ now: Date.UTC(2031, 0, 1), toFake: ['Date'] });
  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(await sum(paths.reverse())).toBe(first);
  // As literal bytes, so that another system or version that makes others is noticed.
  expect(first).toBe('973551dc3adabf645ee74bb1987fd0013d4b5f99003e7f73a03196effc50f360');
});

test('an archive of a file that is missing is none', async () => {
  await expect(archiveOf(folder.path, ['missing.js'])).rejects.toThrow('missing.js');
});

test('files that Git tracks are found as they are now, without some', () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path });
  write({
    'store/picture.png': '',
    'entrypoints/gallery/main.tsx': '',
    '.npmrc': '',
    'ä b.md': '',
  });
  git('init', '--quiet');
  git('add', '.');
  write({ 'untracked.ts': '', 'b.js': 'changed();\n' });
  rmSync(join(folder.path, 'a/.hidden'));
  expect(isCheckout(folder.path)).toBe(true);
  const tracked = trackedFiles(folder.path, ['store', 'entrypoints/gallery']);
  expect(tracked.sort()).toEqual(['.npmrc', 'a/b/c.css', 'b.js', 'ä b.md']);
  expect(untrackedFiles(folder.path)).toEqual(['untracked.ts']);
});

test('what is no checkout has no sources', () => {
  expect(isCheckout(folder.path)).toBe(false);
  expect(() => trackedFiles(folder.path, [])).toThrow();
});

function write(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder.path, path, '..'), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
}
