import { describe, expect, test } from 'vitest';
import { datesBetween } from '../../../../lib/core/history/calendar';
import { historyDays } from '../../../../lib/core/history/days';
import { daysTold, dayTold } from '../../../support/examples/example-days';
import { localMs, SAO_PAULO, session, told } from '../../../support/examples/example-history';
import { exampleExecution } from '../../../support/examples/example-timer';

const MORNING = session('a', '2026-03-13 09:00', '2026-03-13 12:00');

test.each([
  ['has just begun', '2026-03-13 10:00', '2026-03-13 10:00', ['2026-03-13']],
  ['ends before its start', '2026-03-14 10:00', '2026-03-13 10:00', ['2026-03-13']],
  ['has no length, at midnight', '2026-03-13 00:00', '2026-03-13 00:00', ['2026-03-12']],
  ['ends at midnight', '2026-03-12 22:00', '2026-03-13 00:00', ['2026-03-12']],
  ['begins at midnight', '2026-03-13 00:00', '2026-03-13 02:00', ['2026-03-13']],
  ['goes on over midnight', '2026-03-12 22:00', '2026-03-13 00:01', ['2026-03-12', '2026-03-13']],
])('a session that %s, %s to %s, is of %j', (_, start, finish, dates) => {
  const days = daysTold('2026-03-12', '2026-03-14', [
    told('2026-03-14 23:55', [session('s', start, finish)]),
  ]);
  expect(days.filter(({ parts }) => parts.length > 0).map(({ date }) => date)).toEqual(dates);
});

test('what ended last comes first, and of two that ended together, what began last', () => {
  const sessions = [
    session('whole', '2026-03-13 08:00', '2026-03-13 12:00'),
    session('late', '2026-03-13 09:00', '2026-03-13 12:00'),
    session('within', '2026-03-13 10:00', '2026-03-13 11:00'),
  ];
  const [day] = dayTold([told('2026-03-13 23:50', sessions)]);
  expect(day?.parts.map((part) => part.session.id)).toEqual(['late', 'whole', 'within']);
});

test('a day with nothing in it is known, and all of it was idle', () => {
  const [day] = dayTold([told('2026-03-13 23:50', [])]);
  const nothing = { parts: [], projects: [], totalS: 0 };
  expect(day).toMatchObject({ ...nothing, isUnknown: false, idleS: 85_800 });
});

describe('a session that left the list', () => {
  const current = exampleExecution({ id: 'n', startedAtMs: localMs('2026-03-13 22:00') });
  const answers = [
    told('2026-03-14 08:00', [], { current, totalS: 8 * 3600, idleS: 0 }),
    told('2026-03-14 09:30', []),
  ];

  test('leaves nothing in a day of which nothing else was told', () => {
    expect(dayTold(answers)).toMatchObject([{ isUnknown: true, parts: [], totalS: 0 }]);
  });

  test('did not begin in the moment in which its day was last told', () => {
    const [day] = dayTold([told('2026-03-13 22:00', [MORNING]), ...answers]);
    expect(day?.parts.map((part) => part.session.id)).toEqual(['a']);
  });
});

describe('a day is "at least"', () => {
  test.each([
    ['2026-03-13 23:44', '2026-03-14 00:00', false],
    ['2026-03-13 23:43:59', '2026-03-14 00:00', true],
    ['2026-03-13 23:43:59', '2026-03-13 23:59:59', false],
  ])('if it was last told at %s, and it is %s: %s', (at, now, isPartial) => {
    expect(dayTold([told(at, [MORNING])], localMs(now))[0]?.isPartial).toBe(isPartial);
  });

  test('not if sessions fill it to its end, one after the other', () => {
    const evening = session('e', '2026-03-13 18:00', '2026-03-13 21:00');
    const night = session('n', '2026-03-13 21:00', '2026-03-14 01:00');
    const [day] = dayTold([
      told('2026-03-13 18:00', [MORNING]),
      told('2026-03-14 12:00', [night, evening], { totalS: 3600, idleS: 11 * 3600 }),
    ]);
    expect(day).toMatchObject({ isPartial: false, totalS: 9 * 3600 });
  });
});

test.each([
  ['2026-03-13 00:32', []],
  [
    '2026-03-13 00:32:01',
    [{ fromMs: localMs('2026-03-13 00:16'), toMs: localMs('2026-03-13 00:32:01') }],
  ],
])('sixteen minutes without an answer are watched, no second more: at %s', (now, unwatched) => {
  const [day] = dayTold([told('2026-03-13 00:16', [])], localMs(now));
  expect(day?.unwatched).toEqual(unwatched);
});

describe('a day of which nothing was told', () => {
  const zone = (hours: number) => ({ kind: 'fixed', offsetMs: hours * 3_600_000 }) as const;
  const inZone = (date: string, hours: number) =>
    told(`${date} 23:50`, []).days.map((day) => ({ ...day, zone: zone(hours) }));
  const zones = (days: ReturnType<typeof inZone>) =>
    historyDays(datesBetween('2026-03-09', '2026-03-13'), { days, sessions: [] }, SAO_PAULO, 0).map(
      (day) => day.zone,
    );

  test('is where the last one before it was, or else the first one after it', () => {
    const [west, east] = [inZone('2026-03-10', -5), inZone('2026-03-12', 1)];
    const expected = [zone(-5), zone(-5), zone(-5), zone(1), zone(1)];
    expect(zones([...west, ...east])).toEqual(expected);
    expect(zones([...east, ...west])).toEqual(expected);
  });

  test('is where the user is, if nothing was ever told', () => {
    expect(zones([])).toEqual([SAO_PAULO, SAO_PAULO, SAO_PAULO, SAO_PAULO, SAO_PAULO]);
  });
});
