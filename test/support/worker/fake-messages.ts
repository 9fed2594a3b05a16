import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A page of the extension, by the fake browser's address. */
export const PAGE_URL = 'chrome-extension://olie-timer/popup.html';

interface Sender {
  id: string;
  url: string;
}

/**
 * Sends a message from a page of the extension, or from another sender.
 * @returns what the first listener's promise resolves with, as the polyfill passes it on
 */
export async function sendFromPage(
  message: unknown,
  senderUrl: string = PAGE_URL,
): Promise<unknown> {
  const sender: Sender = { id: fakeBrowser.runtime.id, url: senderUrl };
  const [reply] = await fakeBrowser.runtime.onMessage.trigger(message, sender);
  return reply;
}
