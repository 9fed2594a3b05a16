import type { ServerResponse } from 'node:http';

/** How a stream is met instead: by anything that HTTP can say. */
export type StreamFault = (response: ServerResponse) => void;

/** The streams that a stand-in holds open: real HTTP, in chunks. */
export interface EventStreams {
  /** The names of those that are open, in the order in which they were opened. */
  open: () => string[];
  /** The names of all that were opened so far, also of those that met a fault. */
  opened: string[];
  /** Sends this text, as it is, to all open streams of that name that met no fault. */
  send: (name: string, text: string) => void;
  /** Ends all open streams of that name. */
  end: (name: string) => void;
  /** Every new stream meets this from now on; null ends it. */
  meet: (fault: StreamFault | null) => void;
  /** Answers a request for a stream. */
  begin: (name: string, response: ServerResponse) => void;
}

export function eventStreams(): EventStreams {
  const held: { name: string; response: ServerResponse; isGood: boolean }[] = [];
  const opened: string[] = [];
  let fault: StreamFault | null = null;
  const named = (name: string) => held.filter((one) => one.name === name);
  return {
    open: () => held.map(({ name }) => name),
    opened,
    send: (name, text) => {
      for (const { response, isGood } of named(name)) if (isGood) response.write(text);
    },
    end: (name) => {
      for (const { response } of named(name)) response.end();
    },
    meet: (next) => {
      fault = next;
    },
    begin: (name, response) => {
      opened.push(name);
      const one = { name, response, isGood: fault === null };
      held.push(one);
      response.on('close', () => held.splice(held.indexOf(one), 1));
      if (fault !== null) return fault(response);
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      // A comment, which is no message.
      response.write(': connected\n\n');
    },
  };
}

/** A message that says something has changed. Its content is nobody's business. */
export const MESSAGE = 'event: execution.updated\ndata: {"status":"workflow_failed"}\n\n';

const say = (status: number, type: string, body: string) => (response: ServerResponse) =>
  response.writeHead(status, { 'Content-Type': type }).end(body);
const stream = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });

/** How a stream may fail, by what is wrong with it. */
export const STREAM_FAULTS = {
  '401': say(401, 'application/json', '{"message": "invalid client token"}'),
  '404': say(404, 'application/json', '{"message": "not found"}'),
  '429 with Retry-After': (response) =>
    response.writeHead(429, { 'Retry-After': '60' }).end('{"message": "slow"}'),
  'HTML with 200': say(200, 'text/html', '<p>data: hello</p>\n\n'),
  'JSON with 200': say(200, 'application/json', '{"data": 1}\n\n'),
  'a message of another content type': say(200, 'text/plain', MESSAGE),
  'a redirect': (response) => response.writeHead(302, { Location: '/elsewhere' }).end(),
  'the end at once': (response) => stream(response).end(),
  'a reset': (response) => response.socket?.resetAndDestroy(),
  'an endless line': (response) => {
    const more = () => {
      while (!response.destroyed && response.write('data: '.padEnd(65_536, 'x')));
    };
    stream(response).on('drain', more);
    more();
  },
  'headers and silence': (response) => stream(response).flushHeaders(),
  'heartbeats alone': (response) => {
    stream(response);
    const beating = setInterval(() => response.write(': still here\n\n'), 20);
    response.on('close', () => clearInterval(beating));
  },
  silence: () => undefined,
} satisfies Record<string, StreamFault>;
