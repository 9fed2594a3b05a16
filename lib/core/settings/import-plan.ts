import { dequal } from 'dequal/lite';
import type { BackedUp } from '../feeds/backup-rules';
import { serviceOf } from '../services';
import * as z from '../zod';
import { type Backup, backedUp, keyOf, type Refusal, refused } from './backup';
import type { Preferences } from './preferences';
import { chosenReminders, withChosen } from './reminder-preferences';
import { type Connection, connectionSchema, type Settings } from './settings';

/** What becomes of a connection of the file. */
export type Change = 'same' | 'changed' | 'needs-token' | 'not-allowed';

/** What an import will do. */
export interface ImportPlan {
  /** The place is where a token would go: a file may name any. */
  connections: { service: string; name: string; place: string; change: Change }[];
  arePreferencesChanged: boolean;
}

/**
 * @param awaiting what was imported before and still waits for its token
 * @param mayImport false for what the organization does not allow: it is left out
 * @returns what the file would change, or why it is refused: a service would have too many connections
 */
export function planImport(
  { connections, preferences }: Backup,
  settings: Settings,
  awaiting: BackedUp[],
  preferred: Preferences,
  mayImport: (row: BackedUp) => boolean = () => true,
): { ok: true; plan: ImportPlan } | Refusal {
  const all: BackedUp[] = [...settings.connections, ...awaiting, ...connections.filter(mayImport)];
  for (const kind of new Set(all.map((row) => row.kind))) {
    const keys = new Set(all.filter((row) => row.kind === kind).map(keyOf));
    const service = serviceOf(kind);
    const most = service?.most ?? 0;
    if (keys.size > most) {
      return refused('backupTooMany', `${most} × ${service?.serviceName ?? kind}`);
    }
  }
  const plan = {
    connections: connections.map((row) => {
      const change = mayImport(row) ? changeBy(row, settings) : 'not-allowed';
      return { ...titleOf(row), change } as const;
    }),
    arePreferencesChanged: !dequal(withImportedPreferences(preferred, preferences), preferred),
  };
  return { ok: true, plan };
}

/** The preferences with those that a file names. It may not know all of them. */
export function withImportedPreferences(
  preferred: Preferences,
  file: Backup['preferences'],
): Preferences {
  const named = chosenReminders(file.reminders);
  const reminders = named ? withChosen(preferred.reminders, named) : preferred.reminders;
  return { ...preferred, ...file, ...(reminders !== undefined && { reminders }) };
}

/** Who a connection is for, what it is called, and where it is. */
function titleOf(row: BackedUp): { service: string; name: string; place: string } {
  const kind = serviceOf(row.kind);
  const service = kind?.serviceName ?? row.kind;
  const { label = '', reference = '' } = kind?.names(row) ?? {};
  const name = label || reference;
  // With its path, for that may be another one; http is said, because https is the rule.
  const place = row.address.replace(/^https:\/\//, '');
  return { service, name: name === service ? place : name, place };
}

function changeBy(row: BackedUp, { connections }: Settings): Change {
  const known = connections.find((connection) => hasTokenFor(connection, row));
  if (known === undefined) return 'needs-token';
  return dequal(backedUp(known), row) ? 'same' : 'changed';
}

/** A token stays at the address that it was saved for: a file may name any. Elsewhere the import needs its own. */
function hasTokenFor(connection: Connection, row: BackedUp): boolean {
  return keyOf(connection) === keyOf(row) && connection.address === row.address;
}

/**
 * The settings with what the file says of the connections whose tokens are known.
 * @param newId for each that changes: an answer belongs to the connection whose id it carries
 */
export function withImported(settings: Settings, rows: BackedUp[], newId: () => string): Settings {
  const connections = settings.connections.map((connection) => {
    const row = rows.find((imported) => hasTokenFor(connection, imported));
    if (row === undefined || dequal(backedUp(connection), row)) return connection;
    const changed = z.parse(connectionSchema, { ...connection, ...row, id: newId() });
    return z.withUnknown(connection, changed);
  });
  return { ...settings, connections };
}

/** What waits for its token once the file is imported: what it brings, and what has waited before. */
export function awaitingWith(
  awaiting: BackedUp[],
  rows: BackedUp[],
  { connections }: Settings,
): BackedUp[] {
  const fresh = rows.filter((row) => !connections.some((known) => hasTokenFor(known, row)));
  const keys = new Set(rows.map(keyOf));
  return [...awaiting.filter((row) => !keys.has(keyOf(row))), ...fresh];
}

/** What still waits once a connection was saved. */
export function stillAwaiting(awaiting: BackedUp[], saved: Connection): BackedUp[] {
  return awaiting.filter((row) => keyOf(row) !== keyOf(saved));
}
