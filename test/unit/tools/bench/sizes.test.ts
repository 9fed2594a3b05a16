import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'es-module-lexer';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { filesOfPage } from '../../../../tools/bench/sizes';
import { makeTemporaryFolder } from '../../../support/browsers/temporary-folder';

beforeAll(() => init);

/** What Vite writes, in short. */
const BUILD = {
  'popup.html':
    '<script type="module" crossorigin src="/chunks/popup.js"></script><link rel="stylesheet" crossorigin href="/assets/popup.css">',
  'assets/popup.css': '',
  'chunks/popup.js':
    'import"./shared.js";import{a as b}from"./more.js";const s="from nowhere.js";f(()=>import("./workflows-AbC_-12d.js").then(e=>e.Workflows))',
  'chunks/shared.js': 'import"./deep.js"',
  'chunks/more.js': '',
  'chunks/deep.js': '',
  'chunks/workflows-AbC_-12d.js': 'import"./popup.js"',
  'chunks/late.js': '',
  'chunks/options.js': '',
};

async function write(build: Record<string, string>): Promise<string> {
  const folder = await makeTemporaryFolder('sizes');
  onTestFinished(() => folder.remove());
  for (const [file, text] of Object.entries(build)) {
    mkdirSync(join(folder.path, file, '..'), { recursive: true });
    writeFileSync(join(folder.path, file), text);
  }
  return folder.path;
}

const LOADED = [
  'popup.html',
  'chunks/popup.js',
  'assets/popup.css',
  'chunks/shared.js',
  'chunks/more.js',
  'chunks/deep.js',
];

test('a page loads what it names and what its scripts import, without the sections', async () => {
  expect(filesOfPage(await write(BUILD), 'popup.html')).toEqual(LOADED);
});

test('what is imported later counts as well', async () => {
  const folder = await write({ ...BUILD, 'chunks/deep.js': 'f(()=>import("./late.js"))' });
  expect(filesOfPage(folder, 'popup.html')).toEqual([...LOADED, 'chunks/late.js']);
});

test('a computed name is an error', async () => {
  const folder = await write({ ...BUILD, 'chunks/deep.js': 'import(name);import.meta.url' });
  expect(() => filesOfPage(folder, 'popup.html')).toThrow('computed name');
});
