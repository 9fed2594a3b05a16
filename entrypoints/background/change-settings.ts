import { dequal } from 'dequal/lite';
import { orElse } from '../../lib/browser/or-else';
import { giveBackAllBut } from '../../lib/browser/permissions';
import { forgetSetAside } from '../../lib/browser/set-aside-storage';
import { loadSettings, loadUsedAddresses, saveSettings } from '../../lib/browser/settings-storage';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { Connection, Settings } from '../../lib/core/settings/settings';
import { refreshChanged } from './refresh';

/** One change at a time: two pages that save at once both get what they asked for. */
let changes: Promise<unknown> = Promise.resolve();
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
    const failed = await refusalOf(() => saveSettings(changed));
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
  const refused = await inTurn(() => refusalOf(forgetSetAside));
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

/** Why a save was refused: a full disk, mostly. Null if it was not. */
async function refusalOf(save: () => Promise<void>): Promise<Failure | null> {
  try {
    await save();
    return null;
  } catch (error) {
    console.error('The settings could not be saved', error);
    return failure('storage');
  }
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

function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
  const turn = changes.then(act);
  // A change that failed is reported to whoever asked for it; the next one has its turn all the same.
  changes = turn.catch(() => undefined);
  return turn;
}
