import { giveBackAllBut } from '../../lib/browser/permissions';
import { keepStorageToOurselves, loadSettings } from '../../lib/browser/settings-storage';
import { usedAddresses } from '../../lib/core/settings/settings';
import { refresh } from './refresh';

/** Installed, updated, or a browser that starts. */
export async function start(): Promise<void> {
  await keepStorageToOurselves();
  const { settings, unreadable } = await loadSettings();
  // A connection that was only tested leaves its permission behind.
  if (!unreadable) await giveBackAllBut(usedAddresses(settings));
  await refresh('alarm');
}
