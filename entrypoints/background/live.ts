import { LISTEN_AGAIN_MS, LONGEST_DELAY_MS, TOLD_EVERY_MS } from '../../lib/core/feeds/policy';
import type { Connection } from '../../lib/core/settings/settings';
import { newestOngoing } from '../../lib/core/state/live';
import { clientFor } from './clients';
import type { Task } from './plan';

type Ask = (connectionId: string) => unknown;

// All of this ends with the worker, as the ports of pages and the streams of services do.
let openPages = 0;
let askTold: Ask = () => undefined;
/** The streams that are open, by connection id. */
const streams = new Map<string, AbortController>();
/** The rests of connections, by id. A connection rests after its stream ended by itself while a page is open. */
const rests = new Map<string, { ms: number; sinceMs: number }>();

/**
 * A page has opened. It asks for a round, and with that the streams are opened.
 * @param ask asks a connection whose service has told of a change
 * @returns to be called when the page closes
 */
export function pageOpened(ask: Ask): () => void {
  askTold = ask;
  openPages += 1;
  return () => {
    openPages -= 1;
    if (openPages > 0) return;
    keepListening([]);
    rests.clear();
  };
}

/**
 * While a page is open, listens to the services that tell of changes by themselves: to no more connections than the
 * policy allows, and to none that has ended, failed, or is no longer there.
 * @param tasks all of a round
 */
export function keepListening(tasks: Task[]): void {
  const nowMs = Date.now();
  const wanted = openPages === 0 ? [] : newestOngoing(tasks, nowMs);
  for (const [id, stop] of streams) {
    if (wanted.some(({ connection }) => connection.id === id)) continue;
    streams.delete(id);
    stop.abort();
  }
  for (const { connection } of wanted) {
    const { ms, sinceMs } = rests.get(connection.id) ?? { ms: 0, sinceMs: nowMs };
    // The computer's clock may have been set back: then the rest is over, too.
    if (!streams.has(connection.id) && Math.abs(nowMs - sinceMs) >= ms) listen(connection);
  }
}

/** Listens until the stream ends or is closed. If it ended by itself, the connection rests, each time twice as long. */
async function listen(connection: Connection): Promise<void> {
  const { id, kind } = connection;
  const stop = new AbortController();
  streams.set(id, stop);
  const isStream = await clientFor(kind)
    .listen?.(connection, telling(id, stop.signal), stop)
    // A connection that broke was a stream. If it was aborted and not by us, the service was silent: it has none.
    .catch(() => !stop.signal.aborted);
  // We have closed it, and may have opened another one since.
  if (streams.get(id) !== stop) return;
  streams.delete(id);
  if (!isStream) stop.abort();
  const { ms } = rests.get(id) ?? { ms: LISTEN_AGAIN_MS / 2 };
  // A service without a stream is not asked for one again before a page is opened anew.
  const restMs = isStream ? Math.min(LONGEST_DELAY_MS, 2 * ms) : Number.POSITIVE_INFINITY;
  rests.set(id, { ms: restMs, sinceMs: Date.now() });
}

/** What to do at each message: ask the connection at once, or as soon as it was not asked for TOLD_EVERY_MS. */
function telling(id: string, signal: AbortSignal): () => void {
  let lastMs = 0;
  let isWaiting = false;
  const ask = () => {
    isWaiting = false;
    lastMs = Date.now();
    if (!signal.aborted) askTold(id);
  };
  return () => {
    rests.delete(id);
    if (isWaiting) return;
    const waitMs = lastMs + TOLD_EVERY_MS - Date.now();
    if (waitMs <= 0) return ask();
    isWaiting = true;
    // The second bound counts if the computer's clock was set back.
    setTimeout(ask, Math.min(waitMs, TOLD_EVERY_MS));
  };
}
