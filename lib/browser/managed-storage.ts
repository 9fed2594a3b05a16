import { browser } from 'wxt/browser';
import { watch } from './watch';

/** What the organization has set, unread; nothing if it has set nothing. Never rejects: nobody is stopped by it. */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox rejects if nobody has set anything. That is no fault, so nothing is reported.
    return {};
  }
}

/** Has the organization switched the history off? The popup needs to know no more: it does not load the rest. */
export async function isHistoryOff(): Promise<boolean> {
  return (await readManaged()).historyOff === true;
}

/** Calls back when the organization switched it off or on. */
export function watchHistoryOff(callback: () => void): () => void {
  return watch('managed', 'historyOff', callback);
}
