import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { evaluateText } from './evaluate.ts';

// The short build: a megabyte and a half takes a browser longer to read than the page takes axe.
const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe finds wrong with the page, best practices included, one line for each finding. */
export async function axeViolations(page: Page): Promise<string[]> {
  const hasAxe = await evaluateText(page, '"axe" in globalThis');
  // The page's content security policy forbids script tags, but not a debugger's evaluation.
  if (!hasAxe) await evaluateText(page, `${source}; undefined`);
  return page.evaluate(async () => {
    // The source above has made this global.
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary})`),
    );
  });
}
