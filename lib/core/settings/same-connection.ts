import { serviceOf } from '../services';
import { keyOf } from './backup';
import { type Connection, type Settings, withoutConnections } from './settings';

/**
 * The settings without another connection for the same thing: whoever presses a button twice, or adds a workflow in two tabs
 * at once, watches it once.
 * @param replacedId of the connection whose place the new one takes: it stays
 */
export function withoutSame(
  settings: Settings,
  connection: Connection,
  replacedId: string | null,
): Settings {
  // Of the others there is one, and what only it has goes on to the one that replaces it.
  if (serviceOf(connection.kind).most === 1) return settings;
  const key = keyOf(connection);
  return withoutConnections(settings, (row) => row.id !== replacedId && keyOf(row) === key);
}
