import type { BrowserKind } from '../../../tools/find-browser.mjs';
import { launchBrowser } from './browser.ts';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';

/** The browser of this process. It ends with the process. */
let shared: ExtensionBrowser | null = null;

/**
 * Like `launchBrowser`, but the test files of this process get the same browser, one after the other, each with the
 * extension newly installed. A start takes up to six seconds of a processor.
 *
 * @param options is called for the first one only
 */
export async function shareBrowser(
  kind: BrowserKind,
  options: () => Promise<LaunchOptions>,
): Promise<ExtensionBrowser> {
  const session = shared
    ? { ...shared, ...(await shared.install()) }
    : await launchBrowser(kind, await options());
  if (shared === null) process.once('SIGTERM', () => end(session));
  shared = session;
  return { ...session, close: () => clean(session) };
}

async function clean({ browser, uninstall }: ExtensionBrowser): Promise<void> {
  const [, ...pages] = await browser.pages();
  // One stays: a browser may end with its last page.
  for (const page of pages) await page.close();
  await uninstall();
}

/** So vitest ends its processes; it waits half a second. The folders go when this process exits. */
function end({ browser }: ExtensionBrowser): void {
  browser.process()?.kill('SIGKILL');
  // The browser's other processes write into its profile until they have seen it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  process.exit();
}
