import { describe, expect, test } from 'vitest';
import {
  knownAbsences,
  type Observation,
  presenceAfter,
  seenFirst,
} from '../../../../lib/core/reminders/presence';
import { settled } from '../../../../lib/core/reminders/settled';
import { absences, at, clock, START, seenAll } from '../../../support/examples/seen-presence';

describe('once an answer tells the true time', () => {
  test('a clock that was put forward an hour was no absence', () => {
    const jumped = seenAll([['15:00', 'active', '14:00']]);
    expect(absences(jumped)).toEqual(['14:00:00 – 15:00:00']);
    expect(knownAbsences(jumped)).toEqual([]);
    expect(settled(jumped, at('14:01'), -3_600_000).absences).toEqual([]);
  });

  test('an absence ends when they truly came back', () => {
    const back = seenAll([['15:00', 'active', '14:00']]);
    const known = settled(back, at('14:45'), -900_000);
    expect(absences(known)).toEqual(['14:00:00 – 14:45:00']);
    expect(knownAbsences(known)).toEqual([{ fromMs: at('14:00'), toMs: at('14:45') }]);
    // It stays so, whatever the clock does later.
    expect(settled(known, at('16:00'), 3_600_000)).toBe(known);
  });

  const unsure = { offsetMs: 0, isSure: false };

  test('a sleep after the clock was set right again is one, though the last return says a later time', () => {
    const ahead = seenAll([['16:00', 'active', '14:00']]);
    const right = {
      ...unsure,
      state: 'active',
      atMs: at('14:10'),
      aliveAtMs: at('16:00'),
    } as const;
    const asleep = presenceAfter(presenceAfter(ahead, right), {
      ...{ ...unsure, state: 'locked', atMs: at('15:00'), aliveAtMs: at('14:10') },
    });
    expect(clock(asleep.awayFromMs ?? 0)).toBe('14:10:00');
  });

  const locked = (time: string, patch: Partial<Observation> = {}) =>
    presenceAfter(seenFirst(START), {
      ...unsure,
      ...{ state: 'locked', atMs: at(time), aliveAtMs: at(time) - 30_000, ...patch },
    });

  test('a clock that was set back an hour is no absence of an hour', () => {
    // At 14:00 by the true time; the computer says 13:00, and asks later.
    const gone = locked('13:00', { aliveAtMs: at('13:59') });
    expect(clock(gone.awayFromMs ?? 0)).toBe('13:59:00');
    expect(clock(settled(gone, at('14:01'), 3_600_000).awayFromMs ?? 0)).toBe('14:00:00');
    const again = presenceAfter(seenFirst(START), {
      ...{ state: 'active', atMs: at('13:00'), offsetMs: 0, isSure: false, aliveAtMs: at('13:59') },
    });
    expect(again.absences).toEqual([]);
  });

  test('who left and came back without an answer was away as long as the computer counted', () => {
    const back = presenceAfter(locked('13:00'), {
      ...{ ...unsure, state: 'active', atMs: at('13:20'), aliveAtMs: at('13:19') },
    });
    expect(absences(settled(back, at('14:21'), 3_600_000))).toEqual(['14:00:00 – 14:20:00']);
  });

  test('if the clock was changed meanwhile, or the computer slept, it is rather too short', () => {
    const gone = locked('14:00');
    const back = presenceAfter(gone, {
      ...{ ...unsure, state: 'active', atMs: at('15:10'), aliveAtMs: at('14:05') },
    });
    expect(absences(settled(back, at('14:10'), -3_600_000))).toEqual(['14:05:00 – 14:10:00']);
  });

  test('nobody was there before a time that has not come yet', () => {
    expect(settled(seenFirst(at('15:00')), at('14:00'), -3_600_000)).toEqual(
      seenFirst(at('14:00')),
    );
  });
});

test('a sleep after the clock was set back, without an answer between, begins when it did', () => {
  // At 14:00 by the true time, the clock says 13:00. The person closes the lid at once, until 15:30.
  const back = seenAll([
    ['13:00', 'active', '13:59'],
    ['14:30', 'active', '13:00'],
  ]);
  const known = settled(back, at('15:30'), 3_600_000);
  expect(absences(known)).toEqual(['14:00:00 – 15:30:00']);
});

/** The last look was at one time by the clock, and this one is at another. */
const looked = (from: string, to: string, state: Observation['state'] = 'active'): Observation => ({
  ...{ state, atMs: at(to), offsetMs: 0, isSure: false, aliveAtMs: at(from) },
});

test.each([
  // At 14:00 by the true time, the clock says 13:00. At 14:08 it is right again.
  ['14:09', 0],
  // Or only half right.
  ['13:39', 1_800_000],
])('a clock that was set back and then put forward to %s was no sleep', (to, offsetMs) => {
  const setBack = presenceAfter(seenFirst(START), looked('13:59', '13:00'));
  const back = presenceAfter(setBack, looked('13:08', to));
  expect(settled(back, at('14:10'), offsetMs).absences).toEqual([]);
});

