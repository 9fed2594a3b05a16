/** The sheet of a history in a page of the extension, for history.ts to call. */
import { loadAllRecords, loadFirstDate, loadPersons } from '../../lib/browser/history-storage';
import { datesBetween } from '../../lib/core/history/calendar';
import { csvOf } from '../../lib/core/history/csv';
import { historyDays } from '../../lib/core/history/days';
import type { Records } from '../../lib/core/history/records';

const MARKS = { separator: ',', decimalMark: '.', roundingMin: 0 } as const;

interface Kept {
  records: Records;
  firstDate: string;
  lastDate: string;
}
let kept: Kept | null = null;

/** Milliseconds for reading all that is kept. */
async function readMs(): Promise<number> {
  const startMs = performance.now();
  const [person] = await loadPersons();
  const records = await loadAllRecords(person?.id ?? '');
  const firstDate = (await loadFirstDate(person?.id ?? '')) ?? '';
  kept = { records, firstDate, lastDate: records.days.at(-1)?.date ?? '' };
  return performance.now() - startMs;
}

/** Milliseconds for the sheet of all days of what was read. */
function sheetMs(): number {
  if (kept === null) throw new Error('Nothing was read');
  const { records, firstDate, lastDate } = kept;
  const zone = { kind: 'named', timeZone: 'UTC' } as const;
  const startMs = performance.now();
  const days = historyDays(datesBetween(firstDate, lastDate), records, zone, Date.now());
  const sheet = csvOf(days, MARKS, (key) => key);
  const ms = performance.now() - startMs;
  if (!sheet.includes(lastDate)) throw new Error('The sheet has no last day');
  return ms;
}

Object.assign(globalThis, { readMs, sheetMs });
