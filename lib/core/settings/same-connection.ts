import { keyOf } from './backup';
import { type Connection, type Settings, withConnection, withoutConnections } from './settings';

/**
 * The settings with a connection that a form has saved. Of connections for the same thing there is one: whoever presses a button
 * twice, or saves a workflow in two tabs at once, watches it once.
 * @param replacedId of the one that was edited; null for a new one. Another save may have replaced it meanwhile
 */
export function withSaved(
  settings: Settings,
  connection: Connection,
  replacedId: string | null,
): Settings {
  const { connections } = settings;
  const key = keyOf(connection);
  const isSame = (row: Connection) => keyOf(row) === key;
  const before = connections.find(({ id }) => id === replacedId) ?? connections.find(isSame);
  const others = withoutConnections(settings, (row) => row !== before && isSame(row));
  return withConnection(others, connection, before?.id ?? null);
}
