import type { DayRecord, Expected, Records, SessionRecord, Stretch } from './records';

/**
 * A browser that got no answer for longer was closed, asleep or offline. It asks each quarter of an hour at least, and an
 * alarm may be a minute late.
 */
export const UNWATCHED_MS = 16 * 60_000;

/** What two records of the same day tell together. In any order, any number of times, the same comes out. */
export function mergedDay(a: DayRecord, b: DayRecord): DayRecord {
  const [older, newer] = isNewer(b, a) ? [a, b] : [b, a];
  return {
    // A field that only a later version knows stays, even if just the older one has it.
    ...older,
    ...newer,
    completeAtMs: latest(a.completeAtMs, b.completeAtMs),
    watched: mergedStretches([...a.watched, ...b.watched]),
  };
}

/** By moment; within the same moment by content, so that the order of merging does not matter. */
function isNewer(a: DayRecord, b: DayRecord): boolean {
  const content = ({ completeAtMs, watched, ...told }: DayRecord) => sortedJson(told);
  return a.answeredAtMs === b.answeredAtMs
    ? content(a) > content(b)
    : a.answeredAtMs > b.answeredAtMs;
}

/** The newer one of two records of the same session, with the newer of what was expected. */
export function mergedSession(a: SessionRecord, b: SessionRecord): SessionRecord {
  const expected = newerExpected(a.expected, b.expected);
  const [older, newer] = isNewerSession(a, b) ? [b, a] : [a, b];
  return { ...older, ...newer, ...(expected && { expected }) };
}

function isNewerSession(a: SessionRecord, b: SessionRecord): boolean {
  if (a.seenAtMs !== b.seenAtMs) return a.seenAtMs > b.seenAtMs;
  if (a.isRunning !== b.isRunning) return b.isRunning;
  const content = ({ expected, ...told }: SessionRecord) => sortedJson(told);
  return content(a) >= content(b);
}

/** The estimate that was told later; of two told in the same moment the longer one. Undefined if there is none. */
export function newerExpected(
  a: Expected | undefined,
  b: Expected | undefined,
): Expected | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return (a.toldAtMs - b.toldAtMs || a.seconds - b.seconds) >= 0 ? a : b;
}

/**
 * An answer that names every session of a day does not name this one any more: it was deleted in Olie. Its record stays,
 * since an older answer may still come: from a file, or late. For somebody who flew to the west, the day of that date begins
 * later than it did: what ended before is not named any more, and is of the day before.
 * @param day of the session's date
 */
export function isDeleted(session: SessionRecord, day: DayRecord | undefined): boolean {
  if (day === undefined || session.finishedAtMs <= day.startMs) return false;
  return session.seenAtMs < (day.completeAtMs ?? 0);
}

/** All that two collections of one person's records tell. In any order, any number of times, the same comes out. */
export function mergedRecords(a: Records, b: Records): Records {
  return {
    days: merged([...a.days, ...b.days], ({ date }) => date, mergedDay),
    sessions: merged([...a.sessions, ...b.sessions], ({ id }) => id, mergedSession),
  };
}

function merged<Row>(
  rows: Row[],
  keyOf: (row: Row) => string,
  merge: (a: Row, b: Row) => Row,
): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    byKey.set(keyOf(row), known === undefined ? row : merge(known, row));
  }
  return [...byKey.values()];
}

/** Stretches with no longer gap between them are one. In order. */
function mergedStretches(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { fromMs, toMs } of stretches.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last !== undefined && fromMs - last.toMs <= UNWATCHED_MS) {
      last.toMs = Math.max(last.toMs, toMs);
    } else {
      joined.push({ fromMs, toMs });
    }
  }
  return joined;
}

function latest(a: number | null, b: number | null): number | null {
  return a === null ? b : Math.max(a, b ?? a);
}

/** The browser may give stored objects back with other orders of keys. */
function sortedJson(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
