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
/** How long the last rest of a connection is, whose stream ended by itself while a page is open, and until when. */
const rests = new Map<string, { ms: number; untilMs: number }>();

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
    const { untilMs } = rests.get(connection.id) ?? { untilMs: 0 };
    if (!streams.has(connection.id) && nowMs >= untilMs) listen(connection);
  }
}

/** Listens until the stream ends or is closed. After it ended by itself it rests, each time twice as long. */
async function listen(connection: Connection): Promise<void> {
  const { id, kind } = connection;
  const stop = new AbortController();
  streams.set(id, stop);
  const isStream = await clientFor(kind)
    .listen?.(connection, telling(id, stop.signal), stop)
    // If it is aborted and not by us, the service was silent. Otherwise the connection broke.
    .catch(() => !stop.signal.aborted);
  // Closed by us, and maybe opened anew since.
  if (streams.get(id) !== stop) return;
  streams.delete(id);
  if (!isStream) stop.abort();
  const { ms } = rests.get(id) ?? { ms: LISTEN_AGAIN_MS / 2 };
  // Where there is no stream, none is looked for until a page is opened anew.
  const restMs = isStream ? Math.min(LONGEST_DELAY_MS, 2 * ms) : Number.POSITIVE_INFINITY;
  rests.set(id, { ms: restMs, untilMs: Date.now() + restMs });
}

/** What to do at each message: the connection is asked at once, but not too often, and once more after the last message. */
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
