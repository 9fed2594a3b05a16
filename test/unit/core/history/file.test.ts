import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../lib/core/history/calendar';
import { historyFile, parseHistoryFile } from '../../../../lib/core/history/file';
import { mergedRecords } from '../../../../lib/core/history/merge';
import type { Person, Records } from '../../../../lib/core/history/records';
import { parseBackup } from '../../../../lib/core/settings/backup';
import { PERSON, session, told } from '../../../support/examples/example-history';

const ANA: Person = { id: PERSON, name: 'Ana', connectionId: 'c-1', seenAtMs: 7 };
const BIA: Person = {
  id: 'https://api.olie.ai u-2',
  name: 'Bia',
  connectionId: 'c-2',
  seenAtMs: 9,
};
const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');
const NIGHT = session('n', '2026-03-13 22:00', '2026-03-14 01:30');
const FRIDAY = told('2026-03-13 12:30', [MORNING]);
const SATURDAY = told('2026-03-14 23:55', [NIGHT]);
const ANAS = mergedRecords(FRIDAY, SATURDAY);
const BIAS: Records = {
  days: FRIDAY.days.map((day) => ({ ...day, personId: BIA.id })),
  sessions: FRIDAY.sessions.map((one) => ({ ...one, personId: BIA.id })),
};
const TEXT = historyFile([ANA, BIA], [ANAS, BIAS]);
/** The file's fields. Tests break them one by one. */
const fields = () => JSON.parse(TEXT);

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseHistoryFile(bytes(text));
function parsed(value: unknown) {
  const read = parse(JSON.stringify(value));
  if (!read.ok) throw new Error(read.text);
  return read;
}

test('what is written is read again, of everybody', () => {
  expect(parse(TEXT)).toEqual({
    ok: true,
    persons: [ANA, BIA],
    records: {
      days: [...ANAS.days, ...BIAS.days],
      sessions: [...ANAS.sessions, ...BIAS.sessions],
    },
    leftOut: 0,
  });
});

test('an empty history is one, too', () => {
  const nothing = { persons: [], records: { days: [], sessions: [] }, leftOut: 0 };
  expect(parse(historyFile([], []))).toEqual({ ok: true, ...nothing });
});

test('a byte order mark and spaces do no harm', () => {
  expect(parse(`\uFEFF${JSON.stringify(fields(), null, 2)}`)).toEqual(parse(TEXT));
});

describe('merging a file', () => {
  const sorted = ({ days, sessions }: Records) => ({
    days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    sessions: sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  });
  test.each([
    ['into nothing', { days: [], sessions: [] }],
    ['into a part of it', FRIDAY],
    ['into the other part', SATURDAY],
    ['into the same', ANAS],
  ])('%s gives the same history, also the second time', (_, known) => {
    const { records } = parsed(JSON.parse(historyFile([ANA], [ANAS])));
    const once = mergedRecords(known, records);
    expect(sorted(once)).toEqual(sorted(ANAS));
    expect(sorted(mergedRecords(once, records))).toEqual(sorted(ANAS));
  });
});

describe('a row that cannot be read costs no other, and is counted', () => {
  test.each([
    ['a day without a date', (file) => delete file.days[0].date],
    ['a day on 31 February', (file) => Object.assign(file.days[0], { date: '2026-02-31' })],
    ['a day in no zone', (file) => Object.assign(file.days[0].zone, { timeZone: 'Moon/Base' })],
    ['a total of parts of seconds', (file) => Object.assign(file.days[0], { totalS: 1.5 })],
    ['a day that is none', (file) => Object.assign(file.days, [null])],
  ] satisfies [string, (file: ReturnType<typeof fields>) => unknown][])('%s', (_, damage) => {
    const file = fields();
    damage(file);
    const { records, leftOut } = parsed(file);
    expect(records.days).toEqual([...ANAS.days, ...BIAS.days].slice(1));
    expect(records.sessions).toHaveLength(3);
    expect(leftOut).toBe(1);
  });

  test.each([
    ['a text', 'session'],
    ['a session without a start', { ...ANAS.sessions[0], startedAtMs: undefined }],
    ['a session after the end of time', { ...ANAS.sessions[0], finishedAtMs: 1e300 }],
  ])('%s', (_, row) => {
    const file = fields();
    file.sessions[0] = row;
    const { records, leftOut } = parsed(file);
    expect(records.sessions).toEqual([...ANAS.sessions, ...BIAS.sessions].slice(1));
    expect(leftOut).toBe(1);
  });

  test('a row that is there twice counts once', () => {
    const file = fields();
    file.days.push({ ...file.days[0], totalS: 1 });
    file.sessions.push({ ...file.sessions[0], stepName: 'other' });
    file.persons.push({ ...file.persons[0], name: 'other' });
    expect(parsed(file)).toEqual({ ...parsed(fields()), leftOut: 3 });
  });

  test('a person who has lost all but the id keeps the history', () => {
    const file = { ...fields(), persons: [{ id: ANA.id, name: 7 }] };
    const { persons, records } = parsed(file);
    expect(persons).toEqual([{ id: ANA.id, name: '', connectionId: '', seenAtMs: 0 }]);
    expect(records).toEqual(ANAS);
  });
});

