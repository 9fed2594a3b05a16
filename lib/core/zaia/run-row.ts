import { statusWord } from '../feeds/status-word';
import { type Clock, runningFrom, standing } from '../time/clock';
import type { Run } from './agent-runs';

// What an agent run's row shows. Apart from agent-runs.ts, for only the popup's list of runs loads it.

/** The statuses that we have texts for. Zaia documents none, so any other is shown by its own name. */
export const RUN_STATUS_TEXTS = {
  running: 'runRunning',
  completed: 'runCompleted',
  failed: 'runFailed',
  cancelled: 'runCancelled',
  pending: 'runPending',
  queued: 'runQueued',
} as const;

/** The status by which we know it, whatever its spelling; an unknown one as it came. */
export function readRunStatus(said: string): string {
  const word = statusWord(said).replace('succeeded', 'completed');
  return Object.hasOwn(RUN_STATUS_TEXTS, word) ? word : said;
}

/** The text for a status; undefined if we have none. */
export function runStatusText(status: string) {
  return Object.entries(RUN_STATUS_TEXTS).find(([name]) => name === status)?.[1];
}

/** How long the run took, or has taken so far; null if its start is unknown. */
export function runClock({ startedAtMs, endedAtMs }: Run): Clock | null {
  if (startedAtMs === null) return null;
  return endedAtMs === null
    ? runningFrom(startedAtMs)
    : standing(Math.floor((endedAtMs - startedAtMs) / 1000));
}
