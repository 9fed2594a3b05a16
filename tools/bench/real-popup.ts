import type { Browser, Page } from 'puppeteer-core';
import { until } from '../../test/support/until.ts';
import { NOTE_DIGITS, type Seen, seenOn } from './digits.ts';
import { SLOWER } from './stage.ts';

/**
 * Opens the popup of an extension as its button on the toolbar does, and closes it.
 * @param tab an ordinary page, in front of which it opens
 */
type OpenReal = (tab: Page, origin: string) => Promise<Seen>;

/** Real popups on a slowed processor, from now on until the browser ends. */
export async function realPopups(browser: Browser): Promise<OpenReal> {
  await noteInPopups(browser);
  return async (tab, origin) => {
    const url = `${origin}/popup.html`;
    const find = () => browser.targets().find((target) => target.url() === url);
    const extension = (await browser.extensions()).get(new URL(origin).host);
    if (extension === undefined) throw new Error(`No extension ${origin}`);
    await tab.bringToFront();
    await tab.triggerExtensionAction(extension);
    // Not page(): that is for tabs, and gives null here.
    const popup = await (await until(find, 'the popup to open')).asPage();
    const seen = await seenOn(popup);
    await popup.evaluate('window.close()');
    await until(() => !find(), 'the popup to close');
    return seen;
  };
}

/** Puppeteer knows a popup when it is too late for a script to be there first: each is held until it has it. */
async function noteInPopups(browser: Browser): Promise<void> {
  const root = await browser.target().createCDPSession();
  root.on('sessionattached', async (popup) => {
    await popup.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await popup.send('Page.enable');
    await popup.send('Page.addScriptToEvaluateOnNewDocument', { source: NOTE_DIGITS });
    await popup.send('Runtime.runIfWaitingForDebugger');
  });
  await root.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    // What a popup is at its first moment: later it is a page.
    filter: [{ type: 'other' }],
  });
}