test('days and sessions of somebody whom the file does not name are left out', () => {
  const { persons, records, leftOut } = parsed({ ...fields(), persons: [BIA] });
  expect({ persons, records }).toEqual({ persons: [BIA], records: BIAS });
  expect(leftOut).toBe(ANAS.days.length + ANAS.sessions.length);
});

describe('a file is refused whole', () => {
  const refusal = (text: string, part = '') => ({ ok: false, text, part, reason: null });
  test.each([
    ['an empty one', '', refusal('backupNotJson')],
    ['JSON that is cut', '{"program":"olie-timer-history","version":', refusal('backupNotJson')],
    ['a list', '[]', refusal('historyFileNotOurs')],
    ['null', 'null', refusal('historyFileNotOurs')],
    ["another program's", '{"program":"other","version":1}', refusal('historyFileNotOurs')],
    ['settings', '{"program":"olie-timer","version":2}', refusal('historyFileIsSettings')],
    ['brackets alone', '['.repeat(1_000_000), refusal('historyFileNotOurs')],
  ])('%s', (_, text, refused) => {
    expect(parse(text)).toEqual(refused);
  });

  test('one that is too large', () => {
    expect(parseHistoryFile(new Uint8Array(50_000_001))).toEqual(
      refusal('historyFileTooLarge', '50 MB'),
    );
  });

  test.each([
    ['a newer version', { version: 2 }, refusal('backupNewer')],
    ['a version before the first', { version: 0 }, refusal('backupField', 'version')],
    ['a version that is a text', { version: '1' }, refusal('backupField', 'version')],
    ['no version', { version: undefined }, refusal('backupField', 'version')],
    ['no persons', { persons: undefined }, refusal('backupField', 'persons')],
    ['days that are no list', { days: {} }, refusal('backupField', 'days')],
    ['no sessions', { sessions: null }, refusal('backupField', 'sessions')],
  ])('%s', (_, patch, refused) => {
    expect(parse(JSON.stringify({ ...fields(), ...patch }))).toEqual(refused);
  });

  test('and a file of history is none of settings', () => {
    expect(parseBackup(bytes(TEXT))).toEqual(refusal('backupNotOurs'));
  });
});

describe('brackets within texts are no nesting', () => {
  test.each(['[[[[{{{{'.repeat(10), '"[[[[{{{{'.repeat(10), '\\"[[[[{{{{'.repeat(10)])(
    '%s',
    (name) => {
      expect(parse(historyFile([{ ...ANA, name }], []))).toMatchObject({ persons: [{ name }] });
    },
  );
});

describe('a hostile file takes no more time than one of ours', () => {
  const [day] = FRIDAY.days;
  const [first] = FRIDAY.sessions;
  const broken = (count: number) => Array.from({ length: count }, () => ({}));

  test('since reading ends after thousands of broken rows', () => {
    const sessions = (count: number) => [...broken(count), first];
    const few = parsed({ ...fields(), days: [], sessions: sessions(1999) });
    expect([few.records.sessions.length, few.leftOut]).toEqual([1, 1999]);
    const many = parsed({ ...fields(), days: [], sessions: sessions(2000) });
    expect([many.records.sessions.length, many.leftOut]).toEqual([0, 2001]);
  });

  test('since only so many zones are looked up', () => {
    const zones = Intl.supportedValuesOf('timeZone').slice(0, 150);
    const days = zones.map((timeZone, index) => ({
      ...day,
      date: addDays('2025-01-01', index),
      zone: { kind: 'named', timeZone },
    }));
    const known = { ...days[0], date: '2026-01-01' };
    const fixed = { ...known, date: '2026-01-02', zone: { kind: 'fixed', offsetMs: 0 } };
    const all = [...days, known, fixed];
    const { records, leftOut } = parsed({ ...fields(), days: all, sessions: [] });
    expect(records.days).toEqual([...days.slice(0, 100), known, fixed]);
    expect(leftOut).toBe(50);
  });
});
