import { dequal } from 'dequal/lite';
import { giveBackAllBut } from '../../lib/browser/permissions';
import { forgetSetAside, loadSettings, saveSettings } from '../../lib/browser/settings-storage';
import {
  type Settings,
  type StoredSettings,
  usedAddresses,
} from '../../lib/core/settings/settings';
import { refreshChanged } from './refresh';

/** One change at a time: two pages that save at once both get what they asked for. */
let changes: Promise<unknown> = Promise.resolve();
/** What this worker wrote last. */
let written: Settings | null = null;

/**
 * Changes the settings as they are stored now, gives back the permissions that nothing needs any more, and asks.
 * @param change returns equal settings if there is nothing to change
 * @returns when that round has ended
 */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
  let isChanged = false;
  await inTurn(async () => {
    const { settings } = await loadSettings();
    const changed = change(settings);
    isChanged = !dequal(changed, settings);
    if (!isChanged) return;
    written = changed;
    await saveSettings(changed);
    await giveBackAllBut(usedAddresses(changed));
  });
  if (isChanged) await refreshChanged();
}

/** Deletes for good what this version cannot read. */
export async function forgetUnreadable(): Promise<void> {
  await inTurn(forgetSetAside);
  await refreshChanged();
}

/** The stored settings have changed. If it was not us, somebody cleared the storage: that takes a round, too. */
export async function settingsChanged({ settings }: StoredSettings): Promise<void> {
  if (!dequal(settings, written)) await refreshChanged();
}

function inTurn(act: () => Promise<void>): Promise<void> {
  const turn = changes.then(act);
  // A change that failed is reported to whoever asked for it; the next one has its turn all the same.
  changes = turn.catch(() => undefined);
  return turn;
}
