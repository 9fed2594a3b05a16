import { describe, expect, test } from 'vitest';
import { localMs } from '../../../support/examples/example-history';
import {
  backFrom,
  type Case,
  decided,
  ledgerOf,
  running,
} from '../../../support/examples/reminder-facts';

const rules = { 'still-running': 4 } as const;
const one = 'olie:still-running:exe';

describe('one notification says it all if they were away when it had run for hours', () => {
  const both = { 'still-running': 4, away: 15 } as const;
  const forgotten = running('2026-03-12 16:56');
  const night: Case = {
    ...{ at: '2026-03-13 09:05', timer: forgotten, rules: both },
    presence: backFrom('2026-03-12 17:30', '2026-03-13 09:05'),
  };
  const away = `olie:away:exe ${localMs('2026-03-12 17:30')}`;
  const ids = (case_: Case) => decided(case_).show.map(({ id }) => id);

  test('also if that was a night', () => {
    const { show, ledger } = decided(night);
    expect(show.map(({ title, message }) => `${title}. ${message}`)).toEqual([
      'AD-1 awdawd ran while you were away. You were away Thu, Mar 12, 17:30 – 09:05 (15:35 h).',
    ]);
    expect(ledger.told.map(({ rule, isShown }) => [rule, isShown])).toEqual([
      ['away', true],
      ['still-running', false],
    ]);
    expect(decided({ ...night, ledger })).toMatchObject({ show: [], takeBack: [] });
    // Nor with the next absence, or without that rule.
    const presence = backFrom('2026-03-13 11:00', '2026-03-13 11:30');
    const later = { ...night, at: '2026-03-13 11:30', ledger, presence };
    expect(ids(later)).toEqual([`olie:away:exe ${localMs('2026-03-13 11:00')}`]);
    expect(ids({ ...later, rules })).toEqual([]);
  });

  test.each([
    ['2026-03-12 13:29:59', '2026-03-12 17:30', ['still-running', 'away']],
    ['2026-03-12 13:30', '2026-03-12 17:30', ['away']],
    ['2026-03-13 05:05', '2026-03-13 08:00', ['away']],
    ['2026-03-13 05:05:01', '2026-03-13 08:00', ['away', 'still-running']],
    // Due after the working hours, when nobody may be told.
    ['2026-03-12 15:00', '2026-03-12 20:00', ['away']],
    ['2026-03-12 14:00', '2026-03-12 20:00', ['away']],
    ['2026-03-12 13:59:59', '2026-03-12 20:00', ['still-running', 'away']],
  ])('running since %s, away from %s to 09:05: %j', (since, from, all) => {
    const presence = backFrom(from, '2026-03-13 09:05');
    const { show } = decided({ ...night, at: '2026-03-13 09:06', timer: running(since), presence });
    expect(show.map(({ rule }) => rule)).toEqual(all);
  });

  test.each([
    ['2026-03-13 15:00', '2026-03-13 20:00', ['away']],
    ['2026-03-13 13:00', '2026-03-13 20:00', ['still-running', 'away']],
    ['2026-03-14 15:00', '2026-03-14 20:00', ['away']],
    ['2026-03-15 15:00', '2026-03-15 20:00', ['away']],
  ])('over a weekend: running since %s, away from %s: %j', (since, from, all) => {
    const presence = backFrom(from, '2026-03-16 09:05');
    const { show } = decided({ ...night, at: '2026-03-16 09:06', timer: running(since), presence });
    expect(show.map(({ rule }) => rule)).toEqual(all);
  });

  test.each([
    // Back before the working hours, in which it is told.
    ['2026-03-13 05:00', '07:00', ['away']],
    ['2026-03-13 05:00:01', '07:00', ['away', 'still-running']],
    ['2026-03-13 05:00', '09:00', ['away']],
    ['2026-03-13 05:00:01', '09:00', ['away', 'still-running']],
  ])('running since %s, back at %s, and due before work begins: %j', (since, to, all) => {
    const presence = backFrom('2026-03-13 05:10', `2026-03-13 ${to}`);
    const { show } = decided({ ...night, at: '2026-03-13 09:01', timer: running(since), presence });
    expect(show.map(({ rule }) => rule)).toEqual(all);
  });

  test('also if only one more may be told', () => {
    expect(ids({ ...night, ledger: ledgerOf(5, '2026-03-13 09:00') })).toEqual([away]);
  });

  test('it counts once in what a day may bring', () => {
    const { ledger } = decided({ ...night, ledger: ledgerOf(4, '2026-03-13 09:00') });
    const presence = backFrom('2026-03-13 11:00', '2026-03-13 11:30');
    const second = decided({ ...night, at: '2026-03-13 11:30', ledger, presence });
    expect(second.show).toHaveLength(1);
    const third = backFrom('2026-03-13 12:00', '2026-03-13 12:30');
    const full = { ...night, at: '2026-03-13 12:30', ledger: second.ledger, presence: third };
    expect(decided(full).show).toEqual([]);
  });

  test('what was shown to nobody meanwhile is taken back for it', () => {
    const timer = running('2026-03-13 09:00');
    const left = { ...backFrom('2026-03-13 10:00', '2026-03-13 10:01'), absences: [] };
    const gone = { ...left, awayFromMs: localMs('2026-03-13 12:30') };
    const first = decided({ at: '2026-03-13 13:00', timer, presence: gone, rules: both });
    expect(first.show.map(({ id }) => id)).toEqual([one]);
    const back = decided({
      ...{ at: '2026-03-13 14:10', timer, rules: both, ledger: first.ledger },
      presence: backFrom('2026-03-13 12:30', '2026-03-13 14:10'),
    });
    expect(back.show.map(({ rule }) => rule)).toEqual(['away']);
    expect(back.takeBack).toEqual([one]);
    expect(back.ledger.told.map(({ rule, isShown }) => [rule, isShown])).toEqual([
      ['still-running', false],
      ['away', true],
    ]);
  });
});
