import { loadEarlier, removeEarlier } from '../../lib/browser/earlier-storage';
import { type HistoryMark, loadHistoryMark, saveHistoryMark } from '../../lib/browser/history-mark';
import { saveTold } from '../../lib/browser/history-storage';
import { orElse } from '../../lib/browser/or-else';
import { addMonths, dateIn } from '../../lib/core/history/calendar';
import { recordsOfEarlier } from '../../lib/core/history/from-earlier';
import { mergedRecords } from '../../lib/core/history/merge';
import { observed } from '../../lib/core/history/observed';
import type { Timer } from '../../lib/core/olie/timer';
import { dayOf } from '../../lib/core/olie/timer-day';
import type { OlieFeed } from '../../lib/core/state/feed';
import { timerFeed } from '../../lib/core/state/state';
import type { Plan, Task } from './plan';

/** While nothing but time is new, this is often enough: a browser that is killed loses less. */
const WRITE_EVERY_MS = 5 * 60_000;

/** If the two clocks drift apart by more from one answer to the next, one of them was changed. */
const LARGEST_STEP_MS = 60_000;
/** How far the server's clock was ahead at the last answer that was written; null before the first. */
let writtenOffsetMs: number | null = null;
/** How far it was ahead at a later answer, which was not written because this had changed too much; null if there is none. */
let doubtedOffsetMs: number | null = null;

/** One at a time, and no round waits for it: a database that does not answer costs none. */
let writing: Promise<void> | null = null;
/** A cache: the sessions that a version without a history kept are in the history by now. */
let isMoved = false;

/** The timer's answer, before or after a round. */
interface Answer {
  feed: OlieFeed;
  timer: Timer;
  learntAtMs: number;
  /** When the service last said so, on its clock; null if nobody knows since the browser started. */
  answeredAtMs: number | null;
}

/**
 * Writes into the history what a round was told.
 * @param tasks of the plan, as the round left them
 * @param keptMonths how long history is kept; null for ever
 */
export function remember(plan: Plan, tasks: Task[], keptMonths: number | null): void {
  const [before, after] = [answerIn(plan.tasks), answerIn(tasks)];
  if (writing !== null || after === null || after.answeredAtMs === before?.answeredAtMs) return;
  const isSame = before?.feed.connectionId === after.feed.connectionId;
  const offsetMs = offsetOf(after);
  const knownMs = isSame ? (writtenOffsetMs ?? offsetOf(before)) : offsetMs;
  // One of the two clocks is wrong, and a wrong day would stay in the history. Wait for the next answer: it tells which.
  if (!isNear(offsetMs, knownMs) && !isNear(offsetMs, doubtedOffsetMs)) {
    doubtedOffsetMs = offsetMs;
    return;
  }
  writtenOffsetMs = offsetMs;
  doubtedOffsetMs = null;
  const isTrusted =
    isSame && isNear(offsetOf(before), offsetMs) && mayBeSame(before.timer, after.timer);
  const write = () => writeNews(after, isTrusted ? before : null, plan.timeZone, keptMonths);
  writing = orElse(write).finally(() => {
    writing = null;
  });
}

function offsetOf({ feed }: Answer): number {
  return feed.offsetMs ?? 0;
}

/** Not if they name two people: a connection may tell of another one than before. */
function mayBeSame({ userId }: Timer, other: Timer): boolean {
  return userId === other.userId || userId === '' || other.userId === '';
}

function isNear(offsetMs: number, otherMs: number | null): boolean {
  return otherMs !== null && Math.abs(offsetMs - otherMs) <= LARGEST_STEP_MS;
}

/** Resolves when all that was told is written. */
export async function remembered(): Promise<void> {
  await writing;
}

async function writeNews(
  after: Answer,
  before: Answer | null,
  timeZone: string,
  keptMonths: number | null,
): Promise<void> {
  const { connectionId } = after.feed;
  const { learntAtMs } = after;
  const savedAtMs = Date.now();
  const mark = await loadHistoryMark();
  if (!isDue(mark, after, savedAtMs)) return;
  // After a deletion the mark names no connection. Since the browser started, only the history itself tells.
  const goesOn = mark && mark.connectionId === connectionId;
  const problem = await problemWith(() => save(after, before, goesOn, timeZone, keptMonths));
  await saveHistoryMark({ connectionId, learntAtMs, savedAtMs, problem });
}

function isDue(mark: HistoryMark | null, after: Answer, nowMs: number): boolean {
  return (
    mark === null ||
    mark.problem !== null ||
    mark.connectionId !== after.feed.connectionId ||
    mark.learntAtMs !== after.learntAtMs ||
    Math.abs(nowMs - mark.savedAtMs) >= WRITE_EVERY_MS
  );
}

/** @param goesOn the history has not been deleted since the answer before: that one must not come back. Null if unknown */
async function save(
  after: Answer,
  before: Answer | null,
  goesOn: boolean | null,
  timeZone: string,
  keptMonths: number | null,
): Promise<void> {
  const { feed, timer, learntAtMs } = after;
  const { connectionId } = feed;
  const { zone, startMs } = dayOf(timer, timeZone);
  const earlier = isMoved ? null : await loadEarlier(connectionId);
  const recordsOf = (personId: string, last: Answer | null) => {
    const isFresh = learntAtMs !== last?.learntAtMs;
    const seenAtMs = isFresh ? timer.answeredAtMs : (after.answeredAtMs ?? timer.answeredAtMs);
    const told = [observed(timer, seenAtMs, personId, timeZone)];
    // It may not have been written, if only time was new. It tells when the browser asked, and how a day that is over ended.
    if (last !== null) {
      const lastMs = last.answeredAtMs ?? last.timer.answeredAtMs;
      told.push(observed(last.timer, lastMs, personId, timeZone));
    }
    if (earlier !== null) told.push(recordsOfEarlier(earlier, personId, zone));
    return told.reduce(mergedRecords);
  };
  const isSaved = await saveTold({
    origin: new URL(feed.address).origin,
    connectionId,
    userId: timer.userId,
    name: timer.user?.name ?? '',
    seenAtMs: timer.answeredAtMs,
    records: (id, isKnown) => {
      const isSomebodys = isKnown || timer.userId !== '' || timer.recent.length > 0;
      return isSomebodys ? recordsOf(id, (goesOn ?? isKnown) ? before : null) : null;
    },
    keptFrom: keptMonths === null ? null : addMonths(dateIn(zone, startMs), -keptMonths),
  });
  // An answer that names nobody, before anybody was named, is of no history.
  if (!isSaved) return;
  if (earlier !== null) await removeEarlier();
  isMoved = true;
}

/** A full disk, a newer version's database, a private window: the next round tries again. */
async function problemWith(act: () => Promise<void>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    console.error('The history could not be written', error);
    return String(error);
  }
}

function answerIn(tasks: Task[]): Answer | null {
  const feed = timerFeed({ feeds: tasks.map((task) => task.feed) });
  const task = tasks.find((one) => one.feed === feed);
  if (!feed?.data || feed.learntAtMs === null || task === undefined) return null;
  const { answeredAtMs } = task.schedule;
  return {
    feed,
    timer: feed.data,
    learntAtMs: feed.learntAtMs,
    answeredAtMs: answeredAtMs && answeredAtMs + (feed.offsetMs ?? 0),
  };
}
