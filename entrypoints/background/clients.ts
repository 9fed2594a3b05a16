import { client as b3os } from '../../lib/api/b3os/client';
import { client as olie } from '../../lib/api/olie/client';
import { client as zaia } from '../../lib/api/zaia/client';
import type { Client } from '../../lib/core/feeds/feed-kind';

/** How each service is asked. */
const all: Client[] = [olie, b3os, zaia];
const clients = new Map(all.map((client) => [client.kind, client]));

/** The client for that kind of feed. The settings hold no other kinds than we have (parseSettings). */
export function clientFor(kind: string): Client {
  const client = clients.get(kind);
  if (client === undefined) throw new Error(`No client for ${kind}`);
  return client;
}
