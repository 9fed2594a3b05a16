import { loadChoices, preferencesOf } from '../../lib/browser/choices-storage';
import { orElse } from '../../lib/browser/or-else';
import { keepStorageToOurselves } from '../../lib/browser/settings-storage';
import { loadStored } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { giveBackUnused } from './change-settings';
import { show } from './publish';
import { refresh } from './refresh';

/** Installed, updated, or a browser that starts. */
export async function start(): Promise<void> {
  orElse(showKnown);
  await orElse(keepStorageToOurselves);
  // A connection that was only tested leaves its permission behind.
  await giveBackUnused();
  await refresh('alarm');
}

/** The badge, from what is known: the round waits for the organization's policy, which may take seconds. */
async function showKnown(): Promise<void> {
  const [stored, choices] = await Promise.all([loadStored(), loadChoices()]);
  const preferences = preferencesOf(choices);
  await show(stored, { preferences, timeZone: browserTimeZone(), isRead: true });
}
