import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ReleaseError, release } from '../../../../tools/release/release';
import {
  makeTemporaryFolder,
  type TemporaryFolder,
} from '../../../support/browsers/temporary-folder';

const ABOUT = { name: 'made-up', version: '0.1.9', license: 'MIT', private: true };
const LOCK = {
  name: 'made-up',
  version: '0.1.9',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'made-up', version: '0.1.9', license: 'MIT' } },
};

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder('release');
  write('package.json', `${JSON.stringify(ABOUT, null, 2)}\n`);
  write('package-lock.json', `${JSON.stringify(LOCK, null, 2)}\n`);
  write('CHANGELOG.md', '# Changelog\n\n## Next\n\n- New.\n\n## 0.1.9\n\n- Old.\n');
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.org');
  git('config', 'commit.gpgsign', 'false');
  git('config', 'tag.gpgsign', 'false');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
});
afterEach(() => folder.remove());

test('the version is made in one commit with a tag', () => {
  expect(release(folder.path, 'minor', '2027-01-31')).toBe('v0.2.0');
  expect(git('log', '--format=%s|%D')).toBe('Release 0.2.0|HEAD -> main, tag: v0.2.0\nBegin|');
  expect(git('cat-file', '-t', 'v0.2.0')).toBe('tag');
  const changed = git('diff', '--name-only', 'HEAD~1');
  expect(changed).toBe('CHANGELOG.md\npackage-lock.json\npackage.json');
  expect(git('status', '--porcelain')).toBe('');
  expect(JSON.parse(read('package.json'))).toEqual({ ...ABOUT, version: '0.2.0' });
  const packages = { '': { ...LOCK.packages[''], version: '0.2.0' } };
  expect(JSON.parse(read('package-lock.json'))).toEqual({ ...LOCK, version: '0.2.0', packages });
  const dated = '# Changelog\n\n## 0.2.0 (2027-01-31)\n\n- New.\n\n## 0.1.9\n\n- Old.\n';
  expect(read('CHANGELOG.md')).toBe(dated);
});

describe('nothing is changed', () => {
  test.each([
    ['a file is changed', 'Commit or remove this first:\nM CHANGELOG.md', () => add('- More.\n')],
    ['a file is new', 'Commit or remove this first:\n?? new.ts', () => write('new.ts', '')],
    ['this is another branch', 'This is other, not main.', () => git('switch', '-qc', 'other')],
    ['this is no branch', 'This is no branch, not main.', () => git('switch', '-q', '--detach')],
    ['the tag is there', 'There is a tag v0.2.0 already.', () => git('tag', 'v0.2.0')],
    ['nothing is new', 'CHANGELOG.md has nothing under', () => commit('# Changelog\n\n## Next\n')],
  ])('if %s', (_, message, change) => {
    change();
    const before = [git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')];
    expect(() => release(folder.path, 'minor', '2027-01-31')).toThrow(message);
    expect([git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')]).toEqual(before);
    expect(read('package.json')).toContain('"0.1.9"');
  });

  test.each([
    ['the commit', 'commit.gpgsign'],
    ['the tag', 'tag.gpgsign'],
  ])('if %s cannot be signed', (_, setting) => {
    git('config', setting, 'true');
    git('config', 'gpg.format', 'openpgp');
    git('config', 'gpg.program', 'there-is-none');
    const before = git('rev-parse', 'HEAD');
    expect(() => release(folder.path, 'minor', '2027-01-31')).toThrow(ReleaseError);
    expect([git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')]).toEqual([
      '',
      before,
      '',
    ]);
  });

  test('if the version is none', () => {
    const message = 'Say patch, minor, major, or a version after 0.1.9: "0.1.9" is none.';
    expect(() => release(folder.path, '0.1.9', '2027-01-31')).toThrow(message);
  });
});

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function read(name: string): string {
  return readFileSync(join(folder.path, name), 'utf8');
}

function write(name: string, text: string): void {
  writeFileSync(join(folder.path, name), text);
}

function add(text: string): void {
  write('CHANGELOG.md', read('CHANGELOG.md') + text);
}

function commit(changelog: string): void {
  write('CHANGELOG.md', changelog);
  git('commit', '--quiet', '--all', '--message', 'Change');
}
