import { describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../lib/core/settings/preferences';
import { localMs } from '../../../support/examples/example-history';
import {
  ALL_OFF,
  type Case,
  decided,
  running,
  stopped,
} from '../../../support/examples/reminder-facts';

const HOUR_S = 3600;
const show = (one: Case) => decided(one).show;

describe('goal', () => {
  const preferences = {
    ...DEFAULT_PREFERENCES,
    dailyGoalS: 6 * HOUR_S,
    reminders: { isOn: true, rules: { ...ALL_OFF, goal: 'on' as const } },
  };
  /** At 15:00, with 5:30 h tracked and the rest of the day idle. */
  const answer = {
    answeredAtMs: localMs('2026-03-13 15:00'),
    totalS: 5.5 * HOUR_S,
    idleS: 9.5 * HOUR_S,
  };
  const timer = running('2026-03-13 13:00', answer);
  const at = (time: string) => ({ at: `2026-03-13 ${time}`, timer, preferences });

  test('tells once the total of the day reaches it', () => {
    expect(show(at('15:29:59'))).toEqual([]);
    expect(show(at('15:30'))).toEqual([
      {
        id: 'olie:goal:2026-03-13',
        rule: 'goal',
        title: 'Daily goal reached',
        message: '6:00 h today, of 6:00 h.',
      },
    ]);
  });

  test('is told once a young answer confirms it', () => {
    const late = { ...at('15:30'), ageS: 600 };
    expect(decided(late)).toMatchObject({ show: [], askFirst: true });
  });

  test('is silent without a goal', () => {
    expect(show({ ...at('15:30'), timer: null })).toEqual([]);
    const without = { ...preferences, dailyGoalS: undefined };
    expect(show({ ...at('15:30'), preferences: without })).toEqual([]);
  });

  test('a total that stands below it is none', () => {
    const idle = stopped(answer);
    expect(show({ ...at('17:00'), timer: idle })).toEqual([]);
    const reached = stopped({ ...answer, totalS: 6 * HOUR_S, idleS: 9 * HOUR_S });
    expect(show({ ...at('17:00'), timer: reached })).toHaveLength(1);
  });

  test('once a day; taken back if the total shrinks, or the day is over', () => {
    const { ledger } = decided(at('15:30'));
    expect(decided({ ...at('15:31'), ledger })).toMatchObject({ show: [], takeBack: [] });
    const corrected = stopped(answer);
    const takeBack = ['olie:goal:2026-03-13'];
    expect(decided({ ...at('15:31'), timer: corrected, ledger })).toMatchObject({ takeBack });
    expect(decided({ ...at('15:31'), at: '2026-03-14 00:00', ledger })).toMatchObject({ takeBack });
  });

  test('is not told of hidden times', () => {
    expect(show({ ...at('15:30'), timer: { ...timer, hidden: true } })).toEqual([]);
  });
});

describe('expected', () => {
  const rules = { expected: 'on' } as const;
  const base = running('2026-03-13 13:00', { answeredAtMs: localMs('2026-03-13 14:00') });
  const { projectId } = base.current ?? { projectId: '' };
  /** 7 h of 10 h were tracked at 14:00. */
  const estimate = {
    ...{ projectId, userId: base.userId, answeredAtMs: localMs('2026-03-13 14:00') },
    ...{ expectedS: 10 * HOUR_S, elapsedS: 7 * HOUR_S, expectedAmount: 0, hourlyRate: 0 },
    ...{ status: '', budget: 0 },
  };
  const timer = { ...base, estimate };

  test.each([
    ['14:59:59', []],
    ['15:00', [['AD-1 awdawd: 80% of the expected hours', '8:00 of 10:00 h expected']]],
    ['16:59:59', [['AD-1 awdawd: 80% of the expected hours', '9:59 of 10:00 h expected']]],
    ['17:00', [['AD-1 awdawd: all expected hours are used', '10:00 of 10:00 h expected']]],
  ])('at %s: %j', (time, expected) => {
    const texts = show({ at: `2026-03-13 ${time}`, timer, rules }).map((one) => [
      one.title,
      one.message,
    ]);
    expect(texts).toEqual(expected);
  });

  test('is told once a young answer confirms it', () => {
    const late = { at: '2026-03-13 15:00', timer, rules, ageS: 600 };
    expect(decided(late)).toMatchObject({ show: [], askFirst: true });
  });

  test('once for each project and mark', () => {
    const first = decided({ at: '2026-03-13 15:00', timer, rules });
    expect(first.show.map(({ id }) => id)).toEqual([`olie:expected:${projectId} 80`]);
    const { ledger } = first;
    const second = decided({ at: '2026-03-13 15:01', timer, rules, ledger });
    expect(second).toMatchObject({ show: [], takeBack: [] });
    const third = decided({ at: '2026-03-13 17:00', timer, rules, ledger });
    expect(third.show.map(({ id }) => id)).toEqual([`olie:expected:${projectId} 100`]);
    expect(third.takeBack).toEqual([`olie:expected:${projectId} 80`]);
  });

  test.each([
    ['nothing is expected', { ...timer, estimate: { ...estimate, expectedS: 0 } }],
    ['it is of another project', { ...timer, estimate: { ...estimate, projectId: 'other' } }],
    ['times are hidden', { ...timer, hidden: true }],
    ['nothing runs', { ...timer, current: null }],
  ])('silence if %s', (_, other) => {
    expect(show({ at: '2026-03-13 17:00', timer: other, rules })).toEqual([]);
  });
});
