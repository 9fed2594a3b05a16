import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { type Managed, parseManaged, withManaged } from '../core/settings/managed';
import { DEFAULT_PREFERENCES, type Preferences } from '../core/settings/preferences';
import { PREFERENCES } from './look-storage';
import { isManagedChange, readManaged } from './managed-storage';
import { loadOwnPreferences } from './preferences-storage';

/** What the user and the organization have chosen, apart. */
export interface Choices {
  /** Null if the browser does not tell. */
  own: Preferences | null;
  managed: Managed;
}

/** @param read what the organization has set. Default: at once */
export async function loadChoices(read = readManaged): Promise<Choices> {
  const [own, managed] = await Promise.all([loadOwnPreferences(), read()]);
  return { own, managed: parseManaged(managed) };
}

/** The preferences that count; the default ones if the browser does not tell the user's own. */
export function preferencesOf({ own, managed }: Choices): Preferences {
  return withManaged(own ?? DEFAULT_PREFERENCES, managed);
}

/** The preferences that count. */
export async function loadPreferences(): Promise<Preferences> {
  return preferencesOf(await loadChoices());
}

/**
 * Calls back when the user or the organization changed something. What an organization changes, Chromium tells at once;
 * Firefox reads it when it starts.
 * @returns stops it
 */
export function watchChoices(callback: () => void): () => void {
  const listener = (changed: object, area: string) => {
    if (isManagedChange(changed, area) || (area === 'sync' && PREFERENCES in changed)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/**
 * Calls back with the preferences that count when they change, and at once if they are not those.
 * @returns stops it
 */
export function watchPreferences(
  known: Preferences,
  callback: (preferences: Preferences) => void,
): () => void {
  let latest = known;
  let count = 0;
  const read = async () => {
    count += 1;
    const own = count;
    const next = await loadPreferences();
    // A later reading may have ended before.
    if (own !== count || dequal(next, latest)) return;
    latest = next;
    callback(next);
  };
  // Nobody was called for what was changed between the caller's reading and now.
  read();
  return watchChoices(read);
}
