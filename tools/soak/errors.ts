import type { Target } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../test/support/browsers/extension-browser.ts';

/** What Chromium answers to a call of its API from a worker that it has just ended. */
const ENDED_WORKER = 'Error: No SW';

/** What worker and pages have said as errors, and what nobody caught in them, as it comes in. */
export function collectErrors({ browser, extensionOrigin }: ExtensionBrowser): string[] {
  const errors: string[] = [];
  const listen = async (target: Target) => {
    const where = target.type() === 'page' ? 'page' : 'worker';
    // A worker's own session: with a second one Chromium does not let it be killed.
    const session = (await target.worker())?.client ?? (await target.createCDPSession());
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
      const said = exception?.description ?? text;
      if (where === 'worker' && said === ENDED_WORKER) return;
      errors.push(`${where}, nobody caught: ${said}`);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type !== 'error') return;
      const said = args.map(({ value, description }) => String(value ?? description));
      errors.push(`${where}, console: ${said.join(' ')}`);
    });
    // What was said before comes again.
    await session.send('Runtime.disable');
    await session.send('Runtime.enable');
  };
  const known = new Set<Target>();
  const meet = (target: Target) => {
    const isOurs = ['page', 'service_worker'].includes(target.type());
    if (!isOurs || known.has(target) || !target.url().startsWith(extensionOrigin)) return;
    known.add(target);
    listen(target).catch((error: unknown) => {
      // A worker that was killed meanwhile says nothing more.
      if (browser.targets().includes(target)) throw error;
    });
  };
  browser.on('targetcreated', meet);
  // A tab is made empty, and becomes ours later.
  browser.on('targetchanged', meet);
  for (const target of browser.targets()) meet(target);
  return errors;
}
