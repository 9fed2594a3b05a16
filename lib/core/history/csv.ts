import Papa from 'papaparse';
import type { Preferences } from '../settings/preferences';
import type { TextKey, Translate } from '../texts';
import { offsetsByDay } from '../time/offsets-by-day';
import type { Zone } from '../time/time-zone';
import type { HistoryDay } from './days';
import { guarded } from './formula-guard';
import { type Rounding, type SheetRow, sheetRows } from './sheet-rows';

/** What stands between two cells, and between whole units and their parts. */
export interface CsvMarks {
  separator: ',' | ';' | '\t';
  decimalMark: ',' | '.';
}

/** The marks that spreadsheets expect where that language (BCP 47) is spoken. */
export function csvMarks(language: string): CsvMarks {
  const hasComma = new Intl.NumberFormat(language).format(0.5).includes(',');
  return hasComma ? { separator: ';', decimalMark: ',' } : { separator: ',', decimalMark: '.' };
}

/** The marks that the user chose, or else those of the language. */
export function marksOf(language: string, chosen?: Preferences['sheetMarks']): CsvMarks {
  const own = csvMarks(language);
  if (chosen === 'tab') return { ...own, separator: '\t' };
  if (chosen === 'comma') return { separator: ',', decimalMark: '.' };
  return chosen === 'semicolon' ? { separator: ';', decimalMark: ',' } : own;
}

/** How a sheet is written. */
interface Writer {
  t: Translate;
  decimalMark: string;
  /** On the zone's wall clock; '' for no moment. */
  local(atMs: number | null, zone: Zone): string;
}
type Cell = (row: SheetRow, writer: Writer) => string;

/** Texts of services are guarded. Our own numbers, dates and times need not be. */
const COLUMNS: [TextKey, Cell][] = [
  ['columnDate', ({ date }) => date],
  ['columnStart', ({ startMs, zone }, { local }) => local(startMs, zone)],
  ['columnEnd', ({ endMs, zone }, { local }) => local(endMs, zone)],
  [
    'columnHours',
    ({ seconds }, { decimalMark }) => shortNumber(seconds && seconds / 3600, 6, decimalMark),
  ],
  [
    'columnMinutes',
    ({ seconds }, { decimalMark }) => shortNumber(seconds && seconds / 60, 2, decimalMark),
  ],
  ['columnProjectCode', ({ project }) => guarded(project?.code ?? '')],
  ['columnProject', ({ project }, { t }) => (project ? guarded(project.name) : t('unexplained'))],
  ['columnFunnel', ({ funnelName }) => guarded(funnelName)],
  ['columnStep', ({ stepName }) => guarded(stepName)],
  ['columnReason', ({ reason }) => guarded(reason)],
  ['columnRecordedStart', ({ recordedStartMs, zone }, { local }) => local(recordedStartMs, zone)],
  ['columnRecordedEnd', ({ recordedFinishMs, zone }, { local }) => local(recordedFinishMs, zone)],
  ['columnRate', ({ hourlyRate }, { decimalMark }) => shortNumber(hourlyRate, 4, decimalMark)],
  [
    'columnAmount',
    ({ amount }, { decimalMark }) => amount?.toFixed(2).replace('.', decimalMark) ?? '',
  ],
];

/**
 * The days as a sheet: CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8.
 *
 * Moments are on the wall clock of the day's zone, `YYYY-MM-DDTHH:MM:SS`. Hours have up to six decimals: each, times 3600,
 * gives its seconds back, and so does a sum of some two hundred. With four, only each alone would.
 * @param roundingMin as `sheetRows` takes it
 */
export function csvOf(
  days: HistoryDay[],
  { separator, decimalMark, roundingMin }: CsvMarks & { roundingMin: Rounding },
  t: Translate,
): string {
  const writer = { t, decimalMark, local: localTimes() };
  const titles = COLUMNS.map(([title]) => t(title));
  const rows = sheetRows(days, roundingMin).map((row) =>
    COLUMNS.map(([, cell]) => cell(row, writer)),
  );
  const csv = Papa.unparse([titles, ...rows], { delimiter: separator, newline: '\r\n' });
  return `\uFEFF${csv}\r\n`;
}

function localTimes(): Writer['local'] {
  const offsetAt = offsetsByDay();
  return (atMs, zone) =>
    atMs === null ? '' : new Date(atMs + offsetAt(zone, atMs)).toISOString().slice(0, 19);
}

/** Without the zeros at its end. */
function shortNumber(value: number | null, most: number, decimalMark: string): string {
  return value === null ? '' : String(Number(value.toFixed(most))).replace('.', decimalMark);
}
