import { openEventStream } from './http';

/** What goes on for so long without a blank line is no message. */
const LARGEST_MESSAGE_BYTES = 100_000;

/**
 * Listens to a stream of events (https://html.spec.whatwg.org/multipage/server-sent-events.html) until it ends. Of a
 * message it notices only that it has ended: a blank line after a line of data. That takes five lines; a library parses
 * what nobody reads, is several times as large, and keeps an endless line.
 * @param onMessage called once for all messages that come in one piece
 * @param stop closes the stream
 * @returns whether what answered was a stream of events
 * @throws TypeError, or a DOMException, if the connection breaks or is closed
 */
export async function listenTo(
  url: string,
  headers: Record<string, string>,
  onMessage: () => void,
  stop: AbortController,
): Promise<boolean> {
  const reader = (await openEventStream(url, headers, stop))?.getReader();
  const decoder = new TextDecoder();
  let begun = '';
  let bytes = 0;
  while (reader && bytes <= LARGEST_MESSAGE_BYTES) {
    const { done, value } = await reader.read();
    if (done) return true;
    const text = begun + decoder.decode(value, { stream: true });
    const messages = text.split(/\n\r?\n|\r\r/);
    begun = messages.pop() ?? '';
    bytes = messages.length > 0 ? 0 : bytes + value.length;
    if (messages.some((message) => /^data(:|$)/m.test(message))) onMessage();
  }
  return false;
}
