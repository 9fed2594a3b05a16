import { dequal } from 'dequal/lite';
import { orElse } from '../../lib/browser/or-else';
import { giveBackAllBut } from '../../lib/browser/permissions';
import { forgetSetAside } from '../../lib/browser/set-aside-storage';
import { loadSettings, loadUsedAddresses, saveSettings } from '../../lib/browser/settings-storage';
import type { Failure } from '../../lib/core/feeds/failure';
import type { Connection, Settings } from '../../lib/core/settings/settings';
import { createQueue } from './queue';
import { refreshChanged } from './refresh';
import { refusalOf } from './refusal-of';

const NOT_SAVED = 'The settings could not be saved';

/** One change at a time: two pages that save at once both get what they asked for. */
const inTurn = createQueue();
/** What this worker wrote last. */
let written: Settings | null = null;

/**
 * Changes the settings as they are stored now, gives back the permissions that nothing needs any more, and asks.
 * @param change returns equal settings if there is nothing to change
 * @returns when that round has ended: null, or why nothing was changed
 */
export async function changeSettings(
  change: (settings: Settings) => Settings,
): Promise<Failure | null> {
  let fresh: string[] | null = null;
  const refused = await inTurn(async () => {
    const { settings } = await loadSettings();
    const changed = change(settings);
    if (dequal(changed, settings)) return null;
    written = changed;
    const failed = await refusalOf(() => saveSettings(changed), NOT_SAVED);
    if (failed !== null) return failed;
    const isFresh = (one: Connection) => !settings.connections.some((old) => dequal(old, one));
    fresh = changed.connections.filter(isFresh).map(({ id }) => id);
    await giveBackUnused();
    return null;
  });
  if (fresh !== null) await refreshChanged(fresh);
  return refused;
}

/**
 * Deletes for good what this version cannot read.
 * @returns null, or why it is still there
 */
export async function forgetUnreadable(): Promise<Failure | null> {
  const refused = await inTurn(() => refusalOf(forgetSetAside, NOT_SAVED));
  if (refused !== null) return refused;
  await giveBackUnused();
  await refreshChanged();
  return null;
}

/** Gives back the permissions that no connection needs. None while something is set aside. */
export async function giveBackUnused(): Promise<void> {
  const used = await orElse(loadUsedAddresses, null);
  if (used !== null) await giveBackAllBut(used);
}

/** The stored settings have changed. If it was not us, somebody cleared the storage: that takes a round, too. */
export async function settingsChanged(): Promise<void> {
  // What came with the event may be of an earlier change than the last one.
  const isOurs = await inTurn(async () => {
    const stored = await orElse(loadSettings, null);
    return stored !== null && dequal(stored.settings, written);
  });
  if (!isOurs) await refreshChanged();
}
