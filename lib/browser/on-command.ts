import { browser } from 'wxt/browser';
import { type Command, parseCommand } from '../core/messages/command';
import type { Reply } from '../core/messages/reply';
import { isFromOurPage } from './own-page';

/**
 * Handles what pages ask. A message that is not a command of ours, or comes from elsewhere, is refused with a reply. So
 * is one whose handling fails in an unknown way; that failure is reported too.
 */
export function onCommand(handle: (command: Command) => Promise<Reply>): void {
  browser.runtime.onMessage.addListener(async (message: unknown, sender) => {
    const command = isFromOurPage(sender) ? parseCommand(message) : null;
    if (command === null) return { refused: true };
    return handle(command).catch((error: unknown) => {
      console.error(error);
      return { refused: true };
    });
  });
}
