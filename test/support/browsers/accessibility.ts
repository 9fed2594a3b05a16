import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { evaluateText } from './evaluate.ts';

/** What axe finds wrong with the page, best practices included, one line for each finding. */
export async function axeViolations(page: Page): Promise<string[]> {
  // The page's content security policy forbids script tags, but not a debugger's evaluation.
  await evaluateText(page, axe.source);
  return page.evaluate(async () => {
    // The source above has made this global.
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary})`),
    );
  });
}
