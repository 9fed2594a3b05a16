import type { Stretch as Session } from '../olie/timer-day';
import { type Day, fractionOfDay } from '../time/day';
import type { Stretch } from './records';

/** A part of a day in which nobody was at the computer, and a timer ran. */
export interface Away extends Stretch {
  /** Where it begins and ends in the day, 0 to 1. */
  from: number;
  to: number;
}

/**
 * The absences through which a timer ran, as far as they lie in that day. In order.
 * @param absences in order
 * @param sessions of the day, in order
 * @param nowMs until when what runs has run, on the server's clock
 */
export function awayWhileRunning(
  absences: Stretch[],
  sessions: Session[],
  day: Day,
  nowMs: number,
): Away[] {
  return absences.flatMap((absence) =>
    sessions.flatMap(({ startMs, endMs }) => {
      const fromMs = Math.max(absence.fromMs, startMs, day.startMs);
      const toMs = Math.min(absence.toMs, endMs ?? nowMs, day.endMs);
      if (fromMs >= toMs) return [];
      return [{ fromMs, toMs, from: fractionOfDay(day, fromMs), to: fractionOfDay(day, toMs) }];
    }),
  );
}
