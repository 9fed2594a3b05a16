/** Our clients in a page, for parsing.ts to call. */
import { client as b3os } from '../../lib/api/b3os/client';
import { client as olie } from '../../lib/api/olie/client';
import { client as zaia } from '../../lib/api/zaia/client';
import type { Client, ConnectionBase } from '../../lib/core/feeds/feed-kind';

const clients = { olie, b3os, zaia };
const ids = { id: 'x', executionId: 'x', address: 'http://127.0.0.1', token: 'x' };
const rest = { label: '', apiKey: '', responderIds: [], show: 100 };

/** The bytes of the answers. They are made before anything is measured. */
const bodies = new Map<string, Uint8Array<ArrayBuffer>>();

function keepBody(name: string, body: string): void {
  bodies.set(name, new TextEncoder().encode(body));
}

/** Milliseconds from an answer's arrival to what is kept of it. */
async function parseMs(name: keyof typeof clients): Promise<number> {
  globalThis.fetch = async () =>
    new Response(bodies.get(name), { headers: { date: new Date().toUTCString() } });
  const context = {
    previous: null,
    startOfDayMs: Date.now(),
    timeZone: 'UTC',
    offsetMs: 0,
    etag: null,
  };
  const client = clients[name];
  const startMs = performance.now();
  // Each client takes of it what its own connection has.
  await (client as Client).ask({ kind: client.kind, ...ids, ...rest } as ConnectionBase, context);
  return performance.now() - startMs;
}

/** Milliseconds for reading and decoding alone. */
async function decodeMs(name: keyof typeof clients): Promise<number> {
  const startMs = performance.now();
  await new Response(bodies.get(name)).json();
  return performance.now() - startMs;
}

Object.assign(globalThis, { keepBody, parseMs, decodeMs });
