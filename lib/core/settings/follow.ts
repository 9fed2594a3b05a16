import { serviceOf } from '../services';
import type { Connection, Settings } from './settings';

/** What a page wants: that a connection follows one thing, or no longer. */
export interface Wanted {
  connectionId: string;
  id: string;
  isFollowed: boolean;
}

/**
 * The settings as wanted. The connection keeps its id: what is known from it stays.
 * @returns null if that cannot be: as many are followed as may be, or there is no such connection
 */
export function withFollowed(settings: Settings, wanted: Wanted): Settings | null {
  const { connectionId, id, isFollowed } = wanted;
  const connection = settings.connections.find((one) => one.id === connectionId);
  if (connection === undefined) return null;
  const changed = serviceOf(connection.kind).follow?.(connection, id, isFollowed) ?? null;
  if (changed === null) return null;
  const connections = settings.connections.map((one) =>
    // The service gives back its own kind of connection.
    one === connection ? (changed as Connection) : one,
  );
  return { ...settings, connections };
}
