import { browser } from 'wxt/browser';
import { type Preferences, parsePreferences } from '../core/preferences';
import { parseSettings, type Settings, type StoredSettings } from '../core/settings';
import { parseState, type State } from '../core/state';

/** The keys in storage. One writer each: the background writes the state, the options page the other two. */
const SETTINGS = 'settings';
const STATE = 'state';
const PREFERENCES = 'preferences';
/** Where settings go that this version cannot read, so that nobody loses a token to an update. */
const SET_ASIDE = 'settings-set-aside';

export async function loadSettings(): Promise<StoredSettings> {
  const stored = await browser.storage.local.get(SETTINGS);
  return parseSettings(stored[SETTINGS]);
}

/** Saves the settings; what was stored and could not be read is set aside first, never overwritten. */
export async function saveSettings(settings: Settings): Promise<void> {
  const stored = await browser.storage.local.get([SETTINGS, SET_ASIDE]);
  const isUnreadable = parseSettings(stored[SETTINGS]).unreadable;
  const earlier: unknown[] = Array.isArray(stored[SET_ASIDE]) ? stored[SET_ASIDE] : [];
  await browser.storage.local.set({
    [SETTINGS]: settings,
    ...(isUnreadable ? { [SET_ASIDE]: [...earlier, stored[SETTINGS]] } : {}),
  });
}

export async function loadState(): Promise<State> {
  const stored = await browser.storage.local.get(STATE);
  return parseState(stored[STATE]);
}

export async function saveState(state: State): Promise<void> {
  await browser.storage.local.set({ [STATE]: state });
}

/** Preferences are in `storage.sync`: they follow the user to other machines. */
export async function loadPreferences(): Promise<Preferences> {
  const stored = await browser.storage.sync.get(PREFERENCES);
  return parsePreferences(stored[PREFERENCES]);
}

export async function savePreferences(preferences: Preferences): Promise<void> {
  await browser.storage.sync.set({ [PREFERENCES]: preferences });
}

/**
 * Calls back with each new state.
 * @returns stops it
 */
export function watchState(callback: (state: State) => void): () => void {
  return watch((area, changed) => {
    if (area === 'local' && STATE in changed) callback(parseState(changed[STATE]?.newValue));
  });
}

/** Calls back where the user changed settings or preferences, on this machine or another one. */
export function watchChoices(callback: () => void): () => void {
  return watch((area, changed) => {
    if ((area === 'local' && SETTINGS in changed) || (area === 'sync' && PREFERENCES in changed)) {
      callback();
    }
  });
}

type Changes = Record<string, { newValue?: unknown }>;

function watch(callback: (area: string, changed: Changes) => void): () => void {
  const listener = (changed: Changes, area: string) => callback(area, changed);
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Keeps the tokens from content scripts, where the browser can (Chromium). We have none; a later mistake stays harmless. */
export async function keepStorageToOurselves(): Promise<void> {
  const { local } = browser.storage;
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
