import { type Page, ProtocolError } from 'puppeteer-core';

/**
 * Evaluates an expression in a page. Firefox, busy, now and then finds no result of one that it has evaluated
 * ("right-hand side of 'in' should be an object, got null"): it is asked once more.
 */
export async function evaluateText(page: Page, expression: string): Promise<unknown> {
  try {
    return await page.evaluate(expression);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return page.evaluate(expression);
  }
}
