import { inject } from 'vitest';
import type { BrowserKind } from '../../../tools/find-browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserKind;
  }
}

/** The browser of the vitest project that runs this test (vitest.config.ts). */
export const browser = inject('browser');
