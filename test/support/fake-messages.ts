import { fakeBrowser } from 'wxt/testing/fake-browser';

type Reply = (reply: unknown) => void;
type Listener = (message: unknown, sender: { id: string }, reply: Reply) => unknown;

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
export function sendFromPage(
  message: unknown,
  senderId: string = fakeBrowser.runtime.id,
): Promise<unknown> {
  const trigger: (...args: unknown[]) => Promise<unknown[]> = (...args) =>
    fakeBrowser.runtime.onMessage.trigger(...(args as [unknown, { id: string }]));
  return new Promise((resolve, reject) => {
    trigger(message, { id: senderId }, resolve).then((kept) => {
      if (!kept.includes(true)) resolve(undefined);
    }, reject);
  });
}
