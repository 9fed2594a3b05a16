import { browser } from 'wxt/browser';
import { REMINDERS_VERSION } from '../core/reminders/ledger';
import { STATE_VERSION } from '../core/state/state';
import { REMINDERS } from './muted-storage';
import { forgetUnreadable, hasUnreadable } from './settings-storage';
import { STATE } from './state-storage';
import { loadByVersion, setAsideKey } from './versioned-storage';

const VERSIONS = { [STATE]: STATE_VERSION, [REMINDERS]: REMINDERS_VERSION };

/** True if something is kept that this version cannot read: it may hold tokens. */
export async function hasSetAside(): Promise<boolean> {
  for (const [key, version] of Object.entries(VERSIONS)) {
    if ((await loadByVersion(key, version)).newer.length > 0) return true;
  }
  return hasUnreadable();
}

/** Deletes for good what this version cannot read. The rest stays in use. */
export async function forgetSetAside(): Promise<void> {
  await forgetUnreadable();
  const { local } = browser.storage;
  for (const [key, version] of Object.entries(VERSIONS)) {
    const { stored, setAside, newer } = await loadByVersion(key, version);
    if (newer.includes(stored)) await local.remove(key);
    if (setAside.some((one) => newer.includes(one))) await local.remove(setAsideKey(key));
  }
}
