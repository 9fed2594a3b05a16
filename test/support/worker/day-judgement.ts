/** Whether something was to be told at a moment of a simulated day. */
import type { Knowledge } from './day-knowledge.ts';
import { isInHours, type Reason } from './day-record.ts';

/** What is about time is told by an answer that is younger. So it may have been over for as long. */
const YOUNG_MS = 90_000;
/** Services tell their time in whole seconds. */
const SECOND_MS = 1000;

/** Why it was wrong to tell it then; null if it was right. A browser whose clock was changed cannot know the time. */
export function denial(
  reason: Reason | undefined,
  atMs: number,
  { isClockSure, timerAtMs, open, seen }: Knowledge,
): string | null {
  if (reason === undefined) return 'nothing of that kind was so';
  const { rule, jobId, fromMs, untilMs, endMs } = reason;
  const isInside = [-SECOND_MS, SECOND_MS].some((ms) => isInHours(rule, atMs + ms));
  if (isClockSure && !isInside) return 'told outside the hours';
  if (jobId !== null) {
    if (!open.has(jobId)) return 'told though nobody had seen it before it ended';
    const isSeen = rule === 'workflow-failed' && seen.get(jobId) === 'surely';
    return isSeen ? 'told though the person had seen it' : null;
  }
  if (!isClockSure) return null;
  if (atMs - timerAtMs >= YOUNG_MS) return 'told by an old answer';
  if (atMs < fromMs - SECOND_MS) return 'told too early';
  if (atMs >= untilMs + SECOND_MS) return 'told too late';
  return atMs >= endMs + YOUNG_MS ? 'told though it was over' : null;
}

/** Is it so, can the browser know it once it asks, and may it tell it? */
export function isToBeTold(
  { jobId, rule, fromMs, untilMs, endMs }: Reason,
  atMs: number,
  { open, seen }: Knowledge,
): boolean {
  const isNow = atMs >= fromMs && atMs < Math.min(untilMs, endMs) && isInHours(rule, atMs);
  if (!isNow || jobId === null) return isNow;
  return open.get(jobId) === 'surely' && !(rule === 'workflow-failed' && seen.has(jobId));
}

/** Is it not so any more, or of no interest? */
export function isOver({ jobId, rule, endMs }: Reason, atMs: number, { seen }: Knowledge): boolean {
  return atMs >= endMs - SECOND_MS || (rule === 'workflow-failed' && seen.has(jobId ?? ''));
}
