import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connectPort } from './fake-browser.ts';
import { PAGE_URL, sendFromPage } from './fake-messages.ts';
import { roundAfter } from './rounds.ts';

/** The popup looks again at least this often (entrypoints/popup/app.tsx). */
export const POPUP_ASKS_EVERY_MS = 15_000;

/** The background's end of a page's port. */
export interface FakePort {
  /** The background has closed it. */
  isRefused: boolean;
  /** The page closes, or its worker ends. */
  disconnect(): void;
}

/** A page opens a port to the background. */
export function connectPage(url: string = PAGE_URL, name = 'open-page'): FakePort {
  const listeners: (() => void)[] = [];
  const port: FakePort = {
    isRefused: false,
    disconnect: () => {
      for (const listener of listeners.splice(0)) listener();
    },
  };
  connectPort({
    name,
    sender: { id: fakeBrowser.runtime.id, url },
    onDisconnect: { addListener: (listener: () => void) => listeners.push(listener) },
    disconnect: () => {
      port.isRefused = true;
    },
  });
  return port;
}

/** Opens a popup, which asks as the real one does (entrypoints/popup/app.tsx). Resolves after its first round. */
export async function openPopup(): Promise<FakePort> {
  const port = connectPage();
  await askFromPopup();
  return port;
}

/** What an open popup does every `POPUP_ASKS_EVERY_MS`. */
export function askFromPopup(): Promise<void> {
  return roundAfter(() => sendFromPage({ kind: 'refresh', asker: 'popup' }));
}
