import { describe, expect, test } from 'vitest';
import type { HistoryDay } from '../../../../lib/core/history/days';
import { type Rounding, sheetRows } from '../../../../lib/core/history/sheet-rows';
import { daysTold, dayTold } from '../../../support/examples/example-days';
import { localMs, session, told } from '../../../support/examples/example-history';
import { exampleExecution } from '../../../support/examples/example-timer';

const OTHER = { projectId: 'p-2', projectCode: 'B', projectName: 'Site' };
const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');
const MEETING = session('b', '2026-03-13 13:00', '2026-03-13 13:20', OTHER);
const AFTERNOON = session('c', '2026-03-13 14:00', '2026-03-13 18:00', { stepName: 'seis' });

const time = (atMs: number | null) =>
  atMs === null ? null : new Date(atMs - 3 * 3_600_000).toISOString().slice(5, 16);
/** Code of the project, start, end and seconds of each row. */
const times = (days: HistoryDay[], roundingMin: Rounding = 0) =>
  sheetRows(days, roundingMin).map(({ project, startMs, endMs, seconds }) => [
    project?.code,
    time(startMs),
    time(endMs),
    seconds,
  ]);

describe('without rounding', () => {
  test('there is a row for each session, in the order of their starts', () => {
    const days = dayTold([told('2026-03-13 23:50', [AFTERNOON, MEETING, MORNING])]);
    expect(times(days)).toEqual([
      ['AD-1', '03-13T09:00', '03-13T12:00', 10_800],
      ['B', '03-13T13:00', '03-13T13:20', 1200],
      ['AD-1', '03-13T14:00', '03-13T18:00', 14_400],
    ]);
  });

  test('a session over midnight has a row in each day', () => {
    const night = session('n', '2026-03-13 22:00', '2026-03-14 01:30');
    const days = daysTold('2026-03-13', '2026-03-14', [told('2026-03-14 23:55', [night])]);
    expect(times(days)).toEqual([
      ['AD-1', '03-13T22:00', '03-14T00:00', 7200],
      ['AD-1', '03-14T00:00', '03-14T01:30', 5400],
    ]);
  });

  test('one that still runs has no end, but on the days before today', () => {
    const startedAtMs = localMs('2026-03-13 22:00');
    const current = exampleExecution({ startedAtMs });
    const running = told('2026-03-14 01:00', [], { current, totalS: 3600, idleS: 0 });
    const nowMs = localMs('2026-03-14 01:05');
    expect(times(daysTold('2026-03-13', '2026-03-14', [running], nowMs))).toEqual([
      ['AD-1', '03-13T22:00', '03-14T00:00', 7200],
      ['AD-1', '03-14T00:00', null, 3600],
    ]);
  });

  test('time that no session explains has a row without start and end, after the others', () => {
    const days = dayTold([told('2026-03-13 23:50', [MORNING], { totalS: 18_000 })]);
    expect(times(days)).toEqual([
      ['AD-1', '03-13T09:00', '03-13T12:00', 10_800],
      [undefined, null, null, 7200],
    ]);
  });

  test.each([
    ['some seconds more than the sessions', 26_430],
    ['less than the sessions', 20_001],
  ])('a total of %s is shared among them, to the second', (_, totalS) => {
    const days = dayTold([told('2026-03-13 23:50', [AFTERNOON, MEETING, MORNING], { totalS })]);
    const rows = sheetRows(days, 0);
    expect(rows).toHaveLength(3);
    expect(rows.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)).toBe(totalS);
    expect(rows.map(({ seconds }) => Number.isInteger(seconds))).toEqual([true, true, true]);
  });

  test('a day of which nothing is known has no row', () => {
    const days = daysTold('2026-03-11', '2026-03-12', [told('2026-03-13 23:50', [MORNING])]);
    expect(sheetRows(days, 0)).toEqual([]);
  });

  test('a row earns its own time, if its session has a rate', () => {
    const paid = { ...MORNING, hourlyRate: 50 };
    const free = { ...MEETING, hourlyRate: 0 };
    const rows = sheetRows(dayTold([told('2026-03-13 23:50', [free, paid])]), 0);
    expect(rows.map(({ hourlyRate, amount }) => [hourlyRate, amount])).toEqual([
      [50, 150],
      [null, null],
    ]);
  });
});

