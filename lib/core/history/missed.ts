import type { HistoryDay } from './days';

/** A time in which the browser was not there. */
interface Missed {
  /** Null: from the day's start. */
  fromMs: number | null;
  /** Null: to the day's end. */
  toMs: number | null;
}

/**
 * When the browser was not there, as far as it matters to the reader. The hours before the day's first answer are left out,
 * because that answer tells of them. Those after the last answer count only if the total may lack something.
 */
export function missedIn({ unwatched, isPartial, startMs, endMs }: HistoryDay): Missed[] {
  return unwatched.flatMap(({ fromMs, toMs }) => {
    const isFirst = fromMs <= startMs;
    const isLast = toMs >= endMs;
    if (isLast ? !isPartial : isFirst) return [];
    return [{ fromMs: isFirst ? null : fromMs, toMs: isLast ? null : toMs }];
  });
}
