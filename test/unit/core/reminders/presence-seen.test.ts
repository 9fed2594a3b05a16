import { describe, expect, test } from 'vitest';
import {
  knownAbsences,
  type Observation,
  type Presence,
  parsePresence,
  presenceAfter,
  presentFromMs,
  seenFirst,
} from '../../../../lib/core/reminders/presence';
import { settled } from '../../../../lib/core/reminders/settled';
import { absences, at, START, seenAll } from '../../../support/examples/seen-presence';

const MINUTE_MS = 60_000;

/** What the browser says at that time, half a minute after it was last asked. */
const seen = (
  state: Observation['state'],
  time: string,
  patch: Partial<Observation> = {},
): Observation => ({
  ...{ state, atMs: at(time), offsetMs: 0, isSure: true, aliveAtMs: at(time) - 30_000 },
  ...patch,
});

const nobody = { awayFromMs: null, leftAtMs: null, sleptAtMs: null, isLocked: false };

describe('who leaves', () => {
  test.each([
    ['locked', '14:05', '14:05', true],
    ['idle', '14:06', '14:05', false],
  ] as const)('%s at %s is away since %s', (state, time, from, isLocked) => {
    const gone = presenceAfter(seenFirst(START), seen(state, time));
    expect(gone).toEqual({ ...seenFirst(START), awayFromMs: at(from), isLocked });
  });

  test.each([
    ['locked', at('14:05')],
    ['idle', at('14:04')],
  ] as const)(
    '%s, by a clock that no answer has confirmed, is remembered by that clock',
    (state, leftAtMs) => {
      const unsure = seen(state, '14:05', { isSure: false, offsetMs: 7000 });
      expect(presenceAfter(seenFirst(START), unsure)).toMatchObject({
        awayFromMs: leftAtMs + 7000,
        leftAtMs,
      });
    },
  );

  test('soon after coming back has not left before it', () => {
    const back = seenAll([
      ['14:05', 'locked'],
      ['14:52', 'active'],
    ]);
    const idle = presenceAfter(back, seen('idle', '14:52:30'));
    expect(idle.awayFromMs).toBe(at('14:52'));
    expect(presenceAfter(back, seen('idle', '14:53:30')).awayFromMs).toBe(at('14:52:30'));
  });

  test('by a clock that is behind their coming has left now', () => {
    const idle = presenceAfter(seenFirst(at('15:00')), seen('idle', '14:00'));
    expect(idle.awayFromMs).toBe(at('14:00'));
  });

  test.each([
    ['14:49', '14:49'],
    ['14:49:01', '14:52'],
  ])('after a sleep since %s is away since %s', (alive, from) => {
    const locked = seenAll([['14:52', 'locked', alive]]);
    expect(locked).toMatchObject({ awayFromMs: at(from), isLocked: true });
  });

  test('and unlocks without a touch is away all the same, and not locked', () => {
    const locked = seenAll([['14:05', 'locked']]);
    const idle = presenceAfter(locked, seen('idle', '14:30'));
    expect(idle).toEqual({ ...locked, isLocked: false });
    expect(presenceAfter(idle, seen('idle', '14:31'))).toBe(idle);
  });
});

test('who is back is not away, and nothing of it is left but the absence', () => {
  const unsure = { isSure: false };
  const gone = presenceAfter(seenFirst(START), seen('locked', '14:05', unsure));
  const back = presenceAfter(gone, seen('active', '14:52', unsure));
  expect(back).toEqual({
    ...{ ...seenFirst(START), ...nobody },
    absences: [
      {
        ...{ fromMs: at('14:05'), toMs: at('14:52') },
        ...{ leftAtMs: at('14:05'), returnedAtMs: at('14:52'), sleptAtMs: null },
        leftOffsetMs: 0,
      },
    ],
  });
});

test('an absence that only looks short waits for an answer', () => {
  const gone = presenceAfter(seenFirst(START), seen('locked', '14:05', { isSure: false }));
  const back = presenceAfter(gone, seen('active', '14:09'));
  expect(absences(back)).toEqual(['14:05:00 – 14:09:00']);
  expect(knownAbsences(back)).toEqual([]);
  expect(settled(back, at('14:10'), 0)).toEqual(seenFirst(START));
});

