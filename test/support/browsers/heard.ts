import type { Browser, CDPSession, Target } from 'puppeteer-core';

/** A request as the browser reported it. */
interface SeenRequest {
  /** The address of the page or worker that made it. */
  by: string;
  url: string;
  /** The whole request as JSON, headers included. */
  all: string;
}

/** Every console line and every request that a browser has reported so far. */
export interface Heard {
  lines: string[];
  requests: SeenRequest[];
}

/**
 * Listens to all pages and workers of Chromium. Puppeteer does not pass on a service worker's console, so each target
 * gets its own session. Earlier console lines are repeated by `enable`; a worker's first requests may be missed.
 */
export function listenToChromium(browser: Browser): Heard {
  const heard: Heard = { lines: [], requests: [] };
  const listen = async (target: Target) => {
    if (!['page', 'service_worker', 'other'].includes(target.type())) return;
    const session = await target.createCDPSession();
    const say = (said: unknown) => heard.lines.push(JSON.stringify(said));
    session.on('Runtime.consoleAPICalled', async (event) => {
      say(event);
      for (const { objectId } of event.args) if (objectId) say(await wholeOf(session, objectId));
    });
    session.on('Runtime.exceptionThrown', say);
    session.on('Log.entryAdded', say);
    session.on('Network.requestWillBeSent', ({ request }) => {
      const all = JSON.stringify(request);
      heard.requests.push({ by: target.url(), url: request.url, all });
    });
    const domains = ['Runtime.enable', 'Log.enable', 'Network.enable'] as const;
    await Promise.all(domains.map((enable) => session.send(enable)));
  };
  const tryToListen = (target: Target) => {
    listen(target).catch((error: unknown) => {
      // The page may already be closed.
      if (browser.connected && browser.targets().includes(target)) throw error;
    });
  };
  browser.on('targetcreated', tryToListen);
  browser.targets().forEach(tryToListen);
  return heard;
}

/** A logged object with all its contents: the event has only some of them. */
async function wholeOf(session: CDPSession, objectId: string): Promise<unknown> {
  const functionDeclaration = 'function () { return JSON.stringify(this) ?? String(this); }';
  return session
    .send('Runtime.callFunctionOn', { objectId, functionDeclaration, returnByValue: true })
    .catch(() => `an object that cannot be written out`);
}

/**
 * Reads what Firefox writes to its output: every console line and uncaught error, the background's included, which
 * WebDriver does not report. Objects are shortened, and some lines come only when Firefox ends. Firefox reports no
 * requests of extensions.
 */
export function listenToFirefox(browser: Browser): Heard {
  const heard: Heard = { lines: [], requests: [] };
  const child = browser.process();
  for (const [output, own] of [
    [child?.stdout, process.stdout],
    [child?.stderr, process.stderr],
  ] as const) {
    if (!output) throw new Error('Firefox was started without its output');
    // Puppeteer would print it.
    output.unpipe(own);
    output.on('data', (chunk: Buffer) => heard.lines.push(chunk.toString()));
  }
  return heard;
}
