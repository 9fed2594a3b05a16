import { orElse } from '../../lib/browser/or-else';
import type { Asker } from '../../lib/core/feeds/schedule';
import { runRound } from './round';

/** Whose wish wins if several wait for the same round. */
const RANK: Record<Asker, number> = { alarm: 0, popup: 1, user: 2 };

interface Round {
  done: Promise<void>;
  startedAtMs: number;
  stop: AbortController;
}

// Only so that rounds never overlap: a worker that is stopped takes its requests with it.
let running: Round | null = null;
let next: { done: Promise<void>; asker: Asker } | null = null;
/** The connections that have changed, or whose services have told of a change, since the last round began. */
let told = new Set<string>();
/** The connections that ended badly and that the user has seen since the last round began. */
let seen = new Set<string>();

/**
 * Runs a round: asks what is due to the asker, stores the answers, draws the badge. Whoever asks while a round runs
 * shares its answers, and gets another round for the rest.
 */
export function refresh(asker: Asker): Promise<void> {
  if (running === null) return begin(asker, Date.now());
  if (next !== null) {
    if (RANK[asker] > RANK[next.asker]) next.asker = asker;
    return next.done;
  }
  const { done, startedAtMs } = running;
  const waiting = { asker, done: Promise.resolve() };
  const follow = () => {
    next = null;
    return begin(waiting.asker, startedAtMs);
  };
  // A round that failed in an unknown way has reported it. The next one runs all the same.
  waiting.done = done.then(follow, follow);
  next = waiting;
  return waiting.done;
}

/**
 * Runs a round for connections that have just changed. A round that runs already asks nothing more, and is not waited for.
 * What it was still waiting for is asked in one more round afterwards.
 * @param connectionIds the changed ones: they are asked in this round, even if the stopped one was waiting for them
 */
export async function refreshChanged(connectionIds: string[] = []): Promise<void> {
  for (const id of connectionIds) told.add(id);
  const stopped = running;
  stopped?.stop.abort();
  await refresh('user');
  if (stopped !== null) orElse(() => refresh('alarm'));
}

/** The alarm's round. If a round runs already, it will do: a worker that the alarm woke has just begun one (index.ts). */
export function tick(): Promise<void> {
  return running?.done ?? refresh('alarm');
}

/** A service has told of a change: a round in which it is due. */
export function refreshTold(connectionId: string): Promise<void> {
  told.add(connectionId);
  return refresh('alarm');
}

/** The user has seen how these connections ended: a round that stores it. */
export function refreshSeen(connectionIds: string[]): Promise<void> {
  for (const id of connectionIds) seen.add(id);
  return refresh('popup');
}

function begin(asker: Asker, sinceMs: number): Promise<void> {
  const stop = new AbortController();
  const done = runRound({ asker, sinceMs, told, seen }, refreshTold, stop.signal).finally(() => {
    running = null;
  });
  told = new Set();
  seen = new Set();
  running = { done, startedAtMs: Date.now(), stop };
  return done;
}
