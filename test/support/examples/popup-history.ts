import type { PopupHistory } from '../../../components/olie/sessions.tsx';
import { WeekStrip } from '../../../components/olie/week-strip.tsx';
import { addDays, dateIn } from '../../../lib/core/history/calendar.ts';
import { recordsOfEarlier } from '../../../lib/core/history/from-earlier.ts';
import { weekAndEarlier } from '../../../lib/core/history/popup-days.ts';
import type { DayOfSessions } from '../../../lib/core/olie/sessions.ts';
import type { Timer } from '../../../lib/core/olie/timer.ts';
import { dayOf } from '../../../lib/core/olie/timer-day.ts';
import { PERSON } from './example-history.ts';

/** What the popup reads where these days are known, as its own page would. Null before the first answer. */
export function popupHistory(
  timer: Timer | null,
  earlier: DayOfSessions[],
  timeZone: string,
  nowMs: number,
): PopupHistory | null {
  if (timer === null) return null;
  const day = dayOf(timer, timeZone);
  const records = recordsOfEarlier({ connectionId: 'a', days: earlier }, PERSON, day.zone);
  const from = addDays(dateIn(day.zone, day.startMs), -30);
  const live = { personId: PERSON, records, timer, timeZone };
  const daysNow = () => weekAndEarlier(live, day, { from, firstDay: 1 }, nowMs);
  return { awayIn: () => [], Week: WeekStrip, ...daysNow(), daysNow };
}
