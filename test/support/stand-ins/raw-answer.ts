import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

/** An answer as it goes over the wire. */
export interface RawAnswer {
  status: number;
  headers?: OutgoingHttpHeaders;
  /** Text and bytes are sent as they are; anything else as JSON. */
  body?: unknown;
  /** Default: the whole body. */
  delivery?: Delivery;
}

/**
 * How an answer is not sent whole: only its headers; half of it, then a reset, or the end before the announced length;
 * one byte at a time.
 */
type Delivery = 'headers' | 'half-then-reset' | 'half-then-end' | { byteEveryMs: number };

const CHUNK_BYTES = 65_536;

/** @param sent is told how many bytes of the body were handed to the network */
export function send(
  response: ServerResponse,
  { status, headers = {}, body, delivery }: RawAnswer,
  sent: (bytes: number) => void,
): void {
  const isText = typeof body === 'string';
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(isText ? body : (JSON.stringify(body) ?? ''));
  response.setHeader('Content-Type', isText ? 'text/html; charset=utf-8' : 'application/json');
  if (delivery !== undefined) response.setHeader('Content-Length', bytes.length);
  response.writeHead(status, headers);
  if (delivery === undefined) stream(response, bytes, sent);
  else deliver(response, bytes, delivery);
}

/** Sends only as fast as the other side reads: whoever stops reading is sent little more. */
async function stream(response: ServerResponse, bytes: Buffer, sent: (bytes: number) => void) {
  for (let at = 0; at < bytes.length && !response.destroyed; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    sent(chunk.length);
    response.write(chunk);
    // The other side may be in this process, and needs turns to read. The network alone would hold megabytes.
    if (at > 0) await turn();
    while (response.writableNeedDrain && !response.destroyed) await turn();
  }
  response.end();
}

function deliver(response: ServerResponse, bytes: Buffer, delivery: Delivery): void {
  const { socket } = response;
  const half = bytes.subarray(0, bytes.length / 2);
  if (delivery === 'headers') response.flushHeaders();
  else if (delivery === 'half-then-reset') response.write(half, () => socket?.resetAndDestroy());
  else if (delivery === 'half-then-end') response.write(half, () => socket?.end());
  else {
    let at = 0;
    const dripping = setInterval(() => {
      response.write(bytes.subarray(at, at + 1));
      at += 1;
      if (at === bytes.length) response.end();
    }, delivery.byteEveryMs);
    response.on('close', () => clearInterval(dripping));
  }
}
