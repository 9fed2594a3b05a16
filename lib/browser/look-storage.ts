import { browser } from 'wxt/browser';
import { type Look, parseLook } from '../core/settings/look';
import { orElse } from './or-else';
import { watch } from './watch';

/** In `storage.sync`: preferences follow the user to other machines. */
export const PREFERENCES = 'preferences';

/**
 * Of the preferences, all that the popup's first frame needs; nothing is chosen if the browser does not tell. A file of its
 * own, so that the popup does not load the rest with it.
 */
export async function loadLook(): Promise<Look> {
  const read = async () => (await browser.storage.sync.get(PREFERENCES))[PREFERENCES];
  return parseLook(await orElse(read, undefined));
}

/** Calls back when the user changed it, on this machine or another one. */
export function watchLook(callback: (look: Look) => void): () => void {
  return watch('sync', PREFERENCES, (stored) => callback(parseLook(stored)));
}
