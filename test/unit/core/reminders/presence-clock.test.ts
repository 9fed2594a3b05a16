import { describe, expect, test } from 'vitest';
import {
  knownAbsences,
  type Observation,
  presenceAfter,
  seenFirst,
  settled,
} from '../../../../lib/core/reminders/presence';
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
