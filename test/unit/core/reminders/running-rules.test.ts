import { describe, expect, test } from 'vitest';
import { NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import { seenFirst } from '../../../../lib/core/reminders/presence';
import type { RuleChoice } from '../../../../lib/core/settings/reminder-preferences';
import { localMs, session } from '../../../support/examples/example-history';
import {
  ALL_OFF,
  backFrom,
  type Case,
  decided,
  idsIn,
  running,
  stopped,
  toldIn,
} from '../../../support/examples/reminder-facts';

const AROUND: Case['reminders'] = {
  workDays: [1, 2, 3, 4, 5, 6, 7],
  workFromMin: 0,
  workToMin: 1440,
};

test('where the working hours go around the clock, no day ends them', () => {
  const one: Case = {
    at: '2026-03-14 00:10',
    timer: running('2026-03-13 20:00'),
    rules: { 'after-hours': 'on' },
  };
  expect(toldIn({ ...one, reminders: AROUND })).toEqual([]);
  const split = { ...AROUND, workFromMin: 540, workToMin: 540 };
  expect(toldIn({ ...one, at: '2026-03-14 09:10', reminders: split })).toEqual([]);
  const short = { ...AROUND, workToMin: 1439 };
  expect(idsIn({ ...one, reminders: short })).toEqual(['olie:after-hours:exe 2026-03-13']);
});

test('a gap over midnight is one gap if the working hours go around the clock', () => {
  const reminders = { ...AROUND, isOn: true, rules: { ...ALL_OFF, 'not-started': 10 as const } };
  const presence = seenFirst(localMs('2026-03-12 20:00'));
  const last = session('a', '2026-03-12 21:00', '2026-03-12 23:00');
  const evening = { timer: stopped({ recent: [last] }), presence, reminders };
  const { show, ledger } = decided({ ...evening, at: '2026-03-12 23:10' });
  expect(show.map(({ id }) => id)).toEqual(['olie:not-started:2026-03-12 a']);
  const night = { ...evening, timer: stopped({ lastEarlier: last }), at: '2026-03-13 00:10' };
  expect(decided({ ...night, ledger })).toMatchObject({ show: [], takeBack: [] });
  // Muted until then, it is told with its true beginning.
  expect(toldIn(night).map(({ message }) => message)).toEqual([
    'You have been at the computer since Thu, Mar 12, 23:00, and nothing is tracked.',
  ]);
});

describe('still-running', () => {
  const rules = { 'still-running': 4 } as const;

  test('tells with its true length and start', () => {
    expect(toldIn({ at: '2026-03-13 13:00', timer: running('2026-03-13 09:00'), rules })).toEqual([
      {
        id: 'olie:still-running:exe',
        rule: 'still-running',
        title: 'AD-1 awdawd still runs',
        message: 'It has run for 4:00 h, since 09:00.',
      },
    ]);
  });

  test.each<[RuleChoice, string, string[]]>([
    [2, '2026-03-13 10:59:59', []],
    [2, '2026-03-13 11:00', ['olie:still-running:exe']],
    [3, '2026-03-13 11:59:59', []],
    [3, '2026-03-13 12:00', ['olie:still-running:exe']],
    [4, '2026-03-13 12:59:59', []],
    [4, '2026-03-13 13:00', ['olie:still-running:exe']],
    [6, '2026-03-13 14:59:59', []],
    [6, '2026-03-13 15:00', ['olie:still-running:exe']],
    [8, '2026-03-13 16:59:59', []],
    [8, '2026-03-13 17:00', ['olie:still-running:exe']],
    ['off', '2026-03-13 17:00', []],
  ])('after %s hours, at %s: %j', (hours, at, expected) => {
    const timer = running('2026-03-13 09:00');
    expect(idsIn({ at, timer, rules: { 'still-running': hours } })).toEqual(expected);
  });

  test('says the day if it began before today', () => {
    const [one] = toldIn({ at: '2026-03-13 09:00', timer: running('2026-03-12 17:00'), rules });
    expect(one?.message).toBe('It has run for 16:00 h, since Thu, Mar 12, 17:00.');
  });

  test('knows one without an id by its start', () => {
    const timer = running('2026-03-13 09:00');
    const current = timer.current && { ...timer.current, id: '' };
    expect(idsIn({ at: '2026-03-13 13:00', timer: { ...timer, current }, rules })).toEqual([
      `olie:still-running:at ${localMs('2026-03-13 09:00')}`,
    ]);
  });

  test('is silent about what began nobody knows when, and where nothing runs', () => {
    const unknown = running('2026-03-13 09:00');
    const current = unknown.current && { ...unknown.current, startedAtMs: null };
    expect(idsIn({ at: '2026-03-13 17:00', timer: { ...unknown, current }, rules })).toEqual([]);
    expect(idsIn({ at: '2026-03-13 17:00', timer: stopped(), rules })).toEqual([]);
    expect(idsIn({ at: '2026-03-13 17:00', timer: null, rules })).toEqual([]);
  });
});

describe('after-hours', () => {
  const rules = { 'after-hours': 'on' } as const;

  test.each([
    ['2026-03-13 18:09:59', []],
    ['2026-03-13 18:10', ['olie:after-hours:exe 2026-03-13']],
    ['2026-03-13 19:59:59', ['olie:after-hours:exe 2026-03-13']],
    // Nothing at night.
    ['2026-03-13 20:00', []],
    ['2026-03-13 22:00', []],
    // Saturday and Sunday.
    ['2026-03-14 18:10', []],
    ['2026-03-15 18:10', []],
    ['2026-03-16 18:09:59', []],
    ['2026-03-16 18:10', ['olie:after-hours:exe 2026-03-16']],
  ])('at %s: %j', (at, expected) => {
    expect(idsIn({ at, timer: running('2026-03-13 14:00'), rules })).toEqual(expected);
  });

  test('is told once a young answer confirms it', () => {
    const late = { at: '2026-03-13 18:10', timer: running('2026-03-13 14:00'), rules, ageS: 600 };
    expect(decided(late)).toMatchObject({ show: [], askFirst: true });
  });

  test('says when the hours ended', () => {
    const one = { at: '2026-03-13 18:10', timer: running('2026-03-13 14:00'), rules };
    expect(toldIn(one)[0]).toMatchObject({
      title: 'AD-1 awdawd still runs',
      message: 'Your working hours ended at 18:00.',
    });
  });

  test('what was started after the end is meant', () => {
    expect(idsIn({ at: '2026-03-13 18:10', timer: running('2026-03-13 18:00'), rules })).toEqual(
      [],
    );
    expect(idsIn({ at: '2026-03-13 18:10', timer: running('2026-03-13 17:59:59'), rules })).toEqual(
      ['olie:after-hours:exe 2026-03-13'],
    );
  });

  test('is told once a day', () => {
    const first = decided({ at: '2026-03-12 18:10', timer: running('2026-03-12 14:00'), rules });
    const timer = running('2026-03-12 14:00');
    expect(idsIn({ at: '2026-03-12 18:11', timer, rules, ledger: first.ledger })).toEqual([]);
    expect(idsIn({ at: '2026-03-13 18:10', timer, rules, ledger: first.ledger })).toEqual([
      'olie:after-hours:exe 2026-03-13',
    ]);
  });
});

test('no hidden timer has a length or a time of it in its texts', () => {
  const rules = { 'still-running': 4, 'after-hours': 'on', away: 15, 'not-started': 10 } as const;
  const presence = backFrom('2026-03-13 12:00', '2026-03-13 12:30');
  const timer = running('2026-03-13 09:00', { hidden: true });
  const texts = [
    decided({ at: '2026-03-13 13:00', timer, presence, rules, ledger: NO_LEDGER }),
    decided({ at: '2026-03-13 18:10', timer, rules: { 'after-hours': 'on' } }),
    decided({ at: '2026-03-13 13:00', timer: stopped({ hidden: true }), presence, rules }),
  ].flatMap(({ show }) => show.map(({ message }) => message));
  expect(texts).toEqual([
    'Are you still working on it?',
    'Are you still working on it?',
    'Your working hours ended at 18:00.',
    'You are at the computer, and nothing is tracked.',
  ]);
});
