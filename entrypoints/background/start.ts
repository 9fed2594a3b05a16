import { orElse } from '../../lib/browser/or-else';
import { giveBackAllBut } from '../../lib/browser/permissions';
import { keepStorageToOurselves, loadSettings } from '../../lib/browser/settings-storage';
import { usedAddresses } from '../../lib/core/settings/settings';
import { refresh } from './refresh';

/** Installed, updated, or a browser that starts. */
export async function start(): Promise<void> {
  await orElse(keepStorageToOurselves, undefined);
  const stored = await orElse(loadSettings, null);
  // A connection that was only tested leaves its permission behind.
  if (stored?.unreadable === false) await giveBackAllBut(usedAddresses(stored.settings));
  await refresh('alarm');
}
