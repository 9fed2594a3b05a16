import { type Page, ProtocolError } from 'puppeteer-core';

/**
 * Evaluates an expression in a page. A busy Firefox sometimes loses the result ("right-hand side of 'in' should be an
 * object, got null"), so it is tried once more.
 */
export async function evaluateText(page: Page, expression: string): Promise<unknown> {
  try {
    return await page.evaluate(expression);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return page.evaluate(expression);
  }
}

/**
 * Calls the browser's API from a page of the extension.
 *
 * @param call such as `storage.local.get()`
 */
export function callBrowser(page: Page, call: string): Promise<unknown> {
  return evaluateText(page, `(globalThis.browser ?? chrome).${call}`);
}
