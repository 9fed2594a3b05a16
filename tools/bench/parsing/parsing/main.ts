/** A page of the bench alone: our clients, built as the shipped ones are, for tools/bench/parsing.ts to call. */
import { client as b3os } from '../../../../lib/api/b3os/client';
import { client as olie } from '../../../../lib/api/olie/client';
import { client as zaia } from '../../../../lib/api/zaia/client';

const clients = { olie, b3os, zaia };
const ids = { id: 'x', executionId: 'x', address: 'http://127.0.0.1', token: 'x' };
const rest = { label: '', apiKey: '', responderIds: [], show: 100 };

/** Answers as they come over the wire. */
const bodies = new Map<string, Uint8Array<ArrayBuffer>>();

/** Keeps an answer for the measures, so that none of them has its making to clear away. */
function keepBody(name: string, body: string): void {
  bodies.set(name, new TextEncoder().encode(body));
}

/** How long a client takes from an answer's arrival to what is kept of it: reading, decoding, parsing, picking the fields. */
async function parseMs(name: keyof typeof clients): Promise<number> {
  globalThis.fetch = async () =>
    new Response(bodies.get(name), { headers: { date: new Date().toUTCString() } });
  const context = { previous: null, startOfDayMs: Date.now(), offsetMs: 0, etag: null };
  const client = clients[name];
  const startMs = performance.now();
  await client.ask({ kind: client.kind, ...ids, ...rest }, context);
  return performance.now() - startMs;
}

/** How long reading and decoding alone take, of which nobody can do without. */
async function decodeMs(name: keyof typeof clients): Promise<number> {
  const startMs = performance.now();
  await new Response(bodies.get(name)).json();
  return performance.now() - startMs;
}

Object.assign(globalThis, { keepBody, parseMs, decodeMs });
