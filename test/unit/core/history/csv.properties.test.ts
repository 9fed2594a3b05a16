import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { csvOf } from '../../../../lib/core/history/csv';
import { ROUNDINGS, sheetRows } from '../../../../lib/core/history/sheet-rows';
import { seeded } from '../../../support/examples/arbitrary';
import { daysTold } from '../../../support/examples/example-days';
import { localMs, session, told } from '../../../support/examples/example-history';
import { readCsv } from '../../../support/examples/read-csv';
import { textsOf } from '../../../support/examples/texts';

beforeAll(() => {
  seeded();
});

const HARD = ['=1+1', '-3', '@x', '-', '+', '"', '""', ';', ',', '\t', '\r', '\n', '\r\n', "'"];
const names = fc.oneof(
  fc.constantFrom(...HARD, ' =1', '\u202f', '1\u202f234', '\ufeff', 'a;"b"\r\nc,d', ''),
  fc
    .array(fc.constantFrom(...HARD, 'a', ' ', '\u202f'), { maxLength: 6 })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);
const FRIDAY_MS = localMs('2026-03-13 00:00');
/** Within two days, to the millisecond. */
const sessions = fc.array(
  fc.record({
    startS: fc.integer({ min: 0, max: 47 * 3600 }),
    lastsMs: fc.integer({ min: 0, max: 5 * 3_600_000 }),
    hourlyRate: fc.constantFrom(0, 50, 33.333),
    projectId: fc.constantFrom('', 'p-1', 'p-2'),
    projectCode: names,
    projectName: names,
    funnelName: names,
    stepName: names,
    finishedReason: fc.option(names),
  }),
  { maxLength: 8 },
);
/** Two days with these sessions, and a total of the second that need not fit to them. */
const days = fc.tuple(sessions, fc.integer({ min: 0, max: 86_400 })).map(([all, totalS]) => {
  const recent = all.map(({ startS, lastsMs, ...patch }, index) => {
    const startedAtMs = FRIDAY_MS + startS * 1000;
    const finishedAtMs = startedAtMs + lastsMs;
    const example = session(`s${index}`, '2026-03-13 10:00', '2026-03-13 11:00');
    return { ...example, ...patch, startedAtMs, finishedAtMs };
  });
  return daysTold('2026-03-13', '2026-03-14', [
    told('2026-03-14 23:59', recent, { totalS, idleS: 86_340 - totalS }),
  ]);
});
const marks = fc.record({
  separator: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  decimalMark: fc.constantFrom(',' as const, '.' as const),
});
const t = textsOf('en');
const [HOURS, CODE, NAME, FUNNEL, STEP, REASON] = [3, 5, 6, 7, 8, 9];
/** As long as a text may stand in a sheet. */
const isGuarded = (cell: string) => /^'|^ *- *$|^(?![\s\p{C}"]*[=+\-@])[^\t\r\n\0]/u.test(cell);

test('what strict readers find in a sheet are the rows, cell by cell', () => {
  fc.assert(
    fc.property(days, marks, fc.constantFrom(...ROUNDINGS), (shown, ofSheet, roundingMin) => {
      const csv = csvOf(shown, { ...ofSheet, roundingMin }, t);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const [titles = [], ...rows] = readCsv(csv.slice(1), ofSheet.separator);
      const { data, errors } = Papa.parse(csv.slice(1, -2), {
        ...{ delimiter: ofSheet.separator, newline: '\r\n' },
      });
      expect(errors).toEqual([]);
      expect(data).toEqual([titles, ...rows]);
      expect(rows.map((row) => row.length)).toEqual(rows.map(() => titles.length));
      const given = sheetRows(shown, roundingMin);
      const texts = (row: string[]) => [CODE, NAME, FUNNEL, STEP, REASON].map((at) => row[at ?? 0]);
      const unguarded = (cell = '', text = '') => (cell === `'${text}` ? text : cell);
      for (const [index, row] of rows.entries()) {
        const { project, funnelName, stepName, reason } = given[index] ?? {};
        const wanted = [
          ...[project?.code ?? '', project?.name ?? 'Time without a known session'],
          ...[funnelName ?? '', stepName ?? '', reason ?? ''],
        ];
        const read = texts(row);
        expect(read.map((cell, at) => unguarded(cell, wanted[at]))).toEqual(wanted);
        expect(read.filter((cell) => cell && !isGuarded(cell))).toEqual([]);
      }
    }),
  );
});

test('the hours of a day add up to its total, to the second', () => {
  fc.assert(
    fc.property(days, marks, (shown, ofSheet) => {
      const csv = csvOf(shown, { ...ofSheet, roundingMin: 0 }, t);
      const [, ...rows] = readCsv(csv.slice(1), ofSheet.separator);
      for (const { date, totalS } of shown) {
        const hours = rows
          .filter(([first]) => first === date)
          .map((row) => Number(row[HOURS ?? 0]?.replace(ofSheet.decimalMark, '.')));
        expect(Math.round(hours.reduce((sum, one) => sum + one, 0) * 3600)).toBe(totalS);
      }
    }),
  );
});

test('rounded times are multiples, each within half of one from the time of its project and day', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(5, 6, 15, 30), (shown, roundingMin) => {
      const stepS = roundingMin * 60;
      for (const day of shown) {
        const rows = sheetRows([day], roundingMin);
        expect(rows).toHaveLength(day.projects.length);
        for (const { project, seconds } of day.projects) {
          const row = rows.find((one) => one.project?.key === project?.key);
          expect((row?.seconds ?? 1) % stepS).toBe(0);
          const addedS = (row?.seconds ?? 0) - seconds;
          expect(addedS > -stepS / 2 && addedS <= stepS / 2).toBe(true);
        }
      }
    }),
  );
});
