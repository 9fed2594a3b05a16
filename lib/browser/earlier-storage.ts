import { browser } from 'wxt/browser';
import { type EarlierDays, parseEarlierDays } from '../core/olie/sessions';
import { storedValue } from './stored-value';

/**
 * On disk: the sessions of the days before today, as versions without a history kept them. They move into it with the next
 * answer (entrypoints/background/remember.ts).
 */
export const EARLIER = 'earlier';

/** The earlier days that were learnt with that connection. */
export async function loadEarlier(connectionId: string): Promise<EarlierDays> {
  return parseEarlierDays(await storedValue('local', EARLIER), connectionId);
}

export async function removeEarlier(): Promise<void> {
  await browser.storage.local.remove(EARLIER);
}
