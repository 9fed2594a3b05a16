import { describe, expect, test } from 'vitest';
import { seenFirst } from '../../../../lib/core/reminders/presence';
import { localMs, session } from '../../../support/examples/example-history';
import {
  ALL_OFF,
  backFrom,
  decided,
  idsIn,
  running,
  stopped,
  toldIn,
} from '../../../support/examples/reminder-facts';

describe('not-started', () => {
  const rules = { 'not-started': 10 } as const;

  test.each([
    // From the start of the working hours, whoever is there earlier.
    ['2026-03-13 09:09:59', '2026-03-13 08:00', []],
    ['2026-03-13 09:10', '2026-03-13 08:00', ['olie:not-started:2026-03-13']],
    ['2026-03-13 09:39:59', '2026-03-13 09:30', []],
    ['2026-03-13 09:40', '2026-03-13 09:30', ['olie:not-started:2026-03-13']],
    ['2026-03-13 17:59:59', '2026-03-13 08:00', ['olie:not-started:2026-03-13']],
    ['2026-03-13 18:00', '2026-03-13 08:00', []],
    // Sunday.
    ['2026-03-15 09:40', '2026-03-15 08:00', []],
  ])('at %s, there since %s: %j', (at, since, expected) => {
    const presence = seenFirst(localMs(since));
    expect(idsIn({ at, timer: stopped(), presence, rules })).toEqual(expected);
  });

  test('says since when nothing is tracked', () => {
    expect(toldIn({ at: '2026-03-13 09:10', timer: stopped(), rules })[0]).toMatchObject({
      title: 'No timer running',
      message: 'You have been at the computer since 09:00, and nothing is tracked.',
    });
  });

  test('once for each gap, also over lunch', () => {
    const morning = stopped({ recent: [session('a', '2026-03-13 09:00', '2026-03-13 11:00')] });
    const first = decided({ at: '2026-03-13 11:10', timer: morning, rules });
    expect(first.show.map(({ id }) => id)).toEqual(['olie:not-started:2026-03-13 a']);
    const presence = backFrom('2026-03-13 12:00', '2026-03-13 13:00');
    const { ledger } = first;
    const after = decided({ at: '2026-03-13 13:10', timer: morning, presence, rules, ledger });
    expect(after).toMatchObject({ show: [], takeBack: [] });
    // They have been there for less than ten minutes, and what was told stays.
    const soon = decided({ at: '2026-03-13 13:05', timer: morning, presence, rules, ledger });
    expect(soon).toMatchObject({ show: [], takeBack: [] });
    const later = stopped({ recent: [session('b', '2026-03-13 14:00', '2026-03-13 15:00')] });
    expect(idsIn({ at: '2026-03-13 15:09:59', timer: later, rules, ledger })).toEqual([]);
    expect(idsIn({ at: '2026-03-13 15:10', timer: later, rules, ledger })).toEqual([
      'olie:not-started:2026-03-13 b',
    ]);
  });

  const early = session('a', '2026-03-13 09:30', '2026-03-13 10:00');
  const late = session('b', '2026-03-13 10:30', '2026-03-13 11:00');
  const before = session('n', '2026-03-12 16:00', '2026-03-13 09:00');
  test.each([
    ['the last one', [late, early], '11:10', 'b'],
    ['the last one, in any order', [early, late], '11:10', 'b'],
    ['one without an id', [{ ...late, id: '' }], '11:10', `${late.finishedAtMs}`],
    ['one that ended as work began', [before], '09:10', ''],
  ])('a gap follows %s', (_, recent, time, id) => {
    expect(idsIn({ at: `2026-03-13 ${time}`, timer: stopped({ recent }), rules })).toEqual([
      `olie:not-started:2026-03-13 ${id}`.trim(),
    ]);
  });

  test('a gap is the same one if the session before it is deleted or adjusted', () => {
    const told = decided({
      at: '2026-03-13 11:10',
      timer: stopped({ recent: [late, early] }),
      rules,
    });
    expect(told.show).toHaveLength(1);
    const adjusted = { ...late, id: '', finishedAtMs: localMs('2026-03-13 11:05') };
    for (const recent of [[early], [], [adjusted, early]]) {
      const now = { at: '2026-03-13 11:20', timer: stopped({ recent }), rules };
      expect(decided({ ...now, ledger: told.ledger })).toMatchObject({ show: [], takeBack: [] });
    }
  });

  test('one in a night of work may follow a session of the day before', () => {
    const reminders = {
      isOn: true,
      workFromMin: 1320,
      workToMin: 360,
      rules: { ...ALL_OFF, ...rules },
    };
    const timer = stopped({ lastEarlier: session('n', '2026-03-12 22:00', '2026-03-12 23:50') });
    const presence = seenFirst(localMs('2026-03-12 21:00'));
    const one = { timer, presence, reminders };
    expect(idsIn({ ...one, at: '2026-03-12 23:59:59' })).toEqual([]);
    expect(idsIn({ ...one, at: '2026-03-13 00:00' })).toEqual(['olie:not-started:2026-03-12 n']);
  });

  test('nobody is told of a timer that is not connected', () => {
    expect(idsIn({ at: '2026-03-13 09:10', timer: null, rules })).toEqual([]);
  });

  test('a gap that goes on over the night is another one in the morning', () => {
    const lastEarlier = session('a', '2026-03-12 09:00', '2026-03-12 17:00');
    const evening = stopped({ recent: [lastEarlier] });
    const { ledger } = decided({ at: '2026-03-12 17:10', timer: evening, rules });
    expect(ledger.told).toHaveLength(1);
    const timer = stopped({ lastEarlier });
    expect(idsIn({ at: '2026-03-13 09:10', timer, rules, ledger })).toEqual([
      'olie:not-started:2026-03-13',
    ]);
  });

  test('is silent while somebody is away, and taken back once something runs', () => {
    const presence = { ...seenFirst(0), awayFromMs: localMs('2026-03-13 09:05') };
    expect(idsIn({ at: '2026-03-13 09:10', timer: stopped(), presence, rules })).toEqual([]);
    const { ledger } = decided({ at: '2026-03-13 09:10', timer: stopped(), rules });
    const timer = running('2026-03-13 09:11');
    expect(decided({ at: '2026-03-13 09:12', timer, rules, ledger }).takeBack).toEqual([
      'olie:not-started:2026-03-13',
    ]);
  });
});
