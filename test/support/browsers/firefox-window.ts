import type { Browser } from 'puppeteer-core';

/** The part of a WebDriver BiDi answer that is read here. https://w3c.github.io/webdriver-bidi/#type-script-EvaluateResult */
interface BidiAnswer {
  result: {
    contexts?: { context: string; url: string }[];
    type?: 'success' | 'exception';
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
}
interface BidiConnection {
  send: (method: string, params: object) => Promise<BidiAnswer>;
}

/**
 * Evaluates an expression in Firefox's own window, which has the browser's interface and internals. Needs a Firefox that
 * was started with --remote-allow-system-access (https://bugzilla.mozilla.org/show_bug.cgi?id=1944570).
 *
 * @param expression JavaScript; a promise is awaited
 * @returns a string, number or boolean; undefined for any other value
 */
export async function evaluateInFirefoxWindow(
  browser: Browser,
  expression: string,
): Promise<unknown> {
  // Puppeteer cannot reach the parent process. Its connection, which the types hide, takes any BiDi command.
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  const window = tree.result.contexts?.find(
    ({ url }) => url === 'chrome://browser/content/browser.xhtml',
  );
  if (!window) throw new Error('Firefox has no browser window');
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (result.type === 'exception')
    throw new Error(`In Firefox's window: ${result.exceptionDetails?.text}`);
  return result.result?.value;
}
