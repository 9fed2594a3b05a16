import { serviceOf, services } from '../services';
import * as z from '../zod';
import { MOST_CONNECTIONS, migratedSettings, SETTINGS_VERSION } from './settings-migrations';

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

const thisVersion = z.object({ connections: z.array(z.unknown()) });

/** The settings as stored; none if nothing is stored. A connection that cannot be read does not cost the others. */
export function parseSettings(stored: unknown): StoredSettings {
  if (stored === undefined || stored === null) return { settings: NO_SETTINGS, unreadable: false };
  const parsed = z.safeParse(thisVersion, migratedSettings(stored));
  if (!parsed.success) return { settings: NO_SETTINGS, unreadable: true };
  const rows = parsed.data.connections;
  const connections = rows.slice(0, MOST_CONNECTIONS).flatMap((row) => {
    const connection = z.safeParse(connectionSchema, row).data;
    return connection ? z.withUnknown(row, connection) : [];
  });
  return {
    settings: { version: SETTINGS_VERSION, connections },
    unreadable: connections.length < rows.length,
  };
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
  const isSingle = serviceOf(connection.kind).most === 1;
  const isReplaced = ({ id, kind }: Connection) =>
    id === replacedId || (isSingle && kind === connection.kind);
  const at = settings.connections.findIndex(isReplaced);
  const replaced = settings.connections[at];
  // What no form has stays, such as the followed runs. They are of that address.
  const isSamePlace = replaced?.kind === connection.kind && replaced.address === connection.address;
  const saved = isSamePlace ? { ...replaced, ...connection } : connection;
  const others = settings.connections.filter((row) => !isReplaced(row));
  return { ...settings, connections: others.toSpliced(at < 0 ? others.length : at, 0, saved) };
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
