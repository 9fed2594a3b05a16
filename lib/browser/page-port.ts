import { browser } from 'wxt/browser';
import { isFromOurPage } from './own-page';

/** The name of the port through which a page tells that it is open. */
const OPEN_PAGE = 'open-page';

/** How long after the end of the background it is started again: one that cannot start is not tried all the time. */
const AGAIN_MS = 2000;

/**
 * Tells the background that this page is open: services may then tell of changes by themselves. Starts the background
 * again if the browser ends it.
 * @param onTold the background knows it now; streams are opened by its next round
 * @returns to be called when the page closes
 */
export function openPage(onTold: () => unknown): () => void {
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    try {
      port = browser.runtime.connect({ name: OPEN_PAGE });
    } catch (error) {
      // Without the port no service tells of changes. The page asks as often as before.
      console.warn('The background cannot be told of this page', error);
      return;
    }
    port.onDisconnect.addListener(() => {
      // Chromium logs it if nobody reads it: the background may have ended before it took the port.
      browser.runtime.lastError;
      again = setTimeout(connect, AGAIN_MS);
    });
    onTold();
  };
  connect();
  return () => {
    clearTimeout(again);
    port?.disconnect();
  };
}

/**
 * Calls back when a page of ours opens. A port from elsewhere is closed.
 * @param callback returns what to call when that page closes
 */
export function onPageOpened(callback: () => () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== OPEN_PAGE || !isFromOurPage(port.sender ?? {})) return port.disconnect();
    port.onDisconnect.addListener(callback());
  });
}
