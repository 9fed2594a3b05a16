import type { Asker } from '../../lib/core/feeds/schedule';
import { runRound } from './round';

/** Whose wish wins where several wait for the same round. */
const RANK: Record<Asker, number> = { alarm: 0, popup: 1, user: 2 };

/** Only to let rounds never overlap: a worker that is stopped takes its requests with it. */
let round: { done: Promise<void>; startedAtMs: number } | null = null;
let next: { done: Promise<void>; asker: Asker } | null = null;

/**
 * Runs a round: what is due to the asker is fetched and stored, and the badge drawn. Who asks while one runs shares its
 * answers, and gets another round for what it did not cover.
 */
export function refresh(asker: Asker): Promise<void> {
  if (round === null) return begin(asker, Date.now());
  if (next !== null) {
    if (RANK[asker] > RANK[next.asker]) next.asker = asker;
    return next.done;
  }
  const { done, startedAtMs } = round;
  const waiting = { asker, done: Promise.resolve() };
  const follow = () => {
    next = null;
    return begin(waiting.asker, startedAtMs);
  };
  // A round that failed in a way nobody knows has reported it: the next one runs all the same.
  waiting.done = done.then(follow, follow);
  next = waiting;
  return waiting.done;
}

/**
 * The alarm. It is content with a round that runs: a worker that it woke has begun one already (index.ts), and a second
 * one a moment later would read and draw the same again.
 */
export function tick(): Promise<void> {
  return round?.done ?? refresh('alarm');
}

function begin(asker: Asker, sinceMs: number): Promise<void> {
  const done = runRound({ asker, sinceMs }).finally(() => {
    round = null;
  });
  round = { done, startedAtMs: Date.now() };
  return done;
}
