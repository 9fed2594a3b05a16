import type { Browser } from 'puppeteer-core';
import { until } from '../until.ts';
import { evaluateInFirefoxWindow } from './firefox-window.ts';

/**
 * Firefox shows notifications through a service of the desktop, and without a screen closes each at once. This one keeps
 * them, and says what a desktop says. Firefox's own tests have one, too. Somebody is always at this desktop.
 */
const DESKTOP = `(() => {
  const shown = new Map();
  const say = (name, topic) => {
    const { alert, listener } = shown.get(name) ?? {};
    listener?.observe(null, topic, alert.cookie);
  };
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert(alert, listener) {
      shown.set(alert.name, { alert, listener });
      say(alert.name, 'alertshow');
    },
    closeAlert(name) {
      say(name, 'alertfinished');
      shown.delete(name);
    },
  };
  globalThis.olieDesktop = {
    isShown: (name) => shown.has(name),
    click: (name) => {
      say(name, 'alertclickcallback');
      shown.delete(name);
    },
    close: service.closeAlert,
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (iid) => service.QueryInterface(iid),
  };
  // Without a screen, nothing that a test does counts as input: after a minute, nobody would be there.
  const { nsIUserIdleServiceInternal } = Ci;
  const idle = Cc['@mozilla.org/widget/useridleservice;1'].getService(nsIUserIdleServiceInternal);
  setInterval(() => idle.resetIdleTimeOut(0), 5_000);
  const id = Services.uuid.generateUUID();
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  registrar.registerFactory(id, 'Desktop', '@mozilla.org/alerts-service;1', factory);
})()`;

/** From now on, all notifications of this Firefox go there. */
export async function giveFirefoxADesktop(browser: Browser): Promise<void> {
  await evaluateInFirefoxWindow(browser, DESKTOP);
}

/** @throws Error for a button: Firefox has none */
export async function actOnDesktop(
  browser: Browser,
  act: 'click' | 'press' | 'close',
  id: string,
): Promise<void> {
  if (act === 'press') throw new Error('Notifications of Firefox have no buttons');
  const name = JSON.stringify(id);
  // `getAll` names it before its icon is loaded, and only then it is shown.
  const isShown = () => evaluateInFirefoxWindow(browser, `olieDesktop.isShown(${name})`);
  await until(isShown, `${id} on the desktop`);
  await evaluateInFirefoxWindow(browser, `olieDesktop.${act}(${name})`);
}
