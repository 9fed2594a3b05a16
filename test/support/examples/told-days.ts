import { datesBetween } from '../../../lib/core/history/calendar.ts';
import { historyDays } from '../../../lib/core/history/days.ts';
import { mergedRecords } from '../../../lib/core/history/merge.ts';
import type { Records } from '../../../lib/core/history/records.ts';
import { localMs, SAO_PAULO, session } from './example-history.ts';

const LATER = localMs('2026-03-20 12:00');

/** The days from the first to the last date, as they are known after these answers. */
export function days(from: string, to: string, answers: Records[], nowMs = LATER) {
  return historyDays(datesBetween(from, to), answers.reduce(mergedRecords), SAO_PAULO, nowMs);
}

export function day(answers: Records[], nowMs = LATER) {
  const [first] = days('2026-03-13', '2026-03-13', answers, nowMs);
  if (first === undefined) throw new Error('One date, one day');
  return first;
}

export const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');
export const AFTERNOON = session('b', '2026-03-13 13:00', '2026-03-13 18:00');
