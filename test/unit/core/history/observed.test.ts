import { describe, expect, test } from 'vitest';
import { observed } from '../../../../lib/core/history/observed';
import type { Timer } from '../../../../lib/core/olie/timer';
import { localMs, PERSON, SAO_PAULO, session } from '../../../support/examples/example-history';
import {
  EXAMPLE_ZONE,
  exampleExecution,
  exampleTimer,
} from '../../../support/examples/example-timer';

const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');
const RUNNING = exampleExecution({ id: 'x', startedAtMs: localMs('2026-03-13 14:00') });

/** An answer of 15:00: three hours in the morning, and one that goes on. */
function timer(patch: Partial<Timer> = {}): Timer {
  return exampleTimer({
    ...{ answeredAtMs: localMs('2026-03-13 15:00'), current: RUNNING, recent: [MORNING] },
    ...{ totalS: 4 * 3600, idleS: 11 * 3600, estimate: null, ...patch },
  });
}

function seen(patch: Partial<Timer> = {}, at = '2026-03-13 15:00') {
  const { days, sessions } = observed(timer(patch), localMs(at), PERSON, EXAMPLE_ZONE);
  const [day] = days;
  if (day === undefined) throw new Error('An answer tells of a day');
  return { day, sessions };
}

test('an answer tells of its day', () => {
  const answeredAtMs = localMs('2026-03-13 15:00');
  expect(seen().day).toEqual({
    ...{ personId: PERSON, date: '2026-03-13', startMs: localMs('2026-03-13 00:00') },
    ...{ zone: SAO_PAULO, totalS: 14_400, idleS: 39_600, isHidden: false },
    ...{ answeredAtMs, completeAtMs: answeredAtMs },
    watched: [{ fromMs: answeredAtMs, toMs: answeredAtMs }],
  });
  const hidden = { totalS: null, idleS: null, isHidden: true, completeAtMs: null };
  expect(seen({ hidden: true }).day).toMatchObject(hidden);
});

test.each([
  // Nobody sees an answer before it was given.
  ['2026-03-13 14:59', '2026-03-13 15:00', 14_400],
  ['2026-03-13 15:20', '2026-03-13 15:20', 15_600],
  ['2026-03-14 09:00', '2026-03-14 00:00', 46_800],
])('true at %s: as it was at %s, with %i seconds', (at, asOf, totalS) => {
  const { day, sessions } = seen({}, at);
  expect(day).toMatchObject({ answeredAtMs: localMs(asOf), totalS, idleS: 39_600 });
  expect(sessions.map(({ seenAtMs }) => seenAtMs)).toEqual([localMs(asOf), localMs(asOf)]);
  expect(sessions[1]).toMatchObject({ finishedAtMs: localMs(asOf), date: '2026-03-13' });
});

test('while nothing runs, what is idle grows', () => {
  const stopped = { current: null, totalS: 10_800, idleS: 43_200 };
  const { day } = seen(stopped, '2026-03-13 15:10');
  expect(day).toMatchObject({ totalS: 10_800, idleS: 43_800 });
});

describe('sessions', () => {
  test('that ended and that run are told apart', () => {
    const [ended, running] = seen().sessions;
    expect(ended).toMatchObject({ ...MORNING, personId: PERSON, isRunning: false });
    expect(running).toMatchObject({ id: 'x', isRunning: true, finishedReason: null });
  });

  test('have their start for an id, if the service leaves that out', () => {
    const { sessions } = seen({
      ...{ recent: [{ ...MORNING, id: '' }], current: { ...RUNNING, id: '' } },
    });
    expect(sessions.map(({ id }) => id)).toEqual([
      `at ${localMs('2026-03-13 09:00')}`,
      `at ${localMs('2026-03-13 14:00')}`,
    ]);
  });

  test.each([
    ['2026-03-13 00:00', '2026-03-12'],
    ['2026-03-13 00:00:01', '2026-03-13'],
  ])('that end at %s are of %s', (end, date) => {
    const [night] = seen({ recent: [session('n', '2026-03-12 22:00', end)] }).sessions;
    expect(night?.date).toBe(date);
  });

  test('that run since nobody knows when are left out', () => {
    const current = { ...RUNNING, startedAtMs: null };
    expect(seen({ current }).sessions.map(({ id }) => id)).toEqual(['a']);
    expect(seen({ current: null }).sessions.map(({ id }) => id)).toEqual(['a']);
  });

  test('that began after the answer have lasted no time', () => {
    const startedAtMs = localMs('2026-03-13 15:00:02');
    const [, running] = seen({ current: { ...RUNNING, startedAtMs } }).sessions;
    expect(running?.finishedAtMs).toBe(startedAtMs);
  });
});

describe('what is expected', () => {
  const estimate = {
    ...{ projectId: RUNNING.projectId, userId: 'u-1', answeredAtMs: localMs('2026-03-13 14:30') },
    ...{ expectedS: 36_000, elapsedS: 7200, expectedAmount: 0, hourlyRate: 0 },
    ...{ status: '', budget: 0 },
  };

  test('is told of what runs only', () => {
    const { sessions } = seen({ userId: 'u-1', estimate });
    expect(sessions.map(({ expected }) => expected)).toEqual([
      undefined,
      { seconds: 36_000, toldAtMs: localMs('2026-03-13 14:30') },
    ]);
  });

  test.each([
    ['nothing was told', null],
    ['it is of another project', { ...estimate, projectId: 'other' }],
    ['it is of somebody else', { ...estimate, userId: 'u-2' }],
  ])('is left out if %s', (_, other) => {
    const { sessions } = seen({ userId: 'u-1', estimate: other });
    expect(sessions.map((one) => 'expected' in one)).toEqual([false, false]);
  });
});

describe('an answer names every session if they add up to its total', () => {
  const isComplete = (totalS: number | null, recent: Timer['recent']) =>
    seen({ totalS, idleS: null, current: null, recent }).day.completeAtMs !== null;
  const night = session('n', '2026-03-12 22:00', '2026-03-13 01:00');
  const before = session('b', '2026-03-12 09:00', '2026-03-13 00:00');

  test.each([
    ['as it is', 10_800, [MORNING], true],
    ['a minute more', 10_860, [MORNING], true],
    ['more than a minute more', 10_861, [MORNING], false],
    ['a minute less', 10_740, [MORNING], true],
    ['more than a minute less', 10_739, [MORNING], false],
    ['nothing at all', 0, [], true],
    ['no total', null, [], false],
    ['of one over midnight what lies in the day', 14_400, [MORNING, night], true],
    ['or one over midnight as a whole', 21_600, [MORNING, night], true],
    ['or so, without what ended before the day', 21_600, [MORNING, night, before], true],
    ['or neither', 18_000, [MORNING, night], false],
    ['without what ended before the day', 10_800, [MORNING, before], true],
  ])('%s', (_, totalS, recent, isIt) => {
    expect(isComplete(totalS, recent)).toBe(isIt);
  });
});
