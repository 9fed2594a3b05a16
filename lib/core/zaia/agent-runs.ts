import type { Field } from '../feeds/field-readers';
import { type Clock, runningFrom, standing } from '../time/clock';
import * as z from '../zod';

const run = {
  id: z.string(),
  /** When it started, or else was made; null where the service sent neither so that it can be read. */
  startedAtMs: z.nullable(z.boundedNumber()),
  /** Null while it goes on. */
  endedAtMs: z.nullable(z.boundedNumber()),
  /** The service's own word: an open set, see RUN_STATUS_TEXTS. */
  status: z.string(),
  credits: z.boundedNumber(),
  isAgentic: z.boolean(),
  isPurged: z.boolean(),
};

/** One execution of an agent. Times are epoch milliseconds on the server's clock. */
export const runSchema = z.object(run);
export type Run = z.infer<typeof runSchema>;

/** One answer of the agents' service, as we keep it. */
export const agentRunsSchema = z.object({
  /** What is shown, newest first. */
  runs: z.array(runSchema),
  creditsToday: z.boundedNumber(),
  /** True where today has more runs than were looked at. */
  isAtLeast: z.boolean(),
});
export type AgentRuns = z.infer<typeof agentRunsSchema>;

/** A run and all that it called, as a tree written down line by line: each node before its children. */
export const nestingSchema = z.object({
  /** The first is the run itself, of depth 0. */
  nodes: z.array(z.object({ ...run, depth: z.boundedNumber() })),
  notShown: z.boundedNumber(),
});
export type Nesting = z.infer<typeof nestingSchema>;

/** The texts of the statuses that we know; the service documents none, so any other shows its own name. */
export const RUN_STATUS_TEXTS = {
  running: 'runRunning',
  completed: 'runCompleted',
  failed: 'runFailed',
  cancelled: 'runCancelled',
  pending: 'runPending',
  queued: 'runQueued',
} as const;

/** How long the run took, or has taken so far; null where its start is unknown. */
export function runClock({ startedAtMs, endedAtMs }: Run): Clock | null {
  if (startedAtMs === null) return null;
  return endedAtMs === null
    ? runningFrom(startedAtMs)
    : standing(Math.floor((endedAtMs - startedAtMs) / 1000));
}

/** How many of the runs have not ended. */
export function unfinished(runs: Run[]): number {
  return runs.filter(({ endedAtMs }) => endedAtMs === null).length;
}

/** The credits of the runs that started then or later. */
export function creditsSince(
  runs: Iterable<Pick<Run, 'startedAtMs' | 'credits'>>,
  startOfDayMs: number,
): number {
  let sum = 0;
  for (const { startedAtMs, credits } of runs) {
    if (startedAtMs !== null && startedAtMs >= startOfDayMs) sum += credits;
  }
  return sum;
}

export type ResponderIds =
  | { ok: true; value: string[] }
  | { ok: false; error: 'responderIdsUnreadable' };

/** White space, and what a list in a sheet, a program or JSON has between its items and around them. */
const SEPARATORS = /[\s,;|"'`[\]]+/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads any number of uuids, each once, in small letters; nothing is an empty list. */
export function readResponderIds(text: string): ResponderIds {
  const ids = text.toLowerCase().split(SEPARATORS).filter(Boolean);
  return ids.every((id) => UUID.test(id))
    ? { ok: true, value: [...new Set(ids)] }
    : { ok: false, error: 'responderIdsUnreadable' };
}

/** Reads one of a list that was read before: a uuid in small letters. */
export function readResponderId(id: string): Field {
  return UUID.test(id) ? { ok: true, value: id } : { ok: false, error: 'responderIdsUnreadable' };
}
