import type { Connection } from '../feeds/feed-kind';
import { fieldsOrNull } from '../fields';
import * as s from '../schema';
import { feedKind } from '../services';

const SETTINGS_VERSION = 3;
/** More than anybody connects; what there is beyond is unreadable. */
const MOST_CONNECTIONS = 1000;

/** What the user connected. Holds the secrets: stays in `storage.local`. */
export interface Settings {
  version: typeof SETTINGS_VERSION;
  connections: Connection[];
}

export const NO_SETTINGS: Settings = { version: SETTINGS_VERSION, connections: [] };

export interface StoredSettings {
  settings: Settings;
  /** True where something is stored that this version cannot read: it must be set aside before anything is saved. */
  unreadable: boolean;
}

const listed = s.object({ connections: s.array(s.unknown()) });
const ofKind = s.object({ kind: s.string() });

/** From each version to the next; pure, with a fixture of before and after in the tests. */
const MIGRATIONS: Record<number, (stored: Record<string, unknown>) => Record<string, unknown>> = {
  // One service became many.
  1: ({ olie }) => ({
    version: 2,
    connections: olie === null ? [] : [{ kind: 'olie', ...Object(olie) }],
  }),
  // Kinds got the names of their services.
  2: ({ connections }) => ({
    version: 3,
    connections: Array.isArray(connections) ? connections.map(withServiceName) : connections,
  }),
};

const SERVICE_NAMES = new Map<unknown, string>([
  ['workflow', 'b3os'],
  ['agent-runs', 'zaia'],
]);

/** A stored row as 0.1.0 wrote it, with its kind renamed. Other rows stay as they are. */
export function withServiceName(row: unknown): unknown {
  const fields = fieldsOrNull(row);
  const name = SERVICE_NAMES.get(fields?.kind);
  return name === undefined ? row : { ...fields, kind: name };
}

/** The settings as stored; none where nothing is stored yet. A connection that cannot be read does not cost the others. */
export function parseSettings(stored: unknown): StoredSettings {
  if (stored === undefined || stored === null) return { settings: NO_SETTINGS, unreadable: false };
  const parsed = s.safeParse(listed, migrated(stored));
  if (!parsed.success) return { settings: NO_SETTINGS, unreadable: true };
  const rows = parsed.data.connections;
  const connections = rows.slice(0, MOST_CONNECTIONS).flatMap((row) => {
    const named = s.safeParse(ofKind, row);
    const schema = named.success ? feedKind(named.data.kind)?.connectionSchema : undefined;
    const connection = schema && s.safeParse(schema, row);
    return connection?.success ? [connection.data] : [];
  });
  return {
    settings: { version: SETTINGS_VERSION, connections },
    unreadable: connections.length < rows.length,
  };
}

function migrated(stored: unknown): unknown {
  let settings = fieldsOrNull(stored);
  while (settings !== null && settings.version !== SETTINGS_VERSION) {
    const { version } = settings;
    settings = (typeof version === 'number' && MIGRATIONS[version]?.(settings)) || null;
  }
  return settings;
}

/** The connections with one more, or in place of the one with the id that it replaces. */
export function withConnection(
  settings: Settings,
  connection: Connection,
  replacedId: string | null,
): Settings {
  const at = settings.connections.findIndex(({ id }) => id === replacedId);
  const connections = [...settings.connections];
  connections.splice(at < 0 ? connections.length : at, at < 0 ? 0 : 1, connection);
  return { ...settings, connections };
}

export function withoutConnections(settings: Settings, ids: string[]): Settings {
  const connections = settings.connections.filter(({ id }) => !ids.includes(id));
  return { ...settings, connections };
}

/** The addresses that the settings use: the host permissions to keep. */
export function usedAddresses({ connections }: Settings): string[] {
  return connections.map(({ address }) => address);
}
