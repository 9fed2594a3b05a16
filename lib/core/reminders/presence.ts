import type { Stretch } from '../history/records';
import * as z from '../zod';
import { unkeptSchema } from './unkept';

const moment = z.boundedNumber();

/** After how long without input browsers say `idle`, in the event and if they are asked (`idle.queryState`). */
export const IDLE_AFTER_MS = 60_000;
/** An alarm goes off each minute at least. If three were left out, the computer was asleep. */
const ASLEEP_AFTER_MS = 3 * 60_000;
/** A shorter absence does not count: somebody may have read something. */
export const LEAST_ABSENCE_MS = 5 * 60_000;
/** More than anybody has in a week. */
export const MOST_ABSENCES = 50;

const absenceSchema = z.object({
  fromMs: moment,
  toMs: moment,
  /** When they left and came back, on the browser's clock, until an answer tells whether that was right; then null. */
  leftAtMs: z.nullable(moment),
  /** How far the server's clock was thought to be ahead when they left, until an answer tells; then left out. */
  leftOffsetMs: z.optional(moment),
  returnedAtMs: z.nullable(moment),
  /** The last sign of life on the browser's clock, if it began with sleep and that clock may have been changed before. */
  sleptAtMs: z.nullable(moment),
});
export type Absence = z.infer<typeof absenceSchema>;
/** No answer has told yet when it was. */
export const isUnsure = ({ returnedAtMs }: Absence) => returnedAtMs !== null;

