import { browser } from 'wxt/browser';
import { type Command, parseCommand } from '../core/messages/command';
import type { Reply } from '../core/messages/reply';

/**
 * Handles what pages ask. What is not a command of ours, or comes from elsewhere, is refused with a reply; so is one
 * that fails in a way nobody knows, which is reported besides.
 */
export function onCommand(handle: (command: Command) => Promise<Reply>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    // A page of ours: a content script would carry our id too, and the address of the page that it is in.
    const isOurs = sender.url?.startsWith(browser.runtime.getURL('/'));
    const command = isOurs ? parseCommand(message) : null;
    const refuse = () => reply({ refused: true });
    if (command === null) refuse();
    else {
      handle(command).then(reply, (error: unknown) => {
        refuse();
        throw error;
      });
    }
    // Keeps the way back open until `reply` is called: Chromium passes on no promise that a listener returns.
    return true;
  });
}