describe('with rounding', () => {
  test('a project has one row a day, from its first start to its last end', () => {
    const days = dayTold([told('2026-03-13 23:50', [AFTERNOON, MEETING, MORNING])]);
    expect(times(days, 15)).toEqual([
      ['AD-1', '03-13T09:00', '03-13T18:00', 25_200],
      ['B', '03-13T13:00', '03-13T13:20', 900],
    ]);
  });

  test('texts and rates in which its sessions differ are left out', () => {
    const paid = { ...MORNING, hourlyRate: 50, recordedStartMs: localMs('2026-03-13 08:50') };
    const recordedFinishMs = localMs('2026-03-13 18:05');
    const better = { ...AFTERNOON, hourlyRate: 100, recordedFinishMs };
    const days = dayTold([told('2026-03-13 23:50', [better, paid])]);
    const [row] = sheetRows(days, 30);
    expect(row).toMatchObject({ reason: 'self_stop', funnelName: MORNING.funnelName });
    expect(row).toMatchObject({ stepName: '', hourlyRate: null, recordedStartMs: null });
    expect(row?.recordedFinishMs).toBeNull();
    expect(row?.amount).toBe(550);
    const others = { ...better, funnelName: 'Sell', finishedReason: 'other' };
    const [mixed] = sheetRows(dayTold([told('2026-03-13 23:50', [others, paid])]), 30);
    expect(mixed).toMatchObject({ reason: '', funnelName: '' });
  });

  // Each alone would be rounded to another sum.
  test('the sum is rounded, not each session', () => {
    const parts = [10, 11, 12].map((hour) =>
      session(`s${hour}`, `2026-03-13 ${hour}:00`, `2026-03-13 ${hour}:04`),
    );
    const days = dayTold([told('2026-03-13 23:50', parts.toReversed())]);
    expect(times(days, 15)).toEqual([['AD-1', '03-13T10:00', '03-13T12:04', 900]]);
  });

  test.each([
    ['2:29', 5, 0],
    ['2:30', 5, 5],
    ['7:29', 5, 5],
    ['7:30', 5, 10],
    ['8:59', 6, 6],
    ['9:00', 6, 12],
    ['0:01', 30, 0],
    ['15:00', 30, 30],
  ] as const)('%s to multiples of %i minutes is %i', (clock, roundingMin, minutes) => {
    const [minute = 0, second = 0] = clock.split(':').map(Number);
    const one = { ...MORNING, finishedAtMs: MORNING.startedAtMs + (minute * 60 + second) * 1000 };
    const [row] = sheetRows(dayTold([told('2026-03-13 23:50', [one])]), roundingMin);
    expect(row?.seconds).toBe(minutes * 60);
  });

  test('what is earned is of the rounded time', () => {
    const paid = { ...MEETING, hourlyRate: 60 };
    const [row] = sheetRows(dayTold([told('2026-03-13 23:50', [paid])]), 15);
    expect(row).toMatchObject({ hourlyRate: 60, amount: 15 });
  });

  test('a project of which a session still runs has no end', () => {
    const current = exampleExecution({ startedAtMs: localMs('2026-03-13 14:00') });
    const answer = told('2026-03-13 15:00', [MORNING], { current, totalS: 14_400 });
    const days = dayTold([answer], localMs('2026-03-13 15:01'));
    expect(times(days, 6)).toEqual([['AD-1', '03-13T09:00', null, 14_400]]);
    expect(sheetRows(days, 0).map(({ reason }) => reason)).toEqual(['self_stop', '']);
    const noon = session('d', '2026-03-13 12:30', '2026-03-13 13:00');
    const more = told('2026-03-13 15:00', [noon, MORNING], { current, totalS: 16_200 });
    const [row] = sheetRows(dayTold([more], localMs('2026-03-13 15:01')), 6);
    expect(row?.endMs).toBeNull();
  });
});

test('the end of a session that nobody saw end is not that of its project', () => {
  const current = exampleExecution({ id: 'x', startedAtMs: localMs('2026-03-13 09:00') });
  const morning = told('2026-03-13 10:00', [], { current, totalS: 3600, idleS: 9 * 3600 });
  const evening = told('2026-03-13 23:50', [AFTERNOON], { totalS: 18_000, idleS: 67_800 });
  expect(times(dayTold([morning, evening]))).toEqual([
    ['AD-1', '03-13T09:00', null, 3600],
    ['AD-1', '03-13T14:00', '03-13T18:00', 14_400],
  ]);
  expect(times(dayTold([morning, evening]), 30)).toEqual([
    ['AD-1', '03-13T09:00', '03-13T18:00', 18_000],
  ]);
});

test.each([0, 15] as const)('an account that hides times shows what, not how long (%i)', (min) => {
  const adjusted = { ...MORNING, hourlyRate: 50, recordedStartMs: localMs('2026-03-13 08:50') };
  const days = dayTold([told('2026-03-13 23:50', [adjusted], { hidden: true })]);
  const nothing = { startMs: null, endMs: null, seconds: null, amount: null, hourlyRate: null };
  expect(sheetRows(days, min)).toEqual([
    {
      ...nothing,
      ...{ recordedStartMs: null, recordedFinishMs: null },
      ...{ date: '2026-03-13', zone: days[0]?.zone, project: days[0]?.projects[0]?.project },
      ...{ funnelName: MORNING.funnelName, stepName: MORNING.stepName, reason: 'self_stop' },
    },
  ]);
});
