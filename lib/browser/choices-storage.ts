import { type Managed, parseManaged, withManaged } from '../core/settings/managed';
import { DEFAULT_PREFERENCES, type Preferences } from '../core/settings/preferences';
import { readManaged } from './managed-storage';
import { loadOwnPreferences } from './preferences-storage';
import { watchRead } from './watch-choices';

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
 * Calls back with the preferences that count when they change, and at once if they are not the known ones.
 * @returns stops it
 */
export function watchPreferences(
  known: Preferences,
  callback: (preferences: Preferences) => void,
): () => void {
  return watchRead(known, loadPreferences, callback);
}
