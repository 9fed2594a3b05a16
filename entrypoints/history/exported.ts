import type { Shown } from '../../components/history/shown';
import { download } from '../../lib/browser/download';
import { loadAllRecords, loadPersons } from '../../lib/browser/history-storage';
import { browserLanguage } from '../../lib/browser/texts';
import { csvOf, marksOf } from '../../lib/core/history/csv';
import { historyFile } from '../../lib/core/history/file';
import { sheetName } from '../../lib/core/history/sheet-name';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { Translate } from '../../lib/core/texts';

/** Saves what is shown as a sheet. @returns the file's name */
export function exportCsv(shown: Shown, preferences: Preferences, t: Translate): string {
  const { days, projects, view } = shown;
  const { sheetMarks, sheetRoundingMin = 0 } = preferences;
  const marks = marksOf(browserLanguage(), sheetMarks);
  const chosen = projects.find(({ project }) => project !== null && project.key === view.project);
  const dates = days.map(({ date }) => date);
  const name = sheetName(dates, chosen?.project ?? null);
  const csv = csvOf(days, { ...marks, roundingMin: sheetRoundingMin }, t);
  download(name, 'text/csv;charset=utf-8', csv);
  return name;
}

/** Saves the whole history, of everybody. @returns the file's name */
export async function exportJson(): Promise<string> {
  const persons = await loadPersons();
  const records = await Promise.all(persons.map(({ id }) => loadAllRecords(id)));
  const name = 'olie-timer-history.json';
  download(name, 'application/json', historyFile(persons, records));
  return name;
}
