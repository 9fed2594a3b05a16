import type { HistoryDay, SessionPart } from '../../lib/core/history/days';
import type { Counting } from '../../lib/core/history/live';
import { projectTitle } from '../../lib/core/olie/timer';
import type { Stretch } from '../../lib/core/olie/timer-day';
import { fractionOfDay } from '../../lib/core/time/day';

/** The sessions of a day as its picture has them, in order. */
export function stretchesOf(day: HistoryDay, counting: Counting | null): Stretch[] {
  return day.parts.toReversed().map((part) => stretchOf(part, day, counting));
}

export function stretchOf(
  { session, fromMs, toMs }: SessionPart,
  day: HistoryDay,
  counting: Counting | null,
): Stretch {
  const { id, projectId, startedAtMs, finishedAtMs } = session;
  return {
    id,
    projectId,
    label: projectTitle(session),
    startMs: startedAtMs,
    endMs: counting?.date === day.date && counting.session === id ? null : finishedAtMs,
    from: fractionOfDay(day, fromMs),
    to: fractionOfDay(day, toMs),
  };
}
