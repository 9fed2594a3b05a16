import type { Page } from 'puppeteer-core';

/** All that is in `storage.local`, as text. */
export function storedText(page: Page): Promise<string> {
  return page.evaluate(
    `(globalThis.browser ?? chrome).storage.local.get().then(JSON.stringify)`,
  ) as Promise<string>;
}

/** The origins that the user allowed. */
export function grantedOrigins(page: Page): Promise<string[]> {
  return page.evaluate(
    `(globalThis.browser ?? chrome).permissions.getAll().then(({ origins }) => origins)`,
  ) as Promise<string[]>;
}
