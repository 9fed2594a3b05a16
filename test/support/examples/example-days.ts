import { datesBetween } from '../../../lib/core/history/calendar.ts';
import { type HistoryDay, historyDays } from '../../../lib/core/history/days.ts';
import { mergedRecords } from '../../../lib/core/history/merge.ts';
import type { Records } from '../../../lib/core/history/records.ts';
import { localMs, SAO_PAULO } from './example-history.ts';

/** The days from the first to the last date, as they are known after these answers. */
export function daysTold(
  from: string,
  to: string,
  answers: Records[],
  nowMs = localMs('2026-03-20 12:00'),
): HistoryDay[] {
  return historyDays(datesBetween(from, to), answers.reduce(mergedRecords), SAO_PAULO, nowMs);
}

/** 13 March 2026, as it is known after these answers. */
export function dayTold(answers: Records[], nowMs?: number): HistoryDay[] {
  return daysTold('2026-03-13', '2026-03-13', answers, nowMs);
}
