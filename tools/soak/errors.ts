import type { Target } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../test/support/browsers/extension-browser.ts';

/** How Chromium answers an API call of a worker that it has just ended, and how the worker reports that. */
const ENDED_WORKER = ['Error: No SW', 'The browser refused Error: No SW'];
/** Chromium's own script fails if its answer finds the worker ended. */
const OF_CHROMIUM = 'at extensions::permissions:';

/** Errors that worker and pages log or do not catch, or that the browser logs about them. The array grows as they come. */
export function collectErrors({ browser, extensionOrigin }: ExtensionBrowser): string[] {
  const errors: string[] = [];
  const listen = async (target: Target) => {
    const where = target.type() === 'page' ? 'page' : 'worker';
    // Chromium does not let a worker be killed that has a second session.
    const session = (await target.worker())?.client ?? (await target.createCDPSession());
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
      const message = exception?.description ?? text;
      if (where === 'worker' && ENDED_WORKER.includes(message)) return;
      errors.push(`${where}, not caught: ${message}`);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type !== 'error') return;
      const texts = args.map(({ value, description }) => String(value ?? description));
      const message = texts.join(' ');
      if (where === 'worker' && ENDED_WORKER.includes(message)) return;
      errors.push(`${where}, logged: ${message}`);
    });
    session.on('Log.entryAdded', ({ entry: { source, level, text } }) => {
      // Requests fail here on purpose.
      if (level !== 'error' || source === 'network' || text.includes(OF_CHROMIUM)) return;
      errors.push(`${where}, logged by the browser: ${text}`);
    });
    // Repeats what was logged before.
    await session.send('Runtime.disable');
    await session.send('Runtime.enable');
    await session.send('Log.enable');
  };
  const known = new Set<Target>();
  const meet = (target: Target) => {
    const isOurs = ['page', 'service_worker'].includes(target.type());
    if (!isOurs || known.has(target) || !target.url().startsWith(extensionOrigin)) return;
    known.add(target);
    listen(target).catch((error: unknown) => {
      // A killed worker says nothing more.
      if (browser.targets().includes(target)) throw error;
    });
  };
  browser.on('targetcreated', meet);
  // A tab is created empty and becomes ours later.
  browser.on('targetchanged', meet);
  for (const target of browser.targets()) meet(target);
  return errors;
}
