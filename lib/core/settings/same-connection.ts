import { keyOf } from './backup';
import type { Connection, Settings } from './settings';

/**
 * The id of the connection for the same thing; null if there is none. Whoever presses a button twice, or adds a workflow in two
 * tabs at once, watches it once.
 */
export function idOfSame({ connections }: Settings, connection: Connection): string | null {
  const key = keyOf(connection);
  return connections.find((row) => keyOf(row) === key)?.id ?? null;
}
