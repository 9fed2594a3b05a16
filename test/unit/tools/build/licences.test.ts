import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { licencesText, packagesOf } from '../../../../tools/build/licences';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../../support/browsers/temporary-folder';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder('licences');
});
afterEach(() => folder.remove());

describe('the package of a module', () => {
  test.each([
    ['/home/a/node_modules/preact/dist/preact.mjs', ['/home/a/node_modules/preact']],
    ['C:\\a\\node_modules\\preact\\dist\\preact.mjs', ['C:/a/node_modules/preact']],
    ['/a/node_modules/@wxt-dev/i18n/dist/index.mjs', ['/a/node_modules/@wxt-dev/i18n']],
    ['/a/node_modules/wxt/node_modules/zod/mini/x.js', ['/a/node_modules/wxt/node_modules/zod']],
    ['\0/a/node_modules/papaparse/papaparse.js?commonjs', ['\0/a/node_modules/papaparse']],
    ['/home/a/lib/core/time/day.ts', []],
    ['\0rolldown/runtime.js', []],
  ])('%j: %j', (id, found) => {
    expect(packagesOf([id, id])).toEqual(found);
  });
});

describe('the text', () => {
  test('has the terms of each package, by their names', () => {
    const b = made('b', { name: 'b', version: '2.0.0', license: 'ISC' }, { 'license.md': 'B\r\n' });
    const repository = { url: 'git+https://github.com/who/a.git' };
    const a = made(
      'a',
      { name: 'a', version: '1.0.0', license: 'MIT', repository },
      { LICENSE: 'A' },
    );
    const line = '-'.repeat(80);
    expect(licencesText([b, a], folder.path)).toBe(
      [
        '\uFEFFOlie Timer contains parts of these projects, under their own terms.\n',
        `\n${line}\n\na 1.0.0 (MIT)\nhttps://github.com/who/a\n\nA\n`,
        `\n${line}\n\nb 2.0.0 (ISC)\nhttps://www.npmjs.com/package/b\n\nB\n`,
      ].join(''),
    );
  });

  test.each([
    [{ url: 'git+https://github.com/who/what.git' }, 'https://github.com/who/what'],
    [{ url: 'git@github.com:who/what.git' }, 'https://github.com/who/what'],
    ['github.com/who/what', 'https://github.com/who/what'],
    ['who/what', 'https://github.com/who/what'],
    [{ url: 'https://example.org/what' }, 'https://example.org/what'],
    [{}, 'https://www.npmjs.com/package/a'],
    [undefined, 'https://www.npmjs.com/package/a'],
  ])('says where the source is: %j', (repository, address) => {
    const a = made('a', { name: 'a', version: '1.0.0', repository }, { COPYING: 'A' });
    expect(licencesText([a], folder.path)).toContain(`\na 1.0.0 (see below)\n${address}\n\nA\n`);
  });

  test('has the terms of the repository if the package has no file', () => {
    const about = { name: '@who/part', version: '1.0.0', license: 'MIT', repository: 'who/all' };
    const part = made('part', about, { 'all.txt': 'not these' });
    made('terms', {}, { 'all.txt': 'ALL' });
    expect(licencesText([part], join(folder.path, 'terms'))).toMatch(/who\/all\n\nALL\n$/);
  });

  test('is none if the terms of a package are unknown', () => {
    const a = made('a', { name: 'a', version: '1.0.0', license: 'MIT' }, { 'README.md': 'MIT' });
    expect(() => licencesText([a], folder.path)).toThrow('a is bundled, but has no file');
  });
});

function made(name: string, about: object, files: Record<string, string>): string {
  const path = join(folder.path, name);
  const all = { 'package.json': JSON.stringify(about), ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}
