import { browser } from 'wxt/browser';
import type { BackedUp } from '../core/feeds/backup-rules';
import { readConnection } from '../core/settings/backup';
import { listOf } from '../core/settings/by-version';
import { withServiceName } from '../core/settings/settings-migrations';

/** What was imported and waits for its token. Only the options page reads and writes it. */
const AWAITING = 'awaiting';

/** Rows that cannot be read are left out. They hold no token. */
export async function loadAwaiting(): Promise<BackedUp[]> {
  return (await loadRows()).flatMap((row) => readRow(row) ?? []);
}

/** Rows that cannot be read stay: a newer version has stored them. */
export async function saveAwaiting(rows: BackedUp[]): Promise<void> {
  const others = (await loadRows()).filter((row) => readRow(row) === null);
  const all = [...rows, ...others];
  if (all.length === 0) await browser.storage.local.remove(AWAITING);
  else await browser.storage.local.set({ [AWAITING]: all });
}

async function loadRows(): Promise<unknown[]> {
  return listOf((await browser.storage.local.get(AWAITING))[AWAITING]);
}

function readRow(row: unknown): BackedUp | null {
  const read = readConnection(withServiceName(row), '');
  return read.ok ? read.value : null;
}
