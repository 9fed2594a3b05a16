import { HistoryOff } from '../../components/olie/history-off';
import { WeekStrip } from '../../components/olie/week-strip';
import { loadAbsences } from '../../lib/browser/absences-storage';
import { browserWeekStart } from '../../lib/browser/dates';
import { watchHistory } from '../../lib/browser/history-mark';
import { loadFirstDate, loadPersons, loadRecords } from '../../lib/browser/history-storage';
import { readManaged, watchManaged } from '../../lib/browser/managed-storage';
import { orElse } from '../../lib/browser/or-else';
import { loadOwnPreferences, watchOwnPreferences } from '../../lib/browser/preferences-storage';
import { addDays, dateIn } from '../../lib/core/history/calendar';
import type { Records, Stretch } from '../../lib/core/history/records';
import type { Day } from '../../lib/core/time/day';

export { awayWhileRunning } from '../../lib/core/history/away';
export { weekAndEarlier } from '../../lib/core/history/popup-days';
export { CopyToday } from './copy-today';
export { Muted } from './muted';
export { NotAllowed } from './not-allowed';

/** What stands in the week's place. */
type Week = typeof WeekStrip;

/** What the popup reads of the history. It is loaded after the first frame: the clock comes first. */
export interface ReadHistory {
  personId: string;
  records: Records;
  /** When nobody was at the computer today. In order. */
  absences: Stretch[];
  /** The first date that was read. */
  from: string;
  /** There is more before it. */
  hasMore: boolean;
  /** 1 for Monday to 7 for Sunday. */
  firstDay: number;
  /** In seconds. Left out: there is no goal. */
  weeklyGoalS?: number | undefined;
  Week: Week;
}

const NOTHING = { personId: '', records: { days: [], sessions: [] }, absences: [], hasMore: false };

/**
 * Calls back with what is known of the person that the connection tells of, at once and when it or a preference changes. If
 * the database cannot be read, with nothing.
 * @param day the last answer's, which may be over
 * @param count how many days before it
 * @returns stops it
 */
export function watchDays(
  connectionId: string,
  { zone, startMs, endMs }: Day,
  count: number,
  callback: (history: ReadHistory) => void,
): () => void {
  let isOver = false;
  const today = dateIn(zone, startMs);
  const read = async () => {
    const from = addDays(today, -count);
    const [found, preferences, { historyOff }] = await Promise.all([
      orElse(() => find(connectionId, from, today, { fromMs: startMs, toMs: endMs }), null),
      loadOwnPreferences(),
      // Not parsed: the popup needs nothing else of the policy, and does not load what parses it.
      readManaged(),
    ]);
    const firstDay = browserWeekStart(preferences?.weekStart);
    const weeklyGoalS = preferences?.weeklyGoalS;
    const known =
      historyOff === true
        ? { ...NOTHING, Week: HistoryOff }
        : { ...NOTHING, ...found, Week: WeekStrip };
    const history = { ...known, from, firstDay, weeklyGoalS };
    if (!isOver) callback(history);
  };
  read();
  // The side panel may be open while the first day of the week or the policy changes.
  const stops = [watchHistory(read), watchOwnPreferences(read), watchManaged(read)];
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}

async function find(connectionId: string, from: string, today: string, ofToday: Stretch) {
  const persons = await loadPersons();
  const personId = persons.find((person) => person.connectionId === connectionId)?.id;
  if (personId === undefined) return null;
  const [records, absences, first] = await Promise.all([
    loadRecords(personId, from, today),
    loadAbsences(personId, ofToday),
    loadFirstDate(personId),
  ]);
  return { personId, records, absences, hasMore: first !== null && first < from };
}
