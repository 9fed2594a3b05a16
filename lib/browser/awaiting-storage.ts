import { browser } from 'wxt/browser';
import type { BackedUp } from '../core/feeds/backup-rules';
import { readConnection } from '../core/settings/backup';
import { withServiceName } from '../core/settings/settings-migrations';

/** What was imported and waits for its token. Only the options page reads and writes it. */
const AWAITING = 'awaiting';

/** Rows that cannot be read are left out: they hold no token, and their file can be imported again. */
export async function loadAwaiting(): Promise<BackedUp[]> {
  const stored = (await browser.storage.local.get(AWAITING))[AWAITING];
  const rows: unknown[] = Array.isArray(stored) ? stored : [];
  return rows.flatMap((row) => {
    const read = readConnection(withServiceName(row), '');
    return read.ok ? [read.value] : [];
  });
}

export async function saveAwaiting(rows: BackedUp[]): Promise<void> {
  if (rows.length === 0) await browser.storage.local.remove(AWAITING);
  else await browser.storage.local.set({ [AWAITING]: rows });
}
