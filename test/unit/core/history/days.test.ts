import { expect, test } from 'vitest';
import { localMs, session, told } from '../../../support/examples/example-history';
import { exampleExecution } from '../../../support/examples/example-timer';
import { AFTERNOON, day, days, MORNING } from '../../../support/examples/told-days';

test('the total is the one that the service counted, not the sum of what it named', () => {
  const { totalS, projects } = day([told('2026-03-13 23:59', [MORNING], { totalS: 5 * 3600 })]);
  expect(totalS).toBe(18_000);
  expect(projects.map(({ project, seconds }) => [project?.code, seconds])).toEqual([
    ['AD-1', 10_800],
    [undefined, 7200],
  ]);
});

test('some seconds of rounding are of the project with most time', () => {
  const { projects } = day([told('2026-03-13 23:59', [MORNING], { totalS: 10_799 })]);
  expect(projects.map(({ seconds }) => seconds)).toEqual([10_799]);
});

test('sessions that the total does not have any more give up their share', () => {
  const other = { ...AFTERNOON, projectId: 'p-2', projectCode: 'B' };
  const { totalS, projects } = day([
    told('2026-03-13 23:59', [MORNING, other], { totalS: 4 * 3600 }),
  ]);
  expect(totalS).toBe(14_400);
  expect(projects.map(({ project, seconds }) => [project?.code, seconds])).toEqual([
    ['B', 9000],
    ['AD-1', 5400],
  ]);
});

test('a session that a complete answer does not name was deleted', () => {
  const before = told('2026-03-13 18:30', [AFTERNOON, MORNING]);
  const after = told('2026-03-13 19:00', [MORNING]);
  for (const answers of [
    [before, after],
    [after, before],
  ]) {
    const { totalS, parts } = day(answers);
    expect(totalS).toBe(10_800);
    expect(parts.map((part) => part.session.id)).toEqual(['a']);
  }
});

test('an earlier day keeps what its own answer had counted of a session that left the list: its end was put right', () => {
  const startedAtMs = localMs('2026-03-13 17:00');
  const current = { ...exampleExecution(), id: 'n', startedAtMs };
  const evening = told('2026-03-13 23:57', [], { current, totalS: 6.95 * 3600, idleS: 17 * 3600 });
  const morning = told('2026-03-14 08:57', [], {
    ...{ current, totalS: 8.95 * 3600, idleS: 0 },
  });
  const stopped = told('2026-03-14 09:30', []);
  const [friday, saturday] = days('2026-03-13', '2026-03-14', [evening, morning, stopped]);
  expect(friday?.projects.map(({ project, seconds }) => [project?.code, seconds])).toEqual([
    ['AD-1', 25_020],
  ]);
  expect(friday?.parts.map(({ toMs }) => toMs)).toEqual([localMs('2026-03-13 23:57')]);
  expect(saturday?.totalS).toBe(0);
  expect(saturday?.parts).toEqual([]);
});

test('a session that left the list did not begin after its day was last told', () => {
  const current = { ...exampleExecution(), id: 'n', startedAtMs: localMs('2026-03-13 22:00') };
  const answers = [
    told('2026-03-13 18:00', [AFTERNOON]),
    told('2026-03-14 08:00', [], { current, totalS: 8 * 3600, idleS: 0 }),
    told('2026-03-14 09:30', []),
  ];
  const [friday] = days('2026-03-13', '2026-03-14', answers);
  expect(friday?.parts.map(({ session: { id } }) => id)).toEqual(['b']);
});

test('who flies to the west has seen the day to its own end', () => {
  const before = told('2026-03-13 23:59', [MORNING]);
  const after = told('2026-03-14 22:00', []);
  const moved = after.days.map((day) => ({
    ...day,
    startMs: localMs('2026-03-14 03:00'),
    zone: { kind: 'fixed', offsetMs: -6 * 3_600_000 } as const,
  }));
  const [friday] = days('2026-03-13', '2026-03-14', [before, { ...after, days: moved }]);
  expect(friday).toMatchObject({ isPartial: false, totalS: 10_800 });
});

test('who flies to the west keeps the sessions of the hours that are of the day before now', () => {
  const night = session('n', '2026-03-14 00:30', '2026-03-14 02:30');
  const friday = told('2026-03-13 23:59', [MORNING]);
  const landed = told('2026-03-14 22:00', []);
  const moved = landed.days.map((day) => ({ ...day, startMs: localMs('2026-03-14 03:00') }));
  const answers = [friday, told('2026-03-14 02:31', [night]), { ...landed, days: moved }];
  const [before, after] = days('2026-03-13', '2026-03-14', answers);
  expect(before).toMatchObject({ totalS: 5 * 3600, isPartial: false });
  expect(before?.parts.map((part) => part.session.id)).toEqual(['n', 'a']);
  expect(after).toMatchObject({ totalS: 0, parts: [] });
});

test('one that an incomplete answer does not name stays', () => {
  const before = told('2026-03-13 18:30', [AFTERNOON, MORNING]);
  const after = told('2026-03-13 19:00', [AFTERNOON], { totalS: 8 * 3600 });
  expect(day([before, after]).parts.map((part) => part.session.id)).toEqual(['b', 'a']);
});

test('an adjusted session is as the newest answer has it', () => {
  const adjusted = { ...MORNING, finishedAtMs: localMs('2026-03-13 11:30') };
  const answers = [told('2026-03-13 12:01', [MORNING]), told('2026-03-13 12:30', [adjusted])];
  expect(day(answers).totalS).toBe(9000);
  expect(day(answers.toReversed()).totalS).toBe(9000);
});

test('a session over midnight counts in each day with its part', () => {
  const night = session('n', '2026-03-13 22:00', '2026-03-14 01:30');
  const [friday, saturday] = days('2026-03-13', '2026-03-14', [
    told('2026-03-13 18:01', [AFTERNOON]),
    told('2026-03-14 23:55', [night]),
  ]);
  expect([friday?.totalS, saturday?.totalS]).toEqual([7 * 3600, 5400]);
  expect(friday?.parts.map(({ seconds }) => seconds)).toEqual([7200, 18_000]);
  expect(saturday?.parts.map(({ seconds }) => seconds)).toEqual([5400]);
});

test('what ran at the last answer, and went on over midnight, is counted once', () => {
  const startedAtMs = localMs('2026-03-13 22:00');
  const evening = told('2026-03-13 23:00', [], {
    current: exampleExecution({ id: 'n', startedAtMs }),
    totalS: 3600,
    idleS: 22 * 3600,
  });
  const night = session('n', '2026-03-13 22:00', '2026-03-14 01:30');
  const [friday, saturday] = days('2026-03-13', '2026-03-14', [
    evening,
    told('2026-03-14 23:55', [night]),
  ]);
  expect(friday).toMatchObject({ totalS: 7200, isPartial: false });
  expect(saturday?.totalS).toBe(5400);
});

test.each([
  ['to its end', '2026-03-13 23:50', false],
  ['until an hour before its end', '2026-03-13 23:00', true],
])('a day that was watched %s', (_, at, isPartial) => {
  expect(day([told(at, [MORNING])]).isPartial).toBe(isPartial);
});

test('today is not over, so it is never "at least"', () => {
  const nowMs = localMs('2026-03-13 20:00');
  expect(day([told('2026-03-13 12:30', [MORNING])], nowMs).isPartial).toBe(false);
});
