import { browser } from 'wxt/browser';
import { isFromOurPage } from './own-page';

/** The name of the port through which a page tells that it is open. */
const OPEN_PAGE = 'open-page';

/** A background that ends sooner than this is not started again at once. */
const LIVED_MS = 1000;

/** A page that is open, as the background should know. */
export interface OpenPage {
  /** Connects again if there is no connection. */
  keepOpen(): void;
  close(): void;
}

/**
 * Tells the background that this page is open: services may then tell of changes by themselves. Starts a background
 * that the browser has ended.
 * @param onTold the background knows it now; streams are opened by its next round
 */
export function openPage(onTold: () => unknown): OpenPage {
  let port: ReturnType<typeof browser.runtime.connect> | null = null;
  const keepOpen = () => {
    if (port !== null) return;
    try {
      port = browser.runtime.connect({ name: OPEN_PAGE });
    } catch (error) {
      // Without it nothing is told by itself: the page asks as ever.
      console.warn('The background cannot be told of this page', error);
      return;
    }
    const connectedMs = performance.now();
    port.onDisconnect.addListener(() => {
      port = null;
      if (performance.now() - connectedMs > LIVED_MS) keepOpen();
    });
    onTold();
  };
  keepOpen();
  return { keepOpen, close: () => port?.disconnect() };
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
