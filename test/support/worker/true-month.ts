/** What the stand-in's own record says of a simulated month, to compare the history with. */
import { addDays, dateIn, startOfDate } from '../../../lib/core/history/calendar.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import type { Heard, Named } from './heard.ts';
import type { SimulatedMonth } from './simulated-month.ts';

/** By the server's clock. */
interface Part {
  startedAtMs: number;
  finishedAtMs: number;
}

/** Whole seconds of a session between two moments. Sessions begin and end with a second; moments may lie between. */
function partS({ startedAtMs, finishedAtMs }: Part, fromMs: number, toMs: number): number {
  const wholeS = (atMs: number) =>
    Math.floor(Math.max(0, Math.min(atMs, finishedAtMs) - startedAtMs) / 1000);
  return Math.max(0, wholeS(toMs) - wholeS(fromMs));
}

/** The sessions as they were in Olie at a moment, by id. What ran then has lasted until then. */
export function sessionsAt({ olie, person }: SimulatedMonth, atMs: number): Map<string, Part> {
  const sessions = new Map<string, Part>();
  for (const { id, startedAtMs, finishedAtMs } of olie.executions()) {
    sessions.set(id, { startedAtMs, finishedAtMs: finishedAtMs ?? Number.POSITIVE_INFINITY });
  }
  for (const { id, atMs: changedAtMs, ...before } of person.changes.toReversed()) {
    if (changedAtMs > atMs) sessions.set(id, before);
  }
  for (const [id, { startedAtMs, finishedAtMs }] of sessions) {
    sessions.set(id, { startedAtMs, finishedAtMs: Math.min(finishedAtMs, atMs) });
    if (startedAtMs > atMs) sessions.delete(id);
  }
  return sessions;
}

/** What was tracked between two moments, in seconds. */
export function trackedS(sessions: Iterable<Part>, fromMs: number, toMs: number): number {
  return [...sessions].reduce((sum, session) => sum + partS(session, fromMs, toMs), 0);
}

interface Bounds {
  startMs: number;
  endMs: number;
}

export function boundsOf(date: string): Bounds {
  const [startMs, endMs] = [date, addDays(date, 1)].map((one) => startOfDate(one, SAO_PAULO));
  return { startMs: startMs ?? 0, endMs: endMs ?? 0 };
}

/** What the answers told of a session. */
interface Told extends Named {
  /** The newest answer that named it. */
  heard: Heard;
  /** A later answer of the day on which it ended did not name it: it was deleted. */
  isGone: boolean;
  /** A worker was killed after hearing something of it or of its day since: it may be written or not. */
  isUnsure: boolean;
}

/** The sessions that were named in rounds that came to their end. */
export function toldSessions(heard: Heard[]): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const answer of heard) {
    for (const [id, named] of answer.sessions) {
      const known = told.get(id);
      if (!answer.isLost) told.set(id, { ...named, heard: answer, isGone: false, isUnsure: false });
      else if (known !== undefined) known.isUnsure = true;
    }
    const day = boundsOf(dateIn(SAO_PAULO, answer.atMs));
    for (const [id, known] of told) {
      if (answer.sessions.has(id) || !isOfDay(known, day)) continue;
      if (answer.isLost) known.isUnsure = true;
      else known.isGone = true;
    }
  }
  return told;
}

/** Did the session, as far as it was told, end on that day? */
function isOfDay({ finishedAtMs, heard }: Told, { startMs, endMs }: Bounds): boolean {
  const lastMs = finishedAtMs ?? heard.atMs;
  // What ends at midnight is of the day that ends.
  return lastMs > startMs && lastMs <= endMs;
}
