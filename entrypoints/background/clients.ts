import type { Client } from '../../lib/core/feed-kind';

/** Every file of `services/` is a client: a new one needs no line here. */
const files = import.meta.glob<Client>('../../lib/api/services/*.ts', {
  eager: true,
  import: 'client',
});
const clients = new Map(Object.values(files).map((client) => [client.kind, client]));

/** The client for that kind of feed. The settings hold no other kinds than we have (parseSettings). */
export function clientFor(kind: string): Client {
  const client = clients.get(kind);
  if (client === undefined) throw new Error(`No client for ${kind}`);
  return client;
}
