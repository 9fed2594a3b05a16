import * as z from '../zod';
import { keyOf } from './backup';
import { backupRulesOf } from './backup-rules';
import { listOf } from './by-version';
import {
  type Connection,
  connectionSchema,
  parseSettings,
  type Settings,
  type StoredSettings,
} from './settings';
import { MOST_CONNECTIONS, migratedSettings, SETTINGS_VERSION } from './settings-migrations';

const anyRows = z.object({ connections: z.array(z.unknown()) });

/**
 * The settings as stored, with what was set aside and can be read now: after a downgrade and the next update, all is
 * connected again. What the user has connected in its place stays, and what they have disconnected does not come back.
 * @param setAside a list; anything else counts as none
 */
export function settingsWith(stored: unknown, setAside: unknown): StoredSettings {
  const { settings, unreadable } = parseSettings(stored);
  const connections = [...settings.connections];
  for (const one of listOf(setAside)) {
    for (const back of parseSettings(one).settings.connections) {
      const isThere = connections.some((row) => keyOf(row) === keyOf(back));
      if (!isThere && back.token !== '') connections.push(back);
    }
  }
  return { settings: { ...settings, connections }, unreadable };
}

/** What of each still cannot be read. */
export function unreadableParts(all: unknown[]): unknown[] {
  return all.filter((one) => parseSettings(one).unreadable).map(unreadablePart);
}

/**
 * What to set aside of stored settings that this version cannot read: the connections that can be read are no part of it,
 * so that no second copy of their tokens is kept. All of it if nothing can be read.
 */
export function unreadablePart(stored: unknown): unknown {
  const parsed = z.safeParse(anyRows, migratedSettings(stored));
  if (!parsed.success) return stored;
  const isUnreadable = (row: unknown, index: number) =>
    index >= MOST_CONNECTIONS || !z.safeParse(connectionSchema, row).success;
  return { version: SETTINGS_VERSION, connections: parsed.data.connections.filter(isUnreadable) };
}

/**
 * What was set aside, without the secrets that a change of the settings forgets. Older versions kept copies of connections
 * that they could read, too.
 */
export function withoutForgotten(setAside: unknown[], before: Settings, after: Settings): unknown {
  const kept = new Set(secretsOf(after));
  const forgotten = secretsOf(before).filter((secret) => !kept.has(secret));
  if (forgotten.length === 0) return setAside;
  return JSON.parse(JSON.stringify(setAside), (_, value: unknown) =>
    typeof value === 'string' && forgotten.some((secret) => value.includes(secret)) ? '' : value,
  );
}

/** All that may not leave in a backup, but for ids. */
function secretsOf({ connections }: Settings): string[] {
  return connections.flatMap((connection: Connection) => {
    const shown = ['id', 'kind', ...Object.keys(backupRulesOf(connection.kind).fields)];
    return Object.entries(connection).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !shown.includes(name) ? [value] : [],
    );
  });
}
