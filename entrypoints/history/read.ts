import { loadAbsences } from '../../lib/browser/absences-storage';
import { loadFirstDate, loadPersons, loadRecords } from '../../lib/browser/history-storage';
import { lastDate, type Period, type View } from '../../lib/core/history/period';
import type { Person, Records, Stretch } from '../../lib/core/history/records';
import { DAY_MS } from '../../lib/core/time/day';

/** What is kept of a period. */
export interface Found {
  persons: Person[];
  /** Whose it is; null if nothing is kept of anybody. */
  personId: string | null;
  records: Records;
  /** When nobody was at the computer: of the period, and perhaps more. In order. */
  absences: Stretch[];
  /** The first date of which something is known; null if nothing is. */
  firstDate: string | null;
}

/** What was read for a view. */
export interface Read extends Found {
  view: View;
}

export const NOTHING: Found = {
  persons: [],
  personId: null,
  records: { days: [], sessions: [] },
  absences: [],
  firstDate: null,
};

/**
 * Reads what is kept of a period. Rejects if the browser does not let us.
 * @param whose chooses among those who were told of
 */
export async function load(
  period: Period,
  whose: (persons: Person[]) => string | null,
): Promise<Found> {
  const persons = await loadPersons();
  const personId = whose(persons);
  if (personId === null) return NOTHING;
  const last = lastDate(period);
  // Whatever the zone is.
  const around = { fromMs: Date.parse(period.from) - DAY_MS, toMs: Date.parse(last) + 2 * DAY_MS };
  const [records, absences, firstDate] = await Promise.all([
    loadRecords(personId, period.from, last),
    loadAbsences(personId, around),
    loadFirstDate(personId),
  ]);
  return { persons, personId, records, absences, firstDate };
}
