import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type RawAnswer, send } from './raw-answer.ts';

/** Replaces the good answer: another answer, none at all, or a broken connection. */
type PlainFault = RawAnswer | 'silent' | 'reset';
/** Or makes one from the good answer; null lets that through. */
type MadeFault = (good: Answer, request: ReceivedRequest) => PlainFault | null;
export type Fault = PlainFault | MadeFault;

export interface Answer {
  status: number;
  body: unknown;
}

export interface ReceivedRequest {
  method: string;
  /** With its query. */
  path: string;
  authorization: string | undefined;
  /** All headers, names and values in turn. */
  headers: string[];
  /** By this computer's clock. */
  atMs: number;
  /** The same with fractions of a millisecond, and even if a test has faked `Date`. */
  exactMs: number;
}

export interface StandInServer {
  /** `http://127.0.0.1:PORT`, the same until `close`. */
  url: string;
  /** Every request so far, also those that met a fault. Those that are asked aside are in a list of their own. */
  requests: ReceivedRequest[];
  aside: ReceivedRequest[];
  /** How many connections were opened so far. */
  connections: () => number;
  /** How many bytes of bodies were handed to the network so far. */
  bytesSent: () => number;
  /** Every request meets this fault from now on; null ends it. */
  fail: (fault: Fault | null) => void;
  /** Sends this Date header; null sends none; undefined sends the stand-in's time again. */
  sendDate: (value: string | null | undefined) => void;
  /** Breaks all connections and refuses new ones. */
  pause: () => Promise<void>;
  /** Listens again, on the same port. */
  resume: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * A real HTTP server on a free port of this computer. Like the services, it sends no CORS headers.
 *
 * @param answer the good answer to a request
 * @param clock the server's time in epoch milliseconds, for its Date header
 * @param streams answers a request by itself if it is for a stream; returns whether it did
 * @param isAside tells requests that are made beside others, and that few tests count. Default: none is
 */
export async function startStandInServer(
  answer: (request: ReceivedRequest) => Answer,
  clock: () => number,
  streams: (request: ReceivedRequest, response: ServerResponse) => boolean = () => false,
  isAside: (request: ReceivedRequest) => boolean = () => false,
): Promise<StandInServer> {
  const requests: ReceivedRequest[] = [];
  const aside: ReceivedRequest[] = [];
  let fault: Fault | null = null;
  let date: string | null | undefined;
  let connections = 0;
  let bytesSent = 0;

  const server = createServer((message, response) => {
    const request = received(message);
    (isAside(request) ? aside : requests).push(request);
    const met = typeof fault === 'function' ? fault(answer(request), request) : fault;
    if (met === 'silent') return;
    if (met === 'reset') {
      message.socket.resetAndDestroy();
      return;
    }
    const dateHeader = date === undefined ? new Date(clock()).toUTCString() : date;
    // Node's own Date header would have this computer's time.
    response.sendDate = false;
    if (dateHeader !== null) response.setHeader('Date', dateHeader);
    if (met === null && streams(request, response)) return;
    send(response, met ?? answer(request), (bytes) => {
      bytesSent += bytes;
    });
  });
  server.on('connection', () => {
    connections += 1;
  });

  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const pause = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };

  const port = await listenSomewhere(listen);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    aside,
    connections: () => connections,
    bytesSent: () => bytesSent,
    fail: (next) => {
      fault = next;
    },
    sendDate: (value) => {
      date = value;
    },
    pause,
    resume: () => listen(port),
    close: pause,
  };
}

const PORTS = 1_000;
/** It differs between test files: the connections to a server that closed are not all gone at once. */
let ports = randomInt(PORTS);

/**
 * Listens on a free port from a range that no other process of the tests uses. Of the system's own choice, a server that
 * pauses could meanwhile lose its port to a server of another test.
 */
async function listenSomewhere(listen: (port: number) => Promise<void>): Promise<number> {
  const first = 20_000 + Number(process.env.VITEST_POOL_ID ?? 0) * PORTS;
  for (;;) {
    ports += 1;
    const port = first + (ports % PORTS);
    try {
      await listen(port);
      return port;
    } catch (error) {
      if (Object(error).code !== 'EADDRINUSE') throw error;
    }
  }
}

function received(message: IncomingMessage): ReceivedRequest {
  const { method = '', url = '', headers, rawHeaders } = message;
  const { authorization } = headers;
  const exactMs = performance.timeOrigin + performance.now();
  return { method, path: url, authorization, headers: rawHeaders, atMs: Date.now(), exactMs };
}
