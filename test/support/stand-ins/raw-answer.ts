import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

/** An answer as it goes over the wire. */
export type RawAnswer = {
  status: number;
  headers?: OutgoingHttpHeaders;
  /** Text and bytes are sent as they are; anything else as JSON. */
  body?: unknown;
  /** Whole where left out. */
  delivery?: Delivery;
};

/**
 * How an answer is sent that does not come whole: its headers and then nothing more; half of it, and then the connection
 * is reset, or ended before the length that was announced; a byte at a time.
 */
type Delivery = 'headers' | 'half-then-reset' | 'half-then-end' | { byteEveryMs: number };

/** Bytes handed to the network at a time. */
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

/** Sends only as fast as it is read: who stops reading is sent little more. */
async function stream(response: ServerResponse, bytes: Buffer, sent: (bytes: number) => void) {
  if (bytes.length <= CHUNK_BYTES) {
    sent(bytes.length);
    response.end(bytes);
    return;
  }
  for (let at = 0; at < bytes.length && !response.destroyed; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    sent(chunk.length);
    response.write(chunk);
    await turn();
    while (response.writableNeedDrain && !response.destroyed) await turn();
  }
  response.end();
}

function deliver(response: ServerResponse, bytes: Buffer, delivery: Delivery): void {
  const { socket } = response;
  if (delivery === 'headers') response.flushHeaders();
  else if (delivery === 'half-then-reset') {
    response.write(bytes.subarray(0, bytes.length / 2), () => socket?.resetAndDestroy());
  } else if (delivery === 'half-then-end') {
    response.write(bytes.subarray(0, bytes.length / 2), () => socket?.end());
  } else {
    let at = 0;
    const dripping = setInterval(() => {
      response.write(bytes.subarray(at, at + 1));
      at += 1;
      if (at === bytes.length) response.end();
    }, delivery.byteEveryMs);
    response.on('close', () => clearInterval(dripping));
  }
}
