import { keepManaged } from '../../lib/browser/managed-storage';
import { orElse } from '../../lib/browser/or-else';
import { keepStorageToOurselves } from '../../lib/browser/settings-storage';
import { giveBackUnused } from './change-settings';
import { refresh } from './refresh';

/** Installed, updated, or a browser that starts. */
export async function start(): Promise<void> {
  // No round waits for it.
  keepManaged();
  await orElse(keepStorageToOurselves);
  // A connection that was only tested leaves its permission behind.
  await giveBackUnused();
  await refresh('alarm');
}
