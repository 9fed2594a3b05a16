import { browser } from 'wxt/browser';
import { type Command, commandSchema, type Reply, replySchemas } from '../core/command';
import * as z from '../core/zod';

/**
 * Asks the background.
 * @returns its reply, or null where it gave none that can be read: its worker was just stopped, or is another version
 */
export async function sendCommand<Kind extends Command['kind']>(
  command: Extract<Command, { kind: Kind }>,
): Promise<Reply<Kind> | null> {
  const reply: unknown = await browser.runtime.sendMessage(command).catch((error: unknown) => {
    console.warn('The background did not answer', error);
  });
  const parsed = z.safeParse(replySchemas[command.kind], reply);
  // The schema was chosen by the command's kind, which the compiler cannot follow.
  return parsed.success ? (parsed.data as Reply<Kind>) : null;
}

/** Handles what pages ask. What is not a command of ours, or comes from elsewhere, is refused with a reply. */
export function onCommand(handle: (command: Command) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const parsed = z.safeParse(commandSchema, message);
    if (sender.id !== browser.runtime.id || !parsed.success) {
      return Promise.resolve({ refused: true });
    }
    return handle(parsed.data);
  });
}
