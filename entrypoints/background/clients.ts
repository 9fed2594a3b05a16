import { client as b3os } from '../../lib/api/b3os/client';
import { client as olie } from '../../lib/api/olie/client';
import { client as zaia } from '../../lib/api/zaia/client';
import type { Client } from '../../lib/core/feeds/feed-kind';

/** How each service is asked. */
const clients: Client[] = [olie, b3os, zaia];

/** The client for that service. The settings hold no connection of a service that is not here (parseSettings). */
export function clientFor(kind: string): Client {
  const client = clients.find((one) => one.kind === kind);
  if (client === undefined) throw new Error(`No client for ${kind}`);
  return client;
}
