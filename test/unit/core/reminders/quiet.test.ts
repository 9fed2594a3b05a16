import { describe, expect, test } from 'vitest';
import { type Ledger, NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import { endOfToday } from '../../../../lib/core/reminders/quiet';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import { backFrom, type Case, decided, running } from '../../../support/examples/reminder-facts';

const rules = { 'still-running': 4 } as const;
const timer = running('2026-03-13 09:00');
const due: Case = { at: '2026-03-13 13:00', timer, rules };
const told = (count: number, at: string, rule = 'away'): Ledger => ({
  ...NO_LEDGER,
  told: Array.from({ length: count }, (_, index) => {
    return { rule, occurrence: `x ${index}`, toldAtMs: localMs(at), isShown: false };
  }),
});

describe('quiet', () => {
  const early = running('2026-03-13 05:00');

  test.each([
    ['2026-03-13 08:59:59', 0],
    ['2026-03-13 09:00', 1],
    ['2026-03-13 17:59:59', 1],
    ['2026-03-13 18:00', 0],
    ['2026-03-13 22:00', 0],
    ['2026-03-14 12:00', 0],
    ['2026-03-15 12:00', 0],
    ['2026-03-16 08:59:59', 0],
    ['2026-03-16 09:00', 1],
  ])('from Monday to Friday, 9 to 18: at %s %i', (at, count) => {
    expect(decided({ at, timer: early, rules }).show).toHaveLength(count);
  });

  test.each([
    // 22 to 6: the night belongs to the day on which it began.
    [1320, 360, '2026-03-14 02:00', 1],
    [1320, 360, '2026-03-15 02:00', 0],
    [1320, 360, '2026-03-13 21:59:59', 0],
    // All day long.
    [0, 1440, '2026-03-13 23:59:59', 1],
    [540, 540, '2026-03-14 08:59:59', 1],
  ])('from minute %i to %i, at %s: %i', (workFromMin, workToMin, at, count) => {
    const reminders = { isOn: true, workFromMin, workToMin, rules };
    expect(decided({ at, timer: early, reminders }).show).toHaveLength(count);
  });

  test('no working days, no reminders', () => {
    const reminders = { isOn: true, workDays: [], rules };
    expect(decided({ ...due, reminders }).show).toEqual([]);
  });

  test('muted until then, and told after it if it still holds', () => {
    const ledger = { ...NO_LEDGER, mutedUntilMs: localMs('2026-03-13 15:00') };
    expect(decided({ ...due, ledger })).toMatchObject({ show: [], askFirst: false });
    expect(decided({ ...due, at: '2026-03-13 14:59:59', ledger }).show).toEqual([]);
    expect(decided({ ...due, at: '2026-03-13 15:00', ledger }).show).toHaveLength(1);
    // No mute lasts longer than a day.
    const wrong = { ...NO_LEDGER, mutedUntilMs: localMs('2026-03-14 14:00:01') };
    expect(decided({ ...due, ledger: wrong }).show).toHaveLength(1);
  });

  test('mute today ends at midnight', () => {
    expect(endOfToday(localMs('2026-03-13 13:00'), EXAMPLE_ZONE)).toBe(localMs('2026-03-14 00:00'));
    expect(endOfToday(Date.parse('2026-03-29T12:00:00Z'), 'Europe/Berlin')).toBe(
      Date.parse('2026-03-29T22:00:00Z'),
    );
  });

  test('at most six a day', () => {
    const ledger = told(6, '2026-03-13 12:00');
    expect(decided({ ...due, ledger })).toMatchObject({ show: [], askFirst: false });
    // Monday.
    expect(decided({ ...due, at: '2026-03-16 09:00', ledger }).show).toHaveLength(1);
    expect(decided({ ...due, ledger: told(5, '2026-03-13 12:00') }).show).toHaveLength(1);
    expect(decided({ ...due, ledger: told(6, '2026-03-12 23:59:59') }).show).toHaveLength(1);
    expect(decided({ ...due, ledger: told(6, '2026-03-13 00:00') }).show).toEqual([]);
    // By a clock that was wrong.
    expect(decided({ ...due, ledger: told(6, '2026-03-14 00:00') }).show).toHaveLength(1);
    expect(decided({ ...due, ledger: told(9, '2026-03-13 12:00', 'run-ended') }).show).toHaveLength(
      1,
    );
    const reminders = { isOn: true, atMostADay: 3, rules } as const;
    expect(decided({ ...due, reminders, ledger: told(3, '2026-03-13 12:00') }).show).toEqual([]);
  });

  test('of two at once the first one, if there is room for one', () => {
    const presence = backFrom('2026-03-13 12:00', '2026-03-13 12:40');
    const both = { ...due, rules: { ...rules, away: 15 }, presence } as const;
    const ids = (ledger: Ledger) => decided({ ...both, ledger }).show.map(({ rule }) => rule);
    expect(ids(NO_LEDGER)).toEqual(['away', 'still-running']);
    expect(ids(told(5, '2026-03-13 12:00'))).toEqual(['away']);
  });

  test('none while the screen is locked; told once they are back', () => {
    const presence = {
      ...backFrom('2026-03-13 10:00', '2026-03-13 10:05'),
      isLocked: true,
      awayFromMs: localMs('2026-03-13 12:00'),
    };
    expect(decided({ ...due, presence })).toMatchObject({ show: [], askFirst: false });
    const back = { ...presence, isLocked: false, awayFromMs: null };
    expect(decided({ ...due, presence: back }).show).toHaveLength(1);
  });
});
