import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The address of a page of the extension, as the fake browser has it. */
export const PAGE_URL = 'chrome-extension://olie-timer/popup.html';

type Sender = { id: string; url: string };
type Reply = (reply: unknown) => void;
type Listener = (message: unknown, sender: Sender, reply: Reply) => unknown;

/** Listens to messages as Chromium has it: with a third argument, which the fake's types lack. */
export function onMessage(listener: Listener): void {
  // The fake passes on whatever it is triggered with.
  fakeBrowser.runtime.onMessage.addListener(listener as Parameters<MessageEvent['addListener']>[0]);
}
type MessageEvent = typeof fakeBrowser.runtime.onMessage;

/**
 * Sends a message as a page of the extension, or as somebody else.
 * @returns the first reply; undefined where there is none and no listener has said, with `true`, that one will come: a
 *   promise that a listener returns is passed on by no Chromium
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
