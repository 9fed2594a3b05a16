import { asTyped } from '../feeds/copied-text';
import { FAILURE_KINDS } from '../feeds/failure';
import type { Field } from '../feeds/field-readers';
import * as z from '../zod';

/** The fields of a run. */
export const runFields = {
  id: z.string(),
  /** When it started, or else was created; null if neither can be read. */
  startedAtMs: z.nullable(z.boundedNumber()),
  /** Null until it has ended. */
  endedAtMs: z.nullable(z.boundedNumber()),
  /** The service's own word (see RUN_STATUS_TEXTS). */
  status: z.string(),
  credits: z.boundedNumber(),
  isAgentic: z.boolean(),
  isPurged: z.boolean(),
  /** Of the run that called it. Left out if none did. */
  parentId: z.optional(z.string()),
};

/** One execution of an agent. Times are epoch milliseconds on the server's clock. */
export const runSchema = z.object(runFields);
export type Run = z.infer<typeof runSchema>;

/** A run that the user follows. */
const followedSchema = z.object({
  id: z.string(),
  /** As it was last answered; null before. */
  run: z.nullable(runSchema),
  /** How the last try failed; null if it did not. */
  failure: z.nullable(z.literal(FAILURE_KINDS)),
});
export type Followed = z.infer<typeof followedSchema>;

/** One answer of Zaia, as we keep it. */
export const agentRunsSchema = z.object({
  /** Newest first. */
  runs: z.rows(runSchema),
  creditsToday: z.boundedNumber(),
  /** Today has more runs than were looked at. */
  isAtLeast: z.boolean(),
  /** In the order of the settings. Left out if none is followed. */
  followed: z.optional(z.rows(followedSchema)),
});
export type AgentRuns = z.infer<typeof agentRunsSchema>;

/** Sorts the newest first. What has no time yet is about to start; of those at one time the newer id comes first. */
export function compareRuns(a: Run, b: Run): number {
  const laterMs = (b.startedAtMs ?? Infinity) - (a.startedAtMs ?? Infinity);
  return laterMs || Number(a.id < b.id) - Number(a.id > b.id);
}

/** Every run that is known, once: those that are followed first. */
export function knownRuns({ runs, followed = [] }: AgentRuns): Run[] {
  const first = followed.map(({ run }) => run).filter((run) => run !== null);
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...runs.filter(({ id }) => !ids.has(id))];
}

/** How many of the runs have not ended. */
export function unfinished(runs: Run[]): number {
  return runs.filter(({ endedAtMs }) => endedAtMs === null).length;
}

/** The credits of the runs that started at that moment or later. */
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

/** White space, and what stands between and around the items of a list in a sheet, a program or JSON. */
const SEPARATORS = /[\s,;|"'`[\]]/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads any number of uuids, each once, in small letters. */
export function readResponderIds(text: string): ResponderIds {
  const ids = asTyped(text).toLowerCase().split(SEPARATORS).filter(Boolean);
  return ids.every((id) => UUID.test(id))
    ? { ok: true, value: [...new Set(ids)] }
    : { ok: false, error: 'responderIdsUnreadable' };
}

/** Reads one uuid in small letters, as `readResponderIds` gave it. */
export function readResponderId(id: string): Field {
  return UUID.test(id) ? { ok: true, value: id } : { ok: false, error: 'responderIdsUnreadable' };
}
