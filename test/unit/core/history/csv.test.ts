import { describe, expect, test } from 'vitest';
import { csvMarks, csvOf, marksOf } from '../../../../lib/core/history/csv';
import { daysTold, dayTold } from '../../../support/examples/example-days';
import { localMs, session, told } from '../../../support/examples/example-history';
import { type Language, textsOf } from '../../../support/examples/texts';

const WORK = session('a', '2026-03-13 09:00', '2026-03-13 10:20', {
  ...{ projectCode: 'AD-1', projectName: 'Site', funnelName: 'Build', stepName: 'Code; test' },
  ...{ hourlyRate: 37.5, recordedStartMs: localMs('2026-03-13 08:55') },
  recordedFinishMs: localMs('2026-03-13 10:25'),
});
const DAY = dayTold([told('2026-03-13 23:50', [WORK], { totalS: 6000 })]);

const sheet = (language: Language, days = DAY) =>
  csvOf(days, { ...csvMarks(language), roundingMin: 0 }, textsOf(language));

test('an English sheet has commas and decimal points', () => {
  expect(sheet('en')).toBe(
    '\uFEFFDate,Start,End,Hours,Minutes,Project code,Project,Funnel,Step,Reason for the end,' +
      'Recorded start,Recorded end,Hourly rate,Amount\r\n' +
      '2026-03-13,2026-03-13T09:00:00,2026-03-13T10:20:00,1.333333,80,AD-1,Site,Build,' +
      'Code; test,self_stop,2026-03-13T08:55:00,2026-03-13T10:25:00,37.5,50.00\r\n' +
      '2026-03-13,,,0.333333,20,,Time without a known session,,,,,,,\r\n',
  );
});

test('a Brazilian sheet has semicolons and decimal commas', () => {
  expect(sheet('pt-BR').split('\r\n').slice(1)).toEqual([
    '2026-03-13;2026-03-13T09:00:00;2026-03-13T10:20:00;1,333333;80;AD-1;Site;Build;' +
      '"Code; test";self_stop;2026-03-13T08:55:00;2026-03-13T10:25:00;37,5;50,00',
    '2026-03-13;;;0,333333;20;;Tempo sem sessão conhecida;;;;;;;',
    '',
  ]);
});

test.each([
  ['en', ',', '.'],
  ['en-GB', ',', '.'],
  ['pt-BR', ';', ','],
  ['es', ';', ','],
  ['es-MX', ',', '.'],
])('in %s a sheet has %s and %s', (language, separator, decimalMark) => {
  expect(csvMarks(language)).toEqual({ separator, decimalMark });
});

test('other marks than the language has can be chosen', () => {
  const options = { separator: '\t', decimalMark: ',', roundingMin: 15 } as const;
  const [, row] = csvOf(DAY, options, textsOf('en')).split('\r\n');
  expect(row?.split('\t').slice(0, 5)).toEqual([
    ...['2026-03-13', '2026-03-13T09:00:00', '2026-03-13T10:20:00', '1,25', '75'],
  ]);
});

test('a comma between cells and within numbers takes quotes', () => {
  const options = { separator: ',', decimalMark: ',', roundingMin: 0 } as const;
  expect(csvOf(DAY, options, textsOf('en'))).toContain(',"1,333333",80,');
});

test('a sheet of nothing has its titles', () => {
  expect(sheet('es', daysTold('2026-03-10', '2026-03-11', [told('2026-03-13 23:50', [])]))).toBe(
    '\uFEFFFecha;Inicio;Fin;Horas;Minutos;Código del proyecto;Proyecto;Embudo;Etapa;Motivo del fin;' +
      'Inicio original;Fin original;Tarifa por hora;Importe\r\n',
  );
});

describe('times are on the clock of the day', () => {
  test('also on the night on which it is put back', () => {
    const zone = { kind: 'named', timeZone: 'Europe/Berlin' } as const;
    const startMs = Date.parse('2026-10-24T22:00:00Z');
    const work = {
      ...WORK,
      startedAtMs: Date.parse('2026-10-25T00:30:00Z'),
      finishedAtMs: Date.parse('2026-10-25T01:45:00Z'),
    };
    const part = {
      session: work,
      fromMs: work.startedAtMs,
      toMs: work.finishedAtMs,
      seconds: 4500,
    };
    const [day] = DAY;
    const [time] = day?.projects ?? [];
    if (day === undefined || time === undefined) throw new Error('The example has one');
    const berlin = {
      ...{ ...day, date: '2026-10-25', zone, startMs, endMs: startMs + 25 * 3_600_000 },
      ...{
        totalS: 4500,
        parts: [
          {
            ...part,
            session: { ...work, personId: 'p', date: '2026-10-25', seenAtMs: 0, isRunning: false },
          },
        ],
      },
      projects: [{ ...time, seconds: 4500 }],
    };
    expect(sheet('en', [berlin])).toContain(
      '2026-10-25,2026-10-25T02:30:00,2026-10-25T02:45:00,1.25,75,',
    );
  });
});

test.each([
  ['en', undefined, ',', '.'],
  ['pt-BR', undefined, ';', ','],
  ['pt-BR', 'comma', ',', '.'],
  ['en', 'semicolon', ';', ','],
  ['en', 'tab', '\t', '.'],
  ['pt-BR', 'tab', '\t', ','],
] as const)(
  'in %s, with %s chosen, cells have %j between them, and numbers %j',
  (language, chosen, separator, decimalMark) => {
    expect(marksOf(language, chosen)).toEqual({ separator, decimalMark });
  },
);