describe('an absence that no answer has confirmed', () => {
  const lunch = settled(
    seenAll([
      ['12:00', 'locked'],
      ['13:00', 'active'],
    ]),
    at('13:01'),
    0,
  );
  const gone = (isSure: boolean) =>
    presenceAfter(lunch, { ...looked('14:04', '14:05', 'locked'), isSure });
  const back = (isSure: boolean) => presenceAfter(gone(isSure), looked('14:29', '14:30'));

  test.each([true, false])('moves with a clock that is set back afterwards (%s)', (isSure) => {
    const known = settled(
      presenceAfter(back(isSure), looked('14:40', '13:40')),
      at('14:41'),
      3_600_000,
    );
    expect(absences(known)).toEqual(['12:00:00 – 13:00:00', '14:05:00 – 14:30:00']);
  });

  test('does not last until the computer slept, if its clock was also set back', () => {
    const slept = presenceAfter(back(true), looked('14:40', '13:10'));
    expect(absences(settled(slept, at('15:11'), 7_200_000)).at(-1)).toBe('14:05:00 – 14:30:00');
  });

  test.each([
    // The computer slept.
    [0, '15:40', ['12:00:00 – 13:00:00', '14:40:00 – 15:40:00']],
    // Its clock was put forward, by half an hour or an hour.
    [-1_800_000, '15:10', ['12:00:00 – 13:00:00']],
    [-3_600_000, '14:40', ['12:00:00 – 13:00:00']],
  ])(
    'is dropped rather than too long, if the clock jumps afterwards (%i)',
    (offsetMs, now, known) => {
      const jumped = presenceAfter(back(false), looked('14:40', '15:40'));
      expect(absences(settled(jumped, at(now), offsetMs))).toEqual(known);
    },
  );

  test.each([
    // The clock is as it was when they left: the computer slept. A minute may be an inexact answer.
    [0, ['12:00:00 – 13:00:00', '14:05:00 – 15:40:00']],
    [60_000, ['12:00:00 – 13:00:00', '14:05:00 – 15:41:00']],
    // It was put forward by an hour: they were away for half an hour at most, and nobody knows since when.
    [-3_600_000, ['12:00:00 – 13:00:00']],
  ])('began when the lid was closed, if the clock is the same afterwards (%i)', (offsetMs, all) => {
    const returned = presenceAfter(gone(false), looked('14:06', '15:40'));
    expect(absences(settled(returned, at('15:41') + offsetMs, offsetMs))).toEqual(all);
    const locked = presenceAfter(gone(false), looked('14:06', '15:40', 'locked'));
    const since = settled(locked, at('15:41') + offsetMs, offsetMs).awayFromMs ?? 0;
    expect(clock(since)).toBe(offsetMs < 0 ? '14:39:00' : '14:05:00');
  });

  test('began rather too late, if the clock was set back and may be right again', () => {
    const asleep = presenceAfter(gone(false), looked('14:06', '13:06', 'locked'));
    const returned = presenceAfter(asleep, looked('13:06', '15:40'));
    expect(absences(settled(returned, at('15:41'), 0))).toEqual(['12:00:00 – 13:00:00']);
  });

  test.each([
    ['14:08:29', '14:05:00'],
    ['14:08:30', '14:08:00'],
  ])('begins later by three minutes without a look, and not by less: %s', (to, from) => {
    const still = presenceAfter(gone(false), looked('14:05:30', to, 'locked'));
    expect(clock(still.leftAtMs ?? 0)).toBe(from);
  });

  test('makes the clock unsure at which a sleep begins, and none other does', () => {
    const asleep = (from: typeof lunch) =>
      presenceAfter(from, looked('14:40', '15:40')).absences.map(({ sleptAtMs }) => sleptAtMs);
    expect(asleep(lunch)).toEqual([null, null]);
    expect(asleep(back(true))).toEqual([null, null, at('14:40')]);
    const again = presenceAfter(back(true), looked('14:59', '15:00', 'locked'));
    const returned = presenceAfter(again, looked('15:29', '15:30'));
    expect(returned.absences.map(({ sleptAtMs }) => sleptAtMs)).toEqual([null, null, null]);
  });
});

test('who is idle after a sleep is away since it began', () => {
  expect(seenAll([['14:52', 'idle', '14:30']]).awayFromMs).toBe(at('14:30'));
});

test('both ends of an absence are on the server’s clock', () => {
  const ahead = { offsetMs: 7000, isSure: true };
  const gone = presenceAfter(seenFirst(START), { ...looked('14:04', '14:05', 'locked'), ...ahead });
  const back = presenceAfter(gone, { ...looked('14:29', '14:30'), ...ahead });
  expect(absences(back)).toEqual(['14:05:07 – 14:30:07']);
});
