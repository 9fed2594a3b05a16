import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../tools/find-browser.mjs';
import { makeTemporaryFolder, type TemporaryFolder } from '../../support/browsers/temporary-folder';

const ours = process.platform;
const EDGE = 'Microsoft\\Edge\\Application\\msedge.exe';
const CHROME = 'Google\\Chrome\\Application\\chrome.exe';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder('programs');
  vi.stubEnv('OLIE_CHROMIUM', '');
  vi.stubEnv('OLIE_FIREFOX', '');
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: ours });
  vi.unstubAllEnvs();
  folder.remove();
});

describe('on Windows', () => {
  beforeEach(() => {
    Object.defineProperty(process, 'platform', { value: 'win32' });
    vi.stubEnv('PROGRAMFILES', join(folder.path, 'a'));
    vi.stubEnv('PROGRAMFILES(X86)', join(folder.path, 'b'));
    vi.stubEnv('LOCALAPPDATA', join(folder.path, 'c'));
  });

  test.each([
    ['chromium', [`b/${EDGE}`], `b/${EDGE}`],
    ['chromium', [`b/${EDGE}`, `c/${CHROME}`], `c/${CHROME}`],
    ['chromium', [`a/${CHROME}`, `c/${CHROME}`], `a/${CHROME}`],
    ['firefox', ['a/Mozilla Firefox\\firefox.exe'], 'a/Mozilla Firefox\\firefox.exe'],
  ] as const)('%s is found, if there are %j: %s', (kind, programs, found) => {
    programs.forEach(install);
    expect(findBrowser(kind)).toBe(join(folder.path, found));
  });

  test('none is found if there is none', () => {
    expect(findBrowser('chromium')).toBeNull();
  });
});

// On a Mac, its own browsers in /Applications come first.
test.skipIf(ours === 'darwin').each([
  ['chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['chromium', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['firefox', 'Firefox.app/Contents/MacOS/firefox'],
] as const)('on macOS, %s is found among the user’s programs: %s', (kind, path) => {
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  vi.stubEnv('HOME', folder.path);
  install(`Applications/${path}`);
  expect(findBrowser(kind)).toBe(join(folder.path, 'Applications', path));
});

test('a browser that is named is taken, and no other', () => {
  install('mine');
  vi.stubEnv('OLIE_FIREFOX', join(folder.path, 'mine'));
  expect(findBrowser('firefox')).toBe(join(folder.path, 'mine'));
  vi.stubEnv('OLIE_FIREFOX', join(folder.path, 'missing'));
  expect(findBrowser('firefox')).toBeNull();
});

/** A program that can be run. On Linux, its name has the backslashes of Windows in it. */
function install(path: string): void {
  const whole = join(folder.path, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, '');
  chmodSync(whole, 0o755);
}
