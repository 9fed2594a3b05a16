import { afterEach, expect, test, vi } from 'vitest';
import { toolbarKind } from '../../../lib/browser/toolbar-button';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [CHROME, 'chrome'],
  [`${CHROME} Edg/148.0.0.0`, 'edge'],
])('%s is that of %s', (userAgent, kind) => {
  vi.stubGlobal('navigator', { userAgent });
  expect(toolbarKind()).toBe(kind);
});