const presenceSchema = z.object({
  /** Since when nobody is there; null if somebody is. */
  awayFromMs: z.nullable(moment),
  /** The same moment on the browser's clock, until an answer tells whether that was right; otherwise null. */
  leftAtMs: z.nullable(moment),
  /** As `leftOffsetMs` and `sleptAtMs` of an absence. */
  leftOffsetMs: z.optional(moment),
  sleptAtMs: z.nullable(moment),
  isLocked: z.boolean(),
  /** The browser's clock was set back since the last young answer. */
  isSetBack: z.boolean(),
  /** By how much, if that is known. */
  setBackMs: z.optional(moment),
  /** When the background first looked who is there since the browser started. What was before that is not known. */
  seenFromMs: moment,
  /** The last absences, in order. */
  absences: z.rows(absenceSchema),
  unkept: z.catch(z.optional(z.rows(unkeptSchema)), undefined),
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
  /** The offset is that of a young answer: the computer's clock was not changed since. */
  isSure: boolean;
  /** When the background last looked since the browser started, on the browser's clock; null before the first time. */
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
  const { state, atMs, offsetMs, isSure } = seen;
  const sinceMs = seen.aliveAtMs === null ? null : atMs - seen.aliveAtMs;
  // A clock that was set back says nothing of the time that has passed, and its offset is not known before an answer.
  const setBackMs = isSure ? 0 : (known?.setBackMs ?? 0);
  const nowMs = atMs - Math.min(0, sinceMs ?? 0) + setBackMs + offsetMs;
  const before = shifted(begun(known, seen, nowMs), sinceMs ?? 0);
  const isClockDoubted = before.isSetBack || before.absences.some(isUnsure);
  const leftMs = before.awayFromMs ?? asleepFromMs(before, nowMs, sinceMs ?? 0);
  const hasSlept = before.awayFromMs === null && leftMs !== null;
  const sleptAtMs = hasSlept && isClockDoubted ? seen.aliveAtMs : before.sleptAtMs;
  const isLocked = state === 'locked';
  if (state === 'active') {
    const left = { ...before, isLocked, sleptAtMs };
    return leftMs === null ? before : returned(left, { fromMs: leftMs, toMs: nowMs }, atMs);
  }
  if (leftMs !== null) {
    if (leftMs === before.awayFromMs && isLocked === before.isLocked) return before;
    return { ...before, awayFromMs: leftMs, isLocked, sleptAtMs };
  }
  // Missing input is noticed late.
  const lateMs = isLocked ? 0 : IDLE_AFTER_MS;
  const awayFromMs = Math.max(nowMs - lateMs, Math.min(presentFromMs(before), nowMs));
  const left = isSure ? { leftAtMs: null } : { leftAtMs: atMs - lateMs, leftOffsetMs: offsetMs };
  return { ...before, awayFromMs, isLocked, ...left };
}

/** Since when the computer slept; null if it did not. A killed worker may have noted a return, and no sign of life. */
function asleepFromMs({ absences }: Presence, nowMs: number, sinceMs: number): number | null {
  const backMs = absences.at(-1)?.toMs ?? 0;
  const fromMs = Math.max(nowMs - sinceMs, backMs <= nowMs ? backMs : 0);
  return nowMs - fromMs >= ASLEEP_AFTER_MS ? fromMs : null;
}

/** If somebody is at the computer: since when, short absences left out. */
export function presentFromMs({ seenFromMs, absences }: Presence): number {
  return Math.max(seenFromMs, ...absences.map(({ toMs }) => toMs));
}

const NOT_AWAY = { awayFromMs: null, leftAtMs: null, leftOffsetMs: undefined, sleptAtMs: null };

/** The presence of somebody who is there, and of whom nothing else is known. */
export function seenFirst(nowMs: number): Presence {
  return { ...NOT_AWAY, isLocked: false, isSetBack: false, seenFromMs: nowMs, absences: [] };
}

function begun(known: Presence | null, { aliveAtMs }: Observation, nowMs: number): Presence {
  if (known === null) return seenFirst(nowMs);
  return aliveAtMs === null ? { ...known, seenFromMs: nowMs } : known;
}

/**
 * The presence after a gap or a step back of the browser's clock: it is not known whether the computer slept or its clock was
 * changed. Moments that no answer has confirmed are moved so that an absence comes out too short rather than too long.
 */
function shifted(before: Presence, sinceMs: number): Presence {
  // After what looked like sleep, it may only be right again.
  const addedMs = before.absences.some(isUnsure) ? 0 : -sinceMs;
  const setBack = { isSetBack: true, setBackMs: (before.setBackMs ?? 0) + addedMs };
  const known = sinceMs < 0 ? { ...before, ...setBack } : before;
  const isCalm = sinceMs >= 0 && sinceMs < ASLEEP_AFTER_MS;
  if (isCalm || (known.leftAtMs === null && !known.absences.some(isUnsure))) return known;
  const later = (atMs: number | null, byMs: number) => atMs && atMs + byMs;
  const absences = known.absences.map((one) => ({
    ...one,
    leftAtMs: later(one.leftAtMs, sinceMs),
    leftOffsetMs: undefined,
    returnedAtMs: later(one.returnedAtMs, Math.min(0, sinceMs)),
  }));
  return { ...known, leftAtMs: later(known.leftAtMs, sinceMs), absences };
}

function returned(before: Presence, { fromMs, toMs }: Stretch, atMs: number): Presence {
  const back = { ...before, ...NOT_AWAY };
  const { leftAtMs, leftOffsetMs, sleptAtMs } = before;
  // Only if the clock is sure: by a wrong one, a long absence may look short.
  if (leftAtMs === null && toMs - fromMs < LEAST_ABSENCE_MS) {
    // They may have left long before the first look.
    return fromMs <= back.seenFromMs ? { ...back, seenFromMs: toMs } : back;
  }
  const absence = { fromMs, toMs, leftAtMs, leftOffsetMs, sleptAtMs, returnedAtMs: atMs };
  return { ...back, absences: [...before.absences, absence].slice(-MOST_ABSENCES) };
}

/** The absences that answers have confirmed: what the history keeps. */
export function knownAbsences({ absences }: Presence): Stretch[] {
  return absences.filter((one) => !isUnsure(one)).map(({ fromMs, toMs }) => ({ fromMs, toMs }));
}
