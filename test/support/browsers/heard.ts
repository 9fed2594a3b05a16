import type { Browser, CDPSession, Target } from 'puppeteer-core';

/** A request as the browser itself saw it leave. */
interface SeenRequest {
  /** The address of the page or worker that made it. */
  by: string;
  url: string;
  /** All that is known of it, headers included, as text. */
  all: string;
}

/** What a browser was heard to say: every line of every console, and every request that it reported. */
export interface Heard {
  lines: string[];
  requests: SeenRequest[];
}

/**
 * Listens to each page and worker of a Chromium from its start. Puppeteer passes on no console of a service worker, so
 * each gets a session of its own; what was said before that is repeated by `enable`. Of requests that is not so: those of
 * a worker's first moment may be missed, and only servers see them.
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
    session.on('Network.requestWillBeSent', (event) => {
      heard.requests.push({
        ...{ by: target.url(), url: event.request.url },
        all: JSON.stringify(event.request),
      });
    });
    const domains = ['Runtime.enable', 'Log.enable', 'Network.enable'] as const;
    await Promise.all(domains.map((enable) => session.send(enable)));
  };
  const tryToListen = (target: Target) => {
    listen(target).catch((error: unknown) => {
      // A page that is closed at once is none to listen to.
      if (browser.connected && browser.targets().includes(target)) throw error;
    });
  };
  browser.on('targetcreated', tryToListen);
  browser.targets().forEach(tryToListen);
  return heard;
}

/** A logged object with all that is in it: the event has only a part. */
async function wholeOf(session: CDPSession, objectId: string): Promise<unknown> {
  const functionDeclaration = 'function () { return JSON.stringify(this) ?? String(this); }';
  return session
    .send('Runtime.callFunctionOn', { objectId, functionDeclaration, returnByValue: true })
    .catch(() => `an object that cannot be written out`);
}

/**
 * Reads what a Firefox writes to its output: with the preference `devtools.console.stdout.content` that is every console
 * of every page, the background among them, and every uncaught error, but of a logged object only its outline. WebDriver
 * tells nothing of the background's. Firefox keeps lines back: all have come only once it has ended. It reports no
 * requests of an extension's pages: the servers see them.
 */
export function listenToFirefox(browser: Browser): Heard {
  const heard: Heard = { lines: [], requests: [] };
  const child = browser.process();
  for (const [output, own] of [
    [child?.stdout, process.stdout],
    [child?.stderr, process.stderr],
  ] as const) {
    if (!output) throw new Error('This Firefox was started without its output');
    // Puppeteer prints it where it lets others read it.
    output.unpipe(own);
    output.on('data', (chunk: Buffer) => heard.lines.push(chunk.toString()));
  }
  return heard;
}
