import { browser } from 'wxt/browser';
import type { BackedUp } from '../core/feeds/backup-rules';
import { readConnection } from '../core/settings/backup';
import { listOf } from '../core/settings/by-version';
import { withServiceName } from '../core/settings/settings-migrations';
import { storedValue } from './stored-value';
import { watch } from './watch';

/** What was imported and waits for its token. The options page writes it, and the welcome page once one has its token. */
const AWAITING = 'awaiting';

/** Rows that cannot be read are left out. They hold no token. */
export async function loadAwaiting(): Promise<BackedUp[]> {
  return readRows(await loadRows());
}

/**
 * Calls back with what waits whenever that changes, in whatever tab.
 * @returns stops it
 */
export function watchAwaiting(callback: (rows: BackedUp[]) => void): () => void {
  return watch('local', AWAITING, (stored) => callback(readRows(listOf(stored))));
}

/** Rows that cannot be read stay: a newer version has stored them. */
export async function saveAwaiting(rows: BackedUp[]): Promise<void> {
  const others = (await loadRows()).filter((row) => readRow(row) === null);
  const all = [...rows, ...others];
  if (all.length === 0) await browser.storage.local.remove(AWAITING);
  else await browser.storage.local.set({ [AWAITING]: all });
}

async function loadRows(): Promise<unknown[]> {
  return listOf(await storedValue('local', AWAITING));
}

function readRows(rows: unknown[]): BackedUp[] {
  return rows.flatMap((row) => readRow(row) ?? []);
}

function readRow(row: unknown): BackedUp | null {
  const read = readConnection(withServiceName(row), '');
  return read.ok ? read.value : null;
}
