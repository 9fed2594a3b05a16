import { browser } from 'wxt/browser';
import { type Preferences, parsePreferences } from '../core/settings/preferences';
import * as z from '../core/zod';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { watch } from './watch';
import { PREFERENCES } from './watch-choices';

/** As last read or heard; null before that. */
let latest: { stored: unknown } | null = null;

/**
 * The user's own preferences, for whoever changes them, and for the popup, which needs none that an organization may set.
 * What counts is `loadPreferences` (choices-storage.ts).
 * @returns null if the browser does not tell
 */
export async function loadOwnPreferences(): Promise<Preferences | null> {
  return orElse(async () => parsePreferences(await read()), null);
}

/**
 * Saves what the user chose. All else stays as it is stored, also what only a newer version on another machine knows.
 * Rejects if the browser does not tell what is stored: it would be lost.
 * @param chosen without what the organization has set (`ownAfter`)
 * @param isHurried the page closes, or may at any moment: there is no time to read before it writes
 */
export async function savePreferences(
  chosen: Partial<Preferences>,
  isHurried = false,
): Promise<void> {
  const stored = isHurried && latest !== null ? latest.stored : await read();
  await browser.storage.sync.set({ [PREFERENCES]: z.withUnknown(stored, chosen) });
}

async function read(): Promise<unknown> {
  const stored = await storedValue('sync', PREFERENCES);
  latest = { stored };
  return stored;
}

/** Calls back when the user changed their own ones, on this machine or another one. */
export function watchOwnPreferences(callback: (own: Preferences) => void): () => void {
  return watch('sync', PREFERENCES, (stored) => {
    latest = { stored };
    callback(parsePreferences(stored));
  });
}
