import { countWhile } from './count-while';
import type { SessionRecord } from './records';

/**
 * Finds the sessions that may lie between two moments, without a look at all of the others: ten years have 20,000.
 * @returns those that begin by `toMs`, in the order of their starts, from the first on that had not ended before `fromMs`
 */
export function sessionsBetween(
  sessions: SessionRecord[],
): (fromMs: number, toMs: number) => SessionRecord[] {
  const inOrder = sessions.toSorted((a, b) => beginsMs(a) - beginsMs(b));
  let lastMs = Number.NEGATIVE_INFINITY;
  // When all sessions up to each have ended.
  const endedAtMs = inOrder.map(({ finishedAtMs }) => {
    lastMs = Math.max(lastMs, finishedAtMs);
    return lastMs;
  });
  return (fromMs, toMs) =>
    inOrder.slice(
      countWhile(endedAtMs, (atMs) => atMs < fromMs),
      countWhile(inOrder, (session) => beginsMs(session) <= toMs),
    );
}

/** A service may let one end before its start. */
function beginsMs({ startedAtMs, finishedAtMs }: SessionRecord): number {
  return Math.min(startedAtMs, finishedAtMs);
}
