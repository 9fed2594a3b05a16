/** A page of the bench alone: our clients, built as the shipped ones are, for tools/bench/parsing.ts to call. */
import { client as b3os } from '../../../../lib/api/services/b3os';
import { client as olie } from '../../../../lib/api/services/olie';
import { client as zaia } from '../../../../lib/api/services/zaia';

const clients = { olie, b3os, zaia };
const ids = { id: 'x', executionId: 'x', address: 'http://127.0.0.1', token: 'x' };
const rest = { label: '', apiKey: '', responderIds: [], show: 100 };

/**
 * How long a client takes from an answer's arrival to what is kept of it: reading, decoding, parsing, picking the fields.
 * @param body the answer's text; it comes from memory
 */
async function parseMs(name: keyof typeof clients, body: string): Promise<number> {
  const bytes = new TextEncoder().encode(body);
  globalThis.fetch = async () =>
    new Response(bytes, { headers: { date: new Date().toUTCString() } });
  const context = { previous: null, startOfDayMs: Date.now(), offsetMs: 0, etag: null };
  const client = clients[name];
  const startMs = performance.now();
  await client.ask({ kind: client.kind, ...ids, ...rest }, context);
  return performance.now() - startMs;
}

/** How long reading and decoding alone take, of which nobody can do without. */
async function decodeMs(body: string): Promise<number> {
  const bytes = new TextEncoder().encode(body);
  const startMs = performance.now();
  await new Response(bytes).json();
  return performance.now() - startMs;
}

Object.assign(globalThis, { parseMs, decodeMs });
