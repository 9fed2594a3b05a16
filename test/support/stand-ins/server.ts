import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RawAnswer, send } from './raw-answer.ts';

/** What a stand-in does instead of answering: an answer of its own, none at all, or a connection that breaks. */
type PlainFault = RawAnswer | 'silent' | 'reset';
/** Or whatever is made of the good answer; null lets that through. */
type MadeFault = (good: Answer, request: ReceivedRequest) => PlainFault | null;
export type Fault = PlainFault | MadeFault;

export type Answer = { status: number; body: unknown };

/** A request as it arrived. */
export type ReceivedRequest = {
  method: string;
  /** With its query. */
  path: string;
  authorization: string | undefined;
  /** All of them, names and values in turn. */
  headers: string[];
  /** By this computer's clock, whatever the stand-in's own clock says. */
  atMs: number;
  /** The same to a fraction of a millisecond, also where a test has faked `Date`. */
  exactMs: number;
};

export type StandInServer = {
  /** 'http://127.0.0.1:PORT', the same until close. */
  url: string;
  /** Every request received, those that a fault met as well. */
  requests: ReceivedRequest[];
  /** How many connections were opened to it so far. */
  connections: () => number;
  /** The bytes of bodies that were handed to the network so far. */
  bytesSent: () => number;
  /** Meets every request with this fault from now on; null answers again. */
  fail: (fault: Fault | null) => void;
  /** Sends this as the Date header; null sends none; undefined goes by the stand-in's clock again. */
  sendDate: (value: string | null | undefined) => void;
  /** Frees the port and breaks all connections, so that a new one is refused. */
  pause: () => Promise<void>;
  /** Listens again, on the same port. */
  resume: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * A real HTTP server on a free port of this computer. It sends no CORS headers: no service documents any.
 *
 * @param answer what is answered to a request that no fault meets
 * @param clock the server's own time in epoch milliseconds, which its Date header tells
 */
export async function startStandInServer(
  answer: (request: ReceivedRequest) => Answer,
  clock: () => number,
): Promise<StandInServer> {
  const requests: ReceivedRequest[] = [];
  let fault: Fault | null = null;
  let date: string | null | undefined;
  let connections = 0;
  let bytesSent = 0;

  const server = createServer((message, response) => {
    const request = received(message);
    requests.push(request);
    const met = typeof fault === 'function' ? fault(answer(request), request) : fault;
    if (met === 'silent') return;
    if (met === 'reset') {
      message.socket.resetAndDestroy();
      return;
    }
    const dateHeader = date === undefined ? new Date(clock()).toUTCString() : date;
    // Node's own Date header would tell this computer's time.
    response.sendDate = false;
    if (dateHeader !== null) response.setHeader('Date', dateHeader);
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

  await listen(0);
  // Only a pipe has an address of another type.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
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

function received(message: IncomingMessage): ReceivedRequest {
  const { method = '', url = '', headers, rawHeaders } = message;
  const { authorization } = headers;
  const exactMs = performance.timeOrigin + performance.now();
  return { method, path: url, authorization, headers: rawHeaders, atMs: Date.now(), exactMs };
}
