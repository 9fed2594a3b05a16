import type { BackedUp } from '../feeds/backup-rules';
import { parseJson } from '../feeds/parse-json';
import type { TextKey } from '../texts';
import * as z from '../zod';
import { backupRulesOf } from './backup-rules';
import { choices, type Preferences } from './preferences';
import { chosenReminders, reminderChoices } from './reminder-preferences';
import type { Connection, Settings } from './settings';
import { withServiceName } from './settings-migrations';

/** How a file of settings names itself. */
export const SETTINGS_PROGRAM = 'olie-timer';
const VERSION = 2;
/** Fifty workflows take 10 kB. */
export const LARGEST_BACKUP_BYTES = 1_000_000;

/** What a file holds. */
export interface Backup {
  connections: BackedUp[];
  /** Those that it names: an older version knew fewer. */
  preferences: Partial<Preferences>;
}

/** Why a file is refused, as a whole. */
export interface Refusal {
  ok: false;
  text: TextKey;
  /** What stands for `$1` in the text. */
  part: string;
  /** What is wrong with the field that `part` names, if its form has words for that. */
  reason: TextKey | null;
}

export function refused(text: TextKey, part = '', reason: TextKey | null = null): Refusal {
  return { ok: false, text, part, reason };
}

/** The same for the same connection, whatever its secrets and its names are. */
export function keyOf(connection: BackedUp): string {
  return `${connection.kind} ${backupRulesOf(connection.kind)?.key?.(connection) ?? ''}`;
}

/** What of a connection may leave. */
export function backedUp(connection: Connection): BackedUp {
  const { kind, address } = connection;
  // No secret may leave, even of a service that this version does not know.
  const allowed = new Set(Object.keys(backupRulesOf(String(kind))?.fields ?? {}));
  const fields = Object.entries(connection).filter(([name]) => allowed.has(name));
  return { kind, address, ...Object.fromEntries(fields) };
}

/**
 * The text of a file with the settings and preferences, without any secret.
 * @param awaiting what was imported and still waits for its token: it is taken along
 * @param preferences empty if the browser does not tell them
 */
export function writeBackup(
  { connections }: Settings,
  awaiting: BackedUp[],
  preferences: Partial<Preferences>,
): string {
  const rows = [...connections.map(backedUp), ...awaiting];
  const keys = rows.map(keyOf);
  const backup = {
    program: SETTINGS_PROGRAM,
    version: VERSION,
    // What is connected comes before what waits in its place.
    connections: rows.filter((row, index) => keys.indexOf(keyOf(row)) === index),
    // What nobody could read would make the file unreadable.
    preferences: { ...preferences, reminders: chosenReminders(preferences.reminders) },
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

const ours = z.object({ program: z.literal(SETTINGS_PROGRAM) });
const versioned = z.object({ version: z.boundedNumber() });
/** The preferences that a file names: an older version knew fewer. */
const somePreferencesSchema = z.object({
  ...choices,
  refreshEveryS: z.exactOptional(choices.refreshEveryS),
  badgeShows: z.exactOptional(choices.badgeShows),
  whenIdle: z.exactOptional(choices.whenIdle),
  reminders: reminderChoices,
});

const content = z.object({ connections: z.array(z.unknown()), preferences: somePreferencesSchema });

/** Reads a file: all of it, or why it is refused. */
export function parseBackup(bytes: Uint8Array): { ok: true; backup: Backup } | Refusal {
  if (bytes.length > LARGEST_BACKUP_BYTES) return refused('backupTooLarge', '1 MB');
  const json = parseJson(new TextDecoder().decode(bytes));
  if (json === undefined) return refused('backupNotJson');
  if (!z.safeParse(ours, json).success) return refused('backupNotOurs');
  const version = z.safeParse(versioned, json).data?.version ?? 0;
  if (version > VERSION) return refused('backupNewer');
  if (version !== VERSION && version !== 1) return refused('backupField', 'version');
  const parsed = z.safeParse(content, json);
  if (!parsed.success) return refused('backupField', pathIn(parsed.error).join('.'));
  const { connections, preferences } = parsed.data;
  const rows = readRows(connections, version);
  if (!rows.ok) return rows;
  return { ok: true, backup: { connections: rows.value, preferences } };
}

/** The connections of a file of that version. */
function readRows(list: unknown[], version: number): { ok: true; value: BackedUp[] } | Refusal {
  const rows: BackedUp[] = [];
  const keys = new Set<string>();
  for (const [index, row] of list.entries()) {
    const ofNow = version === 1 ? withServiceName(row) : row;
    const read = readConnection(ofNow, `connections[${index}]`);
    if (!read.ok) return read;
    const key = keyOf(read.value);
    if (keys.has(key)) return refused('backupTwice', `connections[${index}]`);
    keys.add(key);
    rows.push(read.value);
  }
  return { ok: true, value: rows };
}

const named = z.object({ kind: z.string() });

/** @param name of the row, for a refusal */
export function readConnection(
  row: unknown,
  name: string,
): { ok: true; value: BackedUp } | Refusal {
  const { data } = z.safeParse(named, row);
  const rules = data && backupRulesOf(data.kind);
  if (rules === undefined) return refused('backupField', `${name}.kind`);
  const parsed = z.safeParse(z.object({ kind: z.string(), ...rules.fields }), row);
  return parsed.success ? { ok: true, value: parsed.data } : refusedRow(name, parsed.error);
}

/** Names the first field of a connection that does not fit: `connections[0].address`. */
function refusedRow(name: string, error: z.core.$ZodError): Refusal {
  const [field] = pathIn(error);
  const [issue] = error.issues;
  // Of a connection's fields only our own readers complain so: in the key of a text (fieldSchema).
  const reason = issue?.code === 'custom' ? (issue.message as TextKey) : null;
  return refused('backupField', `${name}.${String(field)}`, reason);
}

/** Where the first thing stands that does not fit: `preferences`, `badgeShows`. */
function pathIn({ issues: [issue] }: z.core.$ZodError): PropertyKey[] {
  return issue?.path ?? [];
}
