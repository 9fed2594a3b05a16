import { browser } from 'wxt/browser';
import { type Preferences, parsePreferences } from '../core/settings/preferences';
import { PREFERENCES } from './look-storage';
import { orElse } from './or-else';
import { watch } from './watch';

/** @returns null if the browser does not tell */
export async function loadPreferences(): Promise<Preferences | null> {
  const stored = await orElse(() => browser.storage.sync.get(PREFERENCES), null);
  return stored && parsePreferences(stored[PREFERENCES]);
}

export async function savePreferences(preferences: Preferences): Promise<void> {
  await browser.storage.sync.set({ [PREFERENCES]: preferences });
}

/** Calls back when the user changed them, on this machine or another one. */
export function watchPreferences(callback: (preferences: Preferences) => void): () => void {
  return watch('sync', PREFERENCES, (stored) => callback(parsePreferences(stored)));
}
