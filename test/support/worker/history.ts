import { remembered } from '../../../entrypoints/background/remember.ts';
import { loadAllRecords, loadPersons } from '../../../lib/browser/history-storage.ts';
import { datesBetween } from '../../../lib/core/history/calendar.ts';
import { type HistoryDay, historyDays } from '../../../lib/core/history/days.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import { serverNowMs } from './clock.ts';

/** The days of the history as they are stored, of the person that was told of last. */
export async function storedDays(from: string, to: string): Promise<HistoryDay[]> {
  await remembered();
  const [person] = await loadPersons();
  if (person === undefined) return [];
  const records = await loadAllRecords(person.id);
  return historyDays(datesBetween(from, to), records, SAO_PAULO, serverNowMs());
}
