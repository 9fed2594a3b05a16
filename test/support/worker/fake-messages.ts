import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A page of the extension, by the fake browser's address. */
export const PAGE_URL = 'chrome-extension://olie-timer/popup.html';

interface Sender {
  id: string;
  url: string;
}
type Reply = (reply: unknown) => void;
type Listener = (message: unknown, sender: Sender, reply: Reply) => unknown;

/** Adds a listener with Chromium's third argument, which the fake's types lack. */
export function onMessage(listener: Listener): void {
  const { onMessage: event } = fakeBrowser.runtime;
  // The fake passes on whatever it is triggered with.
  event.addListener(listener as Parameters<typeof event.addListener>[0]);
}

/**
 * Sends a message from a page of the extension, or from another sender.
 *
 * @returns the first reply. As in Chromium, a listener must return `true` to reply later; otherwise this is undefined.
 */
export function sendFromPage(message: unknown, senderUrl: string = PAGE_URL): Promise<unknown> {
  const trigger: (...args: unknown[]) => Promise<unknown[]> = (...args) =>
    fakeBrowser.runtime.onMessage.trigger(...(args as [unknown, Sender]));
  return new Promise((resolve, reject) => {
    trigger(message, { id: fakeBrowser.runtime.id, url: senderUrl }, resolve).then((kept) => {
      if (!kept.includes(true)) resolve(undefined);
    }, reject);
  });
}
