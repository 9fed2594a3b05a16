import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { unreadablePart, withoutForgotten } from '../core/settings/set-aside';
import { parseSettings, type Settings, type StoredSettings } from '../core/settings/settings';
import { orElse } from './or-else';
import { watch } from './watch';

/** Written by the background alone. Holds the tokens: `storage.local`, never `sync`. */
const SETTINGS = 'settings';
/** Settings that this version cannot read go here, so that nobody loses a token to an update. */
const SET_ASIDE = 'settings-set-aside';

export async function loadSettings(): Promise<StoredSettings> {
  const stored = await browser.storage.local.get(SETTINGS);
  return parseSettings(stored[SETTINGS]);
}

/**
 * Saves the settings. What was stored and cannot be read is set aside first, never overwritten. What the settings forget,
 * no copy keeps.
 */
export async function saveSettings(settings: Settings): Promise<void> {
  const stored = await browser.storage.local.get([SETTINGS, SET_ASIDE]);
  const before = parseSettings(stored[SETTINGS]);
  const setAside: unknown[] = Array.isArray(stored[SET_ASIDE]) ? [...stored[SET_ASIDE]] : [];
  if (before.unreadable) setAside.push(unreadablePart(stored[SETTINGS]));
  await browser.storage.local.set({
    [SETTINGS]: settings,
    ...(setAside.length > 0
      ? { [SET_ASIDE]: withoutForgotten(setAside, before.settings, settings) }
      : {}),
  });
}

/** True if something is kept that this version cannot read: it may hold tokens. */
export async function hasSetAside(): Promise<boolean> {
  const stored = await browser.storage.local.get([SETTINGS, SET_ASIDE]);
  return Array.isArray(stored[SET_ASIDE]) || parseSettings(stored[SETTINGS]).unreadable;
}

/** Deletes for good what this version cannot read. The rest stays in use. */
export async function forgetSetAside(): Promise<void> {
  const { settings, unreadable } = await loadSettings();
  if (unreadable) await browser.storage.local.set({ [SETTINGS]: settings });
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
