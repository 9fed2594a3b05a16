/** Runs a page's own code without a browser, in a document that has no layout. */
import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import { until } from '../until.ts';

const PAGES = {
  popup: () => import('../../../entrypoints/popup/main.tsx'),
  sidepanel: () => import('../../../entrypoints/sidepanel/main.tsx'),
  options: () => import('../../../entrypoints/options/main.tsx'),
  welcome: () => import('../../../entrypoints/welcome/main.tsx'),
};

export interface OpenedPage {
  document: Document;
  /** All that it shows. */
  text(): string;
  /** Waits until it shows this. */
  shows(words: string): Promise<unknown>;
}

/** Opens a page anew. Call `world` first; the page ends with the test. */
export async function openPage(name: keyof typeof PAGES): Promise<OpenedPage> {
  const { document, window } = parseHTML(
    '<!doctype html><html><body><div id="app"></div></body></html>',
  );
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.resetModules();
  await PAGES[name]();
  // Its sections load later: in the next test they would meet another copy of its modules.
  onTestFinished(async () => {
    render(null, document.body.firstElementChild as Element);
    // Preact takes effects back a moment later.
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  const text = () => document.body.textContent ?? '';
  return {
    document,
    text,
    shows: (words) =>
      until(() => text().includes(words), `the words "${words}"`).catch((error: Error) => {
        throw new Error(`${error.message}; the page shows: ${text()}`);
      }),
  };
}
