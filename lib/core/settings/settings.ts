import { serviceOf, services } from '../services';
import * as z from '../zod';

const SETTINGS_VERSION = 3;
/** More than anybody connects. What goes beyond counts as unreadable. */
const MOST_CONNECTIONS = 1000;

/** A saved connection. `kind` tells the services apart. */
export const connectionSchema = z.union(services.map((service) => service.connectionSchema));
export type Connection = z.infer<typeof connectionSchema>;

/** What the user connected. It holds the secrets, so it stays in `storage.local`. */
export interface Settings {
  version: typeof SETTINGS_VERSION;
  connections: Connection[];
}

export const NO_SETTINGS: Settings = { version: SETTINGS_VERSION, connections: [] };

export interface StoredSettings {
  settings: Settings;
  /** Something is stored that this version cannot read. It must be set aside before anything is saved. */
  unreadable: boolean;
}

/** What the versions hold, each its own part of it. */
const anyVersion = z.object({
  version: z.number(),
  olie: z.optional(z.unknown()),
  connections: z.optional(z.unknown()),
});
const thisVersion = z.object({ connections: z.array(z.unknown()) });
type AnyVersion = z.infer<typeof anyVersion>;

/** From each version to the next. Pure; the tests hold a before and an after of each. */
const MIGRATIONS: Record<number, (stored: AnyVersion) => AnyVersion> = {
  // One service became many.
  1: ({ olie }) => ({
    version: 2,
    connections: olie === null ? [] : [{ kind: 'olie', ...Object(olie) }],
  }),
  // Kinds got the names of their services.
  2: ({ connections }) => ({
    version: 3,
    // One more than are read: what goes beyond counts as unreadable.
    connections: Array.isArray(connections)
      ? connections.slice(0, MOST_CONNECTIONS + 1).map(withServiceName)
      : connections,
  }),
};

const namedRow = z.object({ kind: z.string() });
const SERVICE_NAMES: Record<string, string> = { workflow: 'b3os', 'agent-runs': 'zaia' };

/** A row as version 0.1.0 wrote it, with its kind renamed. Other rows stay as they are. */
export function withServiceName(row: unknown): unknown {
  const parsed = z.safeParse(namedRow, row);
  if (!parsed.success || !Object.hasOwn(SERVICE_NAMES, parsed.data.kind)) return row;
  return { ...Object(row), kind: SERVICE_NAMES[parsed.data.kind] };
}

/** The settings as stored; none if nothing is stored. A connection that cannot be read does not cost the others. */
export function parseSettings(stored: unknown): StoredSettings {
  if (stored === undefined || stored === null) return { settings: NO_SETTINGS, unreadable: false };
  const parsed = z.safeParse(thisVersion, migrated(stored));
  if (!parsed.success) return { settings: NO_SETTINGS, unreadable: true };
  const rows = parsed.data.connections;
  const connections = rows.slice(0, MOST_CONNECTIONS).flatMap((row) => {
    const connection = z.safeParse(connectionSchema, row);
    return connection.success ? [connection.data] : [];
  });
  return {
    settings: { version: SETTINGS_VERSION, connections },
    unreadable: connections.length < rows.length,
  };
}

/** The settings in this version; null if they are of none that can be brought here. */
function migrated(stored: unknown): AnyVersion | null {
  const parsed = z.safeParse(anyVersion, stored);
  let settings = parsed.success ? parsed.data : null;
  while (settings !== null && settings.version !== SETTINGS_VERSION) {
    settings = MIGRATIONS[settings.version]?.(settings) ?? null;
  }
  return settings;
}

/**
 * The connections with one more. It takes the place of the one that it replaces; of a service that is connected at most
 * once it replaces all.
 */
export function withConnection(
  settings: Settings,
  connection: Connection,
  replacedId: string | null,
): Settings {
  const isSingle = serviceOf(connection.kind)?.backup.most === 1;
  const isReplaced = ({ id, kind }: Connection) =>
    id === replacedId || (isSingle && kind === connection.kind);
  const at = settings.connections.findIndex(isReplaced);
  const others = settings.connections.filter((row) => !isReplaced(row));
  return { ...settings, connections: others.toSpliced(at < 0 ? others.length : at, 0, connection) };
}

export function withoutConnections(
  settings: Settings,
  isRemoved: (connection: Connection) => boolean,
): Settings {
  return { ...settings, connections: settings.connections.filter((row) => !isRemoved(row)) };
}

/** The addresses that the settings use: the host permissions to keep. */
export function usedAddresses({ connections }: Settings): string[] {
  return connections.map(({ address }) => address);
}
