import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { listOf } from '../core/settings/by-version';
import { settingsWith, unreadableParts, withoutForgotten } from '../core/settings/set-aside';
import {
  parseSettings,
  type Settings,
  type StoredSettings,
  usedAddresses,
} from '../core/settings/settings';
import { orElse } from './or-else';
import { watch } from './watch';

/** Written by the background alone. Holds the tokens: `storage.local`, never `sync`. */
const SETTINGS = 'settings';
/**
 * Settings that this version cannot read go here, so that nobody loses a token to an update or a downgrade. What can be read
 * again is in use, and leaves with the next change of the settings.
 */
const SET_ASIDE = 'settings-set-aside';

export async function loadSettings(): Promise<StoredSettings> {
  const stored = await read();
  return settingsWith(stored[SETTINGS], stored[SET_ASIDE]);
}

/**
 * Saves the settings. What was stored and cannot be read is set aside first, never overwritten. What the settings forget,
 * no copy keeps.
 */
export async function saveSettings(settings: Settings): Promise<void> {
  const stored = await read();
  const before = settingsWith(stored[SETTINGS], stored[SET_ASIDE]);
  const setAside = unreadableIn(stored);
  const { local } = browser.storage;
  await local.set({
    [SETTINGS]: settings,
    ...(setAside.length > 0
      ? { [SET_ASIDE]: withoutForgotten(setAside, before.settings, settings) }
      : {}),
  });
  if (SET_ASIDE in stored && setAside.length === 0) await local.remove(SET_ASIDE);
}

/**
 * The addresses that are used, to keep the permissions for.
 * @returns null if some cannot be read: what is set aside may come back, and must be reachable then
 */
export async function loadUsedAddresses(): Promise<string[] | null> {
  return (await hasUnreadable()) ? null : usedAddresses((await loadSettings()).settings);
}

function read(): Promise<Record<string, unknown>> {
  return browser.storage.local.get([SETTINGS, SET_ASIDE]);
}

function unreadableIn(stored: Record<string, unknown>): unknown[] {
  return unreadableParts([...listOf(stored[SET_ASIDE]), stored[SETTINGS]]);
}

/** True if settings are kept that this version cannot read: they may hold tokens. */
export async function hasUnreadable(): Promise<boolean> {
  return unreadableIn(await read()).length > 0;
}

/** Deletes for good the settings that this version cannot read. The rest stays in use. */
export async function forgetUnreadable(): Promise<void> {
  const { settings } = await loadSettings();
  await browser.storage.local.set({ [SETTINGS]: settings });
  await browser.storage.local.remove(SET_ASIDE);
}

/**
 * Calls back with the settings when they change.
 * @param known what the caller has read before; null if it has read nothing
 * @returns stops it
 */
export function watchSettings(
  known: StoredSettings | null,
  callback: (settings: StoredSettings) => void,
): () => void {
  let isWanted = known !== null;
  const stop = watch('local', SETTINGS, (stored) => {
    isWanted = false;
    callback(parseSettings(stored));
  });
  // Nobody was called for what was stored between the caller's reading and now.
  if (isWanted) {
    orElse(loadSettings, known).then((stored) => {
      if (isWanted && stored !== null && !dequal(stored, known)) callback(stored);
    });
  }
  return () => {
    isWanted = false;
    stop();
  };
}

/** Keeps the tokens from content scripts, if the browser can (Chromium). We have none: a later mistake does no harm. */
export async function keepStorageToOurselves(): Promise<void> {
  const { local } = browser.storage;
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
