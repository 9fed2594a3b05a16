import { browser } from 'wxt/browser';
import { type Command, commandSchema } from '../core/command';
import type { Reply } from '../core/reply';
import * as z from '../core/zod';

/** Handles what pages ask. What is not a command of ours, or comes from elsewhere, is refused with a reply. */
export function onCommand(handle: (command: Command) => Promise<Reply>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const parsed = z.safeParse(commandSchema, message);
    if (sender.id !== browser.runtime.id || !parsed.success) {
      return Promise.resolve({ refused: true });
    }
    return handle(parsed.data);
  });
}
