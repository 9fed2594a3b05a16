import * as z from '../zod';

export const SETTINGS_VERSION = 3;
/** More than anybody connects. What goes beyond counts as unreadable. */
export const MOST_CONNECTIONS = 1000;

/** What the versions hold, each its own part of it. */
const anyVersion = z.object({
  version: z.boundedNumber(),
  olie: z.optional(z.unknown()),
  connections: z.optional(z.unknown()),
});
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

/** Stored settings in the newest version; null if they are of none that can be brought here. */
export function migratedSettings(stored: unknown): AnyVersion | null {
  let settings = z.safeParse(anyVersion, stored).data ?? null;
  while (settings !== null && settings.version !== SETTINGS_VERSION) {
    settings = MIGRATIONS[settings.version]?.(settings) ?? null;
  }
  return settings;
}
