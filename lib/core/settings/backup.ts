import type { BackedUp } from '../feeds/backup-kind';
import { fields, fieldsOrNull } from '../fields';
import * as s from '../schema';
import type { TextKey } from '../texts';
import { backedUp, fieldsOf, keyOf } from './backup-kinds';
import { BADGE_SHOWS, type Preferences, REFRESH_INTERVALS_S, WHEN_IDLE } from './preferences';
import { type Settings, withServiceName } from './settings';

const PROGRAM = 'olie-timer';
const VERSION = 2;
/** Fifty workflows take 10 kB. */
export const LARGEST_BACKUP_BYTES = 1_000_000;

/** What a file may say of each preference. A new preference does not compile until it is here. */
const PREFERENCES: { [Name in keyof Preferences]: s.Schema<Preferences[Name]> } = {
  refreshEveryS: s.oneOf(REFRESH_INTERVALS_S),
  badgeShows: s.oneOf(BADGE_SHOWS),
  whenIdle: s.oneOf(WHEN_IDLE),
};

/** What a file holds. */
export interface Backup {
  connections: BackedUp[];
  /** Those that it names: an older version knew fewer. */
  preferences: Partial<Preferences>;
}

/** Why a file is refused, whole. */
export interface Refusal {
  ok: false;
  text: TextKey;
  /** What stands for `$1` in the text. */
  part: string;
  /** What is wrong with the field that the part names, where its form has words for that. */
  reason: TextKey | null;
}

/**
 * The text of a file with the settings and preferences, and without any secret.
 * @param awaiting what was imported and still waits for its token: it is taken along
 */
export function writeBackup(
  { connections }: Settings,
  awaiting: BackedUp[],
  preferences: Preferences,
): string {
  const rows = [...connections.map(backedUp), ...awaiting];
  const keys = rows.map(keyOf);
  const backup = {
    program: PROGRAM,
    version: VERSION,
    // What is connected comes before what waits in its place.
    connections: rows.filter((_, index) => keys.indexOf(keys[index] ?? '') === index),
    preferences: Object.fromEntries(
      // The keys of a record are its names.
      (Object.keys(PREFERENCES) as (keyof Preferences)[]).map((name) => [name, preferences[name]]),
    ),
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

/** Reads a file: all of it, or why it is refused. */
export function parseBackup(bytes: Uint8Array): { ok: true; backup: Backup } | Refusal {
  if (bytes.length > LARGEST_BACKUP_BYTES) return refused('backupTooLarge', '1 MB');
  const json = parseJson(new TextDecoder().decode(bytes));
  if (json === undefined) return refused('backupNotJson');
  const { program, version, connections, preferences } = fields(json);
  if (program !== PROGRAM) return refused('backupNotOurs');
  if (typeof version !== 'number') return refused('backupField', 'version');
  if (version > VERSION) return refused('backupNewer');
  if (version !== VERSION && version !== 1) return refused('backupField', 'version');
  if (!Array.isArray(connections)) return refused('backupField', 'connections');
  const rows = readRows(version === 1 ? connections.map(withServiceName) : connections);
  if (!rows.ok) return rows;
  const preferred = readPreferences(preferences);
  return preferred.ok
    ? { ok: true, backup: { connections: rows.value, preferences: preferred.value } }
    : preferred;
}

/** The connections of a list, as a file has them. */
function readRows(list: unknown[]): { ok: true; value: BackedUp[] } | Refusal {
  const rows: BackedUp[] = [];
  const keys = new Set<string>();
  for (const [index, row] of list.entries()) {
    const read = readConnection(row, `connections[${index}]`);
    if (!read.ok) return read;
    const key = keyOf(read.value);
    if (keys.has(key)) return refused('backupTwice', `connections[${index}]`);
    keys.add(key);
    rows.push(read.value);
  }
  return { ok: true, value: rows };
}

/** @param name of the row, for what is refused */
export function readConnection(
  row: unknown,
  name: string,
): { ok: true; value: BackedUp } | Refusal {
  const values = fields(row);
  const { kind } = values;
  const schemas = typeof kind === 'string' ? fieldsOf(kind) : null;
  if (schemas === null) return refused('backupField', `${name}.kind`);
  const read = readFields(schemas, values, name);
  // The fields of the kind, the address among them.
  return read.ok ? { ok: true, value: { kind, ...read.value } as BackedUp } : read;
}

function readPreferences(
  preferences: unknown,
): { ok: true; value: Partial<Preferences> } | Refusal {
  const values = fieldsOrNull(preferences);
  if (values === null) return refused('backupField', 'preferences');
  const known = Object.entries(PREFERENCES).filter(([name]) => Object.hasOwn(values, name));
  return readFields(Object.fromEntries(known), values, 'preferences');
}

function readFields(
  schemas: Record<string, s.Schema | undefined>,
  values: Record<string, unknown>,
  where: string,
): { ok: true; value: Record<string, unknown> } | Refusal {
  const read: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const parsed = schema && s.safeParse(schema, values[name]);
    if (parsed?.success === false) {
      // Our own readers alone say what is wrong: a text's key (backup-kind.ts).
      const reason = (parsed.message ?? null) as TextKey | null;
      return refused('backupField', `${where}.${name}`, reason);
    }
    read[name] = parsed?.data;
  }
  return { ok: true, value: read };
}

export function refused(text: TextKey, part = '', reason: TextKey | null = null): Refusal {
  return { ok: false, text, part, reason };
}

/** The parsed text, or undefined where it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
