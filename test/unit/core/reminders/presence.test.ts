import { describe, expect, test } from 'vitest';
import {
  type Presence,
  parsePresence,
  presenceAfter,
  presentFromMs,
  seenFirst,
} from '../../../../lib/core/reminders/presence';
import { absences, at, clock, START, seenAll } from '../../../support/examples/seen-presence';

describe('absences', () => {
  test.each<[string, Parameters<typeof seenAll>[0], string[]]>([
    [
      'locked counts from when it was locked',
      [
        ['14:05', 'locked'],
        ['14:52', 'active'],
      ],
      ['14:05:00 – 14:52:00'],
    ],
    [
      'missing input counts from the last input',
      [
        ['14:06', 'idle'],
        ['14:52', 'active'],
      ],
      ['14:05:00 – 14:52:00'],
    ],
    [
      'idle, then locked: from the last input',
      [
        ['14:06', 'idle'],
        ['14:10', 'locked'],
        ['14:52', 'active'],
      ],
      ['14:05:00 – 14:52:00'],
    ],
    ['asleep: from the last sign of life', [['14:52', 'active', '14:05']], ['14:05:00 – 14:52:00']],
    [
      'whoever was seen to come back is not asleep until the next look, if no sign of life was noted',
      [
        ['14:52', 'active', '14:05'],
        ['14:53', 'active', '14:05'],
      ],
      ['14:05:00 – 14:52:00'],
    ],
    [
      'asleep again, also without a sign of life between: from when they were seen',
      [
        ['14:52', 'active', '14:05'],
        ['15:30', 'active', '14:05'],
      ],
      ['14:05:00 – 14:52:00', '14:52:00 – 15:30:00'],
    ],
    [
      'locked at 14:05 and asleep from 14:20 is away since 14:05',
      [
        ['14:05', 'locked'],
        ['14:52', 'active', '14:20'],
      ],
      ['14:05:00 – 14:52:00'],
    ],
    [
      'locked 18:18 and asleep 18:47 counts from 18:18',
      [
        ['18:18', 'locked'],
        ['20:30', 'locked', '18:47'],
        ['20:31', 'active'],
      ],
      ['18:18:00 – 20:31:00'],
    ],
    [
      'asleep, and awake with a locked screen: until it is unlocked',
      [
        ['14:40', 'locked', '14:05'],
        ['14:52', 'active'],
      ],
      ['14:05:00 – 14:52:00'],
    ],
    [
      'less than five minutes is none',
      [
        ['14:05', 'locked'],
        ['14:09:59', 'active'],
      ],
      [],
    ],
    [
      'two are two',
      [
        ['12:00', 'locked'],
        ['13:00', 'active'],
        ['15:00', 'locked'],
        ['15:05', 'active'],
      ],
      ['12:00:00 – 13:00:00', '15:00:00 – 15:05:00'],
    ],
    ['an alarm that is two minutes late is no sleep', [['14:52', 'active', '14:49:01']], []],
  ])('%s', (_, seen, expected) => {
    expect(absences(seenAll(seen))).toEqual(expected);
  });

  test('nobody comes back before they came', () => {
    const presence = presenceAfter(null, {
      ...{ state: 'active', atMs: START, offsetMs: 0, isSure: true, aliveAtMs: null },
    });
    const idle = presenceAfter(presence, {
      ...{ state: 'idle', atMs: START + 20_000, offsetMs: 0, isSure: true, aliveAtMs: START },
    });
    expect(idle.awayFromMs).toBe(START);
  });

  test('are on the server’s clock', () => {
    const offsetMs = 7_000;
    const left = presenceAfter(seenFirst(START), {
      ...{ state: 'locked', atMs: at('14:05'), offsetMs, isSure: true, aliveAtMs: at('14:04') },
    });
    expect(left.awayFromMs).toBe(at('14:05') + offsetMs);
  });

  test('a lock outlives the browser; a browser that was closed is no absence', () => {
    const locked = seenAll([['18:18', 'locked']]);
    const start = {
      atMs: at('20:00'),
      offsetMs: 0,
      isSure: true,
      aliveAtMs: null,
      state: 'active',
    } as const;
    expect(absences(presenceAfter(locked, start))).toEqual(['18:18:00 – 20:00:00']);
    const present = presenceAfter(seenFirst(START), start);
    expect(absences(present)).toEqual([]);
    expect(clock(presentFromMs(present))).toBe('20:00:00');
  });

  test('nothing new is nothing to store', () => {
    const presence = seenAll([['14:05', 'locked']]);
    const again = { atMs: at('14:06'), offsetMs: 0, isSure: true, aliveAtMs: at('14:05') };
    expect(presenceAfter(presence, { ...again, state: 'locked' })).toBe(presence);
    const back = seenAll([]);
    expect(presenceAfter(back, { ...again, state: 'active' })).toBe(back);
  });

  test('the last fifty are kept', () => {
    const many = Array.from({ length: 60 }, (_, index) => index).reduce<Presence>(
      (presence, index) => {
        const fromMs = START + index * 600_000;
        const seen = { offsetMs: 0, isSure: true, aliveAtMs: fromMs - 1 };
        const gone = presenceAfter(presence, { ...seen, state: 'locked', atMs: fromMs });
        return presenceAfter(gone, {
          ...{
            state: 'active',
            atMs: fromMs + 300_000,
            offsetMs: 0,
            isSure: true,
            aliveAtMs: fromMs + 299_000,
          },
        });
      },
      seenFirst(START),
    );
    expect(many.absences).toHaveLength(50);
    expect(many.absences.at(-1)?.fromMs).toBe(START + 59 * 600_000);
  });
});

test('what is stored is read; what cannot be read begins anew', () => {
  const presence = seenAll([
    ['14:05', 'locked'],
    ['14:52', 'active'],
  ]);
  expect(parsePresence(JSON.parse(JSON.stringify(presence)))).toEqual(presence);
  for (const broken of [undefined, null, 7, {}, { ...presence, absences: [{}] }]) {
    expect(parsePresence(broken)).toBeNull();
  }
});

test.each([
  // Nobody was there at the first look, and nobody knows for how long.
  [[['09:00', 'locked']], '09:03:00'],
  [[['09:30', 'locked']], '09:00:00'],
] as [Parameters<typeof seenAll>[0], string][])(
  'after %j and three minutes, somebody is there since %s',
  (gone, since) => {
    const backAt = gone[0]?.[0].replace(/.$/, '3') ?? '';
    const back = seenAll([...gone, [backAt, 'active']]);
    expect(clock(presentFromMs(back))).toBe(since);
  },
);
