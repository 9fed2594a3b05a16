import * as z from '../zod';
import { backupRulesOf } from './backup-rules';
import { type Connection, connectionSchema, type Settings } from './settings';
import { MOST_CONNECTIONS, migratedSettings, SETTINGS_VERSION } from './settings-migrations';

const anyRows = z.object({ connections: z.array(z.unknown()) });

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
