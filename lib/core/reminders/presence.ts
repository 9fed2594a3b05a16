import type { Stretch } from '../history/records';
import * as z from '../zod';

const moment = z.boundedNumber();

/** After so long without input, browsers say `idle`: what `idle.queryState` and the event are asked for. */
export const IDLE_AFTER_MS = 60_000;
/** An alarm goes off each minute at least. If three were left out, the computer was asleep. */
const ASLEEP_AFTER_MS = 3 * 60_000;
/** Whoever was away for less was not away: they read something, or fetched a coffee. */
export const LEAST_ABSENCE_MS = 5 * 60_000;
/** More than anybody has in a week. */
const MOST_ABSENCES = 50;

const absenceSchema = z.object({
  fromMs: moment,
  toMs: moment,
  /** When they came back on the browser's clock, until an answer tells whether that clock was right; then null. */
  returnedAtMs: z.nullable(moment),
});

const presenceSchema = z.object({
  /** Since when nobody is there; null if somebody is. */
  awayFromMs: z.nullable(moment),
  isLocked: z.boolean(),
  /** When this was first looked at since the browser started: before that nobody knows. */
  seenFromMs: moment,
  /** The last ones, in order. */
  absences: z.rows(absenceSchema),
});
/** Who is at the computer, and when nobody was. Epoch milliseconds on the server's clock. */
export type Presence = z.infer<typeof presenceSchema>;

/** What the browser says of the person at a moment: by its event, or asked when an alarm goes off. */
export interface Observation {
  state: 'active' | 'idle' | 'locked';
  /** The browser's clock. */
  atMs: number;
  /** How far the server's clock is ahead of it. */
  offsetMs: number;
  /** When this was last looked at since the browser started, on the server's clock; null before the first time. */
  aliveAtMs: number | null;
}

/** The stored presence; null if there is none that can be read: then it begins anew. */
export function parsePresence(stored: unknown): Presence | null {
  return z.safeParse(presenceSchema, stored).data ?? null;
}

/**
 * Who is there after an observation. A locked screen counts from when it was locked, missing input from its last one, and
 * sleep from the last sign of life; of several, from the first.
 * @param known null before the first observation
 * @returns the known one if nothing changed
 */
export function presenceAfter(known: Presence | null, seen: Observation): Presence {
  const nowMs = seen.atMs + seen.offsetMs;
  const before = begun(known, seen, nowMs);
  const asleepFromMs = wasAsleep(seen, nowMs) ? seen.aliveAtMs : null;
  const leftMs = before.awayFromMs ?? asleepFromMs;
  const isLocked = seen.state === 'locked';
  if (seen.state === 'active') {
    return leftMs === null ? before : returned({ ...before, isLocked }, leftMs, seen);
  }
  // Missing input is noticed late.
  const noticedMs = isLocked ? nowMs : nowMs - IDLE_AFTER_MS;
  const awayFromMs = leftMs ?? Math.max(noticedMs, Math.min(presentFromMs(before), nowMs));
  if (awayFromMs === before.awayFromMs && isLocked === before.isLocked) return before;
  return { ...before, awayFromMs, isLocked };
}

/** Since when somebody is at the computer, but for short absences; if somebody is. */
export function presentFromMs({ seenFromMs, absences }: Presence): number {
  return Math.max(seenFromMs, ...absences.map(({ toMs }) => toMs));
}

/** Somebody who is there, and of whom nothing else is known. */
export function seenFirst(nowMs: number): Presence {
  return { awayFromMs: null, isLocked: false, seenFromMs: nowMs, absences: [] };
}

function begun(known: Presence | null, { aliveAtMs }: Observation, nowMs: number): Presence {
  if (known === null) return seenFirst(nowMs);
  return aliveAtMs === null ? { ...known, seenFromMs: nowMs } : known;
}

function wasAsleep({ aliveAtMs }: Observation, nowMs: number): boolean {
  return aliveAtMs !== null && nowMs - aliveAtMs >= ASLEEP_AFTER_MS;
}

function returned(before: Presence, fromMs: number, { atMs, offsetMs }: Observation): Presence {
  const back = { ...before, awayFromMs: null };
  const toMs = atMs + offsetMs;
  if (toMs - fromMs < LEAST_ABSENCE_MS) return back;
  const absences = [...before.absences, { fromMs, toMs, returnedAtMs: atMs }];
  return { ...back, absences: absences.slice(-MOST_ABSENCES) };
}

/**
 * The presence by a fresh answer's clock. A computer's clock that was put forward looks like sleep until then: what comes
 * out too short was no absence.
 * @param nowMs the server's clock
 * @param offsetMs how far it is ahead of the browser's, by that answer
 * @returns the known one if nothing changed
 */
export function settled(presence: Presence, nowMs: number, offsetMs: number): Presence {
  const isSettled = presence.absences.every(({ returnedAtMs }) => returnedAtMs === null);
  if (isSettled && presence.seenFromMs <= nowMs) return presence;
  const absences = presence.absences
    .map(({ fromMs, toMs, returnedAtMs }) => {
      const trueMs = returnedAtMs === null ? toMs : returnedAtMs + offsetMs;
      return { fromMs, toMs: trueMs, returnedAtMs: null };
    })
    .filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_ABSENCE_MS);
  return { ...presence, absences, seenFromMs: Math.min(presence.seenFromMs, nowMs) };
}

/** The absences that answers have confirmed: what the history keeps. */
export function knownAbsences({ absences }: Presence): Stretch[] {
  return absences
    .filter(({ returnedAtMs }) => returnedAtMs === null)
    .map(({ fromMs, toMs }) => ({ fromMs, toMs }));
}
