import { describe, expect, test } from 'vitest';
import { howToInstall } from '../../../../tools/setup/browsers.mjs';
import { idOfUnpacked } from '../../../support/browsers/chromium-profile';

describe('a browser that is missing', () => {
  test.each([
    [
      'win32',
      'chromium',
      'chromium is missing: run "winget install Google.Chrome", or set OLIE_CHROMIUM to the path of Chromium, Chrome or Edge.',
    ],
    [
      'darwin',
      'firefox',
      'firefox is missing: run "brew install --cask firefox", or set OLIE_FIREFOX to the path of Firefox.',
    ],
    [
      'linux',
      'firefox',
      'Missing: a and b. On Debian, run "sudo apt-get install a b". Elsewhere install a browser, or set OLIE_FIREFOX to the path of Firefox.',
    ],
  ] as const)('on %s, %s: %s', (platform, kind, text) => {
    expect(howToInstall(kind, ['a', 'b'], platform)).toBe(text);
  });
});

// The two bytes of each character on Windows, as Chromium has the path there.
test.each([
  ['linux', '/a', 'gkfanmifiebdemhnofdhmaafcppgncdg'],
  ['darwin', '/a', 'gkfanmifiebdemhnofdhmaafcppgncdg'],
  ['win32', 'C:\\a', 'igchicfaapedlfgmepccnpolhajaphik'],
] as const)('on %s, Chromium gives %s an id by its path', (platform, path, id) => {
  expect(idOfUnpacked(path, platform)).toBe(id);
});