describe('a start of the browser', () => {
  test('is when it is first looked at', () => {
    const first = seen('active', '14:00', { aliveAtMs: null, offsetMs: 5000 });
    expect(presenceAfter(null, first)).toEqual(seenFirst(at('14:00') + 5000));
    const again = presenceAfter(seenFirst(START), first);
    expect(again).toEqual(seenFirst(at('14:00') + 5000));
    expect(presenceAfter(null, seen('active', '14:00'))).toEqual(seenFirst(at('14:00')));
  });
});

test('somebody is there since the start or the last absence, whichever was later', () => {
  const back = seenAll([
    ['12:00', 'locked'],
    ['13:00', 'active'],
    ['15:00', 'locked'],
    ['15:30', 'active'],
  ]);
  expect(presentFromMs(back)).toBe(at('15:30'));
  expect(presentFromMs({ ...back, seenFromMs: at('16:00') })).toBe(at('16:00'));
  expect(presentFromMs(seenFirst(START))).toBe(START);
});

describe('an answer', () => {
  const away = (patch: Partial<Presence>) => ({ ...seenFirst(START), ...patch });

  test('changes nothing of what is sure', () => {
    const sure = away({ awayFromMs: at('14:00') });
    expect(settled(sure, at('14:10'), 3_600_000)).toBe(sure);
    const first = seenFirst(START);
    expect(settled(first, START, 0)).toBe(first);
  });

  test.each([
    // The clock was behind, right, and ahead; nobody left later than now.
    [10 * MINUTE_MS, '14:15'],
    [0, '14:05'],
    [-10 * MINUTE_MS, '13:55'],
    [60 * MINUTE_MS, '14:20'],
  ])('that is %i ms ahead says when they left', (offsetMs, from) => {
    const gone = away({ awayFromMs: at('14:05'), leftAtMs: at('14:05') });
    expect(settled(gone, at('14:20'), offsetMs)).toEqual(away({ awayFromMs: at(from) }));
  });

  test('ends the doubt about a clock that was set back', () => {
    const gone = away({ isSetBack: true, awayFromMs: at('14:05') });
    expect(settled(gone, at('14:20'), 0)).toEqual(away({ awayFromMs: at('14:05') }));
  });

  const asleep = (fromMs: number, sleptAtMs: number | null, returnedAtMs = at('15:00')) =>
    away({
      absences: [{ fromMs, toMs: at('15:00'), leftAtMs: null, returnedAtMs, sleptAtMs }],
    });

  test.each([
    // Of a minute, a clock may be corrected without having been changed.
    ['a minute later', at('13:59'), ['14:00:00 – 15:00:00']],
    ['more than a minute later', at('13:58:59'), []],
    ['earlier', at('14:20'), ['14:20:00 – 15:00:00']],
    ['not', null, ['14:00:00 – 15:00:00']],
  ])('knows when a sleep began, if the clock was put %s', (_, sleptAtMs, known) => {
    expect(absences(settled(asleep(at('14:00'), sleptAtMs), at('15:00'), 0))).toEqual(known);
  });

  test.each([
    ['14:55', ['14:55:00 – 15:00:00']],
    ['14:55:01', []],
  ])('leaves of an absence since %s what is long enough', (from, known) => {
    expect(absences(settled(asleep(at(from), null), at('15:00'), 0))).toEqual(known);
  });
});

test.each([
  { awayFromMs: 'now' },
  { leftAtMs: undefined },
  { sleptAtMs: 1e300 },
  { isLocked: 1 },
  { isSetBack: null },
  { seenFromMs: null },
  { absences: null },
])('a stored presence with %j begins anew', (patch) => {
  expect(parsePresence(seenFirst(START))).toEqual(seenFirst(START));
  expect(parsePresence({ ...seenFirst(START), ...patch })).toBeNull();
});
