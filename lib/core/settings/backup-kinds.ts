import type { BackedUp, FieldSchemas } from '../feeds/backup-kind';
import type { Connection } from '../feeds/feed-kind';
import { backupKinds } from '../services';

const kinds = new Map(backupKinds.map((kind) => [kind.kind, kind]));

/** The fields that a file has of that kind's connections; null where this version does not know the kind. */
export function fieldsOf(kind: string): FieldSchemas | null {
  return kinds.get(kind)?.fields() ?? null;
}

/** How many connections of that kind there may be. */
export function mostOf(kind: string): number {
  return kinds.get(kind)?.most ?? 0;
}

/** The same for the same connection, whatever its secrets and its names are. */
export function keyOf(connection: BackedUp): string {
  return `${connection.kind} ${kinds.get(connection.kind)?.key(connection) ?? ''}`;
}

/** Of a connection what may leave. */
export function backedUp(connection: Connection): BackedUp {
  const { kind, address } = connection;
  const names = Object.keys(fieldsOf(kind) ?? {});
  // Only what is named is taken, whatever else a connection has.
  const values: Record<string, unknown> = { ...connection };
  return { kind, address, ...Object.fromEntries(names.map((name) => [name, values[name]])) };
}
