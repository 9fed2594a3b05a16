import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { listenTo } from '../../../lib/api/event-stream';
import { MESSAGE, STREAM_FAULTS } from '../../support/stand-ins/event-streams';

/** Real HTTP that answers every request so. */
async function served(answer: (response: ServerResponse) => unknown): Promise<string> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/stream?token=t`;
}

/** Counts the messages of a stream that comes in these pieces, each read before the next. */
async function messagesIn(...pieces: (string | Uint8Array)[]): Promise<number> {
  const bytes = pieces.map((piece) =>
    typeof piece === 'string' ? new TextEncoder().encode(piece) : piece,
  );
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = bytes.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
  });
  const headers = { 'Content-Type': 'text/event-stream' };
  vi.stubGlobal('fetch', async () => new Response(body, { headers }));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  let messages = 0;
  await listenTo('https://b3os.test', {}, () => (messages += 1), new AbortController());
  return messages;
}

describe('a message has ended at the blank line after a line of data', () => {
  test.each([
    ['with its data alone', ['data: x\n\n'], 1],
    ['with other fields', ['id: 7\nevent: step\ndata: {"a":1}\nretry: 5\n\n'], 1],
    ['without a blank after the colon', ['data:x\n\n'], 1],
    ['without a value', ['data\n\n'], 1],
    ['with several lines of data', ['data: a\ndata: b\n\n'], 1],
    ["with Windows' line ends", ['data: x\r\n\r\n'], 1],
    ["with old Macintosh's line ends", ['data: x\r\r'], 1],
    ['after a byte order mark', ['\ufeffdata: x\n\n'], 1],
    ['with such a mark only at the very beginning', ['data: a\n\n', '\ufeffdata: x\n\n'], 1],
    ['after 100 kB without an end', ['x'.repeat(100_000), '\ndata: y\n\n'], 1],
    ['after a comment', [': hello\n\ndata: x\n\n'], 1],
    ['with a comment in it', ['data: x\n: hello\n\n'], 1],
    ['in single bytes', [...'event: e\r\ndata: abc\r\n\r\n'], 1],
    ['in pieces within a character', splitBytes('data: é\n\n', 7), 1],
    ['with a long line in pieces', ['data: ', 'x'.repeat(9000), 'data', '\n', '\n'], 1],
    ['one after the other', ['data: a\n\n', 'data: b\n\n', ': c\n\n', 'data: d\n\n'], 3],
    ['many at once, as one', ['data: a\n\ndata: b\n\ndata: c\n\n'], 1],
  ])('%s', async (_, pieces, count) => {
    expect(await messagesIn(...pieces)).toBe(count);
  });
});

describe('no message is', () => {
  test.each([
    ['nothing', []],
    ['a heartbeat', [': \n\n', ':\n', '\n', ':still here\r\n\r\n']],
    ['a blank line', ['\n\n\n', '\r\n\r\n']],
    ['an event without data', ['event: step\nid: 7\n\n']],
    ['what has not ended', ['data: x\n']],
    ['what ends with the stream', ['data: x']],
    ['data of an earlier event that had none', ['event: a\n\n', 'id: 1\n\n']],
    ['a field that only begins so', ['database: x\n\n', 'dataX\n\n', 'dat', 'um: x\n\n']],
    ['a comment with data in it', [': data: x\n\n', ':data\n\n']],
    ['a value with data in it', ['event: data: x\n\n', 'id: data\n\n']],
    ['what goes on for more than 100 kB', ['x'.repeat(100_001), '\ndata: y\n\n']],
    ['data after a long line', [`${'x'.repeat(70_000)}`, 'data: y\n\n']],
  ])('%s', async (_, pieces) => {
    expect(await messagesIn(...pieces)).toBe(0);
  });
});

describe('what is no stream is refused', () => {
  const refused = ['401', '404', '429 with Retry-After', 'HTML with 200', 'JSON with 200'] as const;
  test.each([...refused, 'a message of another content type'] as const)('%s', async (fault) => {
    const onMessage = vi.fn();
    const url = await served(STREAM_FAULTS[fault]);
    expect(await listenTo(url, {}, onMessage, new AbortController())).toBe(false);
    expect(onMessage).not.toHaveBeenCalled();
  });

  test('a content type that only names the right one', async () => {
    const url = await served((response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain; x=text/event-stream' }).end(MESSAGE),
    );
    expect(await listenTo(url, {}, () => expect.fail(), new AbortController())).toBe(false);
  });

  test('an error with the right content type', async () => {
    const url = await served((response) =>
      response.writeHead(401, { 'Content-Type': 'text/event-stream' }).end(MESSAGE),
    );
    expect(await listenTo(url, {}, () => expect.fail(), new AbortController())).toBe(false);
  });

  test('an endless line, after 100 kB and without filling the memory', async () => {
    let sent = 0;
    const url = await served((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const more = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 65_536;
          if (!response.write('data: '.padEnd(65_536, 'x'))) break;
        }
      };
      response.on('drain', more);
      more();
    });
    const stop = new AbortController();
    expect(await listenTo(url, {}, () => expect.fail(), stop)).toBe(false);
    stop.abort();
    // What the network holds between the two sides comes on top.
    expect(sent).toBeLessThan(20_000_000);
  });

  test('a message of 100 kB, but not many small ones of more together', async () => {
    expect(await messagesIn(...Array(20).fill('event: x\n'.repeat(1000)), 'data: x\n\n')).toBe(0);
    expect(await messagesIn(...Array(20).fill(`data: ${'x'.repeat(9000)}\n\n`))).toBe(20);
  });

  test('silence, after ten seconds; and its request is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    let signal: AbortSignal | null | undefined;
    vi.stubGlobal('fetch', (_: string, options: RequestInit) => {
      signal = options.signal;
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal?.reason));
      });
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const stop = new AbortController();
    const listening = listenTo('https://b3os.test', {}, () => undefined, stop);
    const ended = expect(listening).rejects.toMatchObject({ name: 'AbortError' });
    await vi.advanceTimersByTimeAsync(9_900);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await ended;
    expect(stop.signal.aborted).toBe(true);
  });
});

test.each(['a reset', 'a redirect'] as const)('%s breaks it', async (fault) => {
  const url = await served(STREAM_FAULTS[fault]);
  const listening = listenTo(url, {}, () => undefined, new AbortController());
  await expect(listening).rejects.toThrow(TypeError);
});

test('a stream whose headers came in time may be silent for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  let answered: ServerResponse | null = null;
  const url = await served((response) => {
    answered = response;
    STREAM_FAULTS['headers and silence'](response);
  });
  const onMessage = vi.fn();
  const stop = new AbortController();
  const listening = listenTo(url, {}, onMessage, stop);
  await vi.waitUntil(() => answered !== null);
  await vi.waitUntil(() => vi.getTimerCount() === 0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stop.signal.aborted).toBe(false);
  Object(answered).end(MESSAGE);
  expect(await listening).toBe(true);
  expect(onMessage).toHaveBeenCalledTimes(1);
});

/** The text in two pieces, cut after so many bytes. */
function splitBytes(text: string, at: number): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  return [bytes.subarray(0, at), bytes.subarray(at)];
}
