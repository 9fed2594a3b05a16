import { browser } from 'wxt/browser';
import { type Preferences, parsePreferences } from '../core/settings/preferences';
import { watch } from './watch';

/** In `storage.sync`: preferences follow the user to other machines. Pages write them: mostly the options page. */
const PREFERENCES = 'preferences';

export async function loadPreferences(): Promise<Preferences> {
  const stored = await browser.storage.sync.get(PREFERENCES);
  return parsePreferences(stored[PREFERENCES]);
}

export async function savePreferences(preferences: Preferences): Promise<void> {
  await browser.storage.sync.set({ [PREFERENCES]: preferences });
}

/** Calls back when the user changed them, on this machine or another one. */
export function watchPreferences(callback: () => void): () => void {
  return watch('sync', PREFERENCES, callback);
}
