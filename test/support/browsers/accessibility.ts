import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { evaluateText } from './evaluate.ts';

/** What axe finds wrong with the page, a line each; none where all is well. Best practices count too. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated as a debugger does: the page's own content security policy forbids to inject it.
  await evaluateText(page, axe.source);
  // axe's own type of the result; only strings leave the page.
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary})`),
    );
  });
}
