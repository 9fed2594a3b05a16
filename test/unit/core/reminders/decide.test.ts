import { describe, expect, test } from 'vitest';
import { exampleReminder } from '../../../../lib/core/reminders/decide';
import { type Ledger, NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import { RULE_KEYS } from '../../../../lib/core/settings/reminder-preferences';
import { createFormat } from '../../../../lib/core/time/format';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import {
  backFrom,
  type Case,
  decided,
  running,
  stopped,
} from '../../../support/examples/reminder-facts';
import { textsOf } from '../../../support/examples/texts';

const rules = { 'still-running': 4 } as const;
const timer = running('2026-03-13 09:00');
const due: Case = { at: '2026-03-13 13:00', timer, rules };
const one = 'olie:still-running:exe';
const told = (count: number, at: string, rule = 'away'): Ledger => ({
  ...NO_LEDGER,
  told: Array.from({ length: count }, (_, index) => {
    return { rule, occurrence: `x ${index}`, toldAtMs: localMs(at), isShown: false };
  }),
});

describe('confirmed first', () => {
  test.each([
    [0, [one], false],
    [89, [one], false],
    [90, [], true],
    [86_400, [], true],
    // The computer's clock was set back.
    [-1, [], true],
  ])('an answer that is %i s old', (ageS, ids, askFirst) => {
    const decision = decided({ ...due, ageS });
    expect(decision.show.map(({ id }) => id)).toEqual(ids);
    expect(decision).toMatchObject({ askFirst });
    expect(decision.ledger === NO_LEDGER).toBe(askFirst);
  });

  test('an answer from before the clock was set back confirms nothing, also hours later', () => {
    const before = { ...due, ageS: 60, schedule: { oldAtMs: null } };
    expect(decided(before)).toMatchObject({ show: [], askFirst: true });
  });

  test('stopped elsewhere meanwhile: silence', () => {
    expect(decided({ ...due, ageS: 600 })).toMatchObject({ show: [], askFirst: true });
    expect(decided({ ...due, timer: stopped() })).toMatchObject({ show: [], askFirst: false });
  });

  test('nothing is asked for what would not be told', () => {
    const late = { ...due, ageS: 600 };
    expect(decided({ ...late, at: '2026-03-13 12:59:59' }).askFirst).toBe(false);
    expect(decided({ ...late, at: '2026-03-13 22:00' }).askFirst).toBe(false);
    expect(decided({ ...late, ledger: decided(due).ledger }).askFirst).toBe(false);
  });
});

describe('once', () => {
  test('what was told is not told again, also after the worker died', () => {
    const { ledger } = decided(due);
    expect(ledger.told).toEqual([
      {
        rule: 'still-running',
        occurrence: 'exe',
        toldAtMs: localMs('2026-03-13 13:00'),
        isShown: true,
      },
    ]);
    const again = { ...due, at: '2026-03-13 13:01', ledger };
    expect(decided(again)).toMatchObject({ show: [], takeBack: [] });
    expect(decided(again).ledger).toBe(ledger);
  });

  test('a threshold that became shorter tells nothing twice', () => {
    const { ledger } = decided(due);
    expect(decided({ ...due, rules: { 'still-running': 2 }, ledger }).show).toEqual([]);
  });

  test('what was told is forgotten after thirty days, unless it is still so', () => {
    const month = told(1, '2026-02-11 13:00:01');
    const day = told(1, '2026-02-11 13:00');
    expect(decided({ ...due, rules: {}, ledger: month }).ledger.told).toHaveLength(1);
    expect(decided({ ...due, rules: {}, ledger: day }).ledger.told).toHaveLength(0);
    // An answer must tell the time.
    expect(decided({ ...due, rules: {}, ledger: day, ageS: 90 }).ledger).toBe(day);
    const long = { ...due, timer: running('2026-01-13 09:00') };
    const first = decided({ ...long, at: '2026-02-10 13:00' });
    expect(first.show).toHaveLength(1);
    expect(decided({ ...long, ledger: first.ledger }).show).toEqual([]);
  });
});

describe('one notification says it all if they were away when it had run for hours', () => {
  const both = { 'still-running': 4, away: 15 } as const;
  const forgotten = running('2026-03-12 16:56');
  const night: Case = {
    ...{ at: '2026-03-13 09:05', timer: forgotten, rules: both },
    presence: backFrom('2026-03-12 17:30', '2026-03-13 09:05'),
  };
  const away = `olie:away:exe ${localMs('2026-03-12 17:30')}`;
  const ids = (case_: Case) => decided(case_).show.map(({ id }) => id);

  test('over a night', () => {
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
    expect(ids({ ...night, ledger: told(5, '2026-03-13 09:00') })).toEqual([away]);
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
  });
});

describe('taken back', () => {
  test('once it does not run any more', () => {
    const { ledger } = decided(due);
    const after = decided({ ...due, timer: stopped(), ledger });
    expect(after.takeBack).toEqual([one]);
    expect(decided({ ...due, timer: stopped(), ledger: after.ledger }).takeBack).toEqual([]);
    expect(decided({ ...due, ledger: after.ledger }).show).toEqual([]);
  });

  test('when the rule or all are switched off', () => {
    const { ledger } = decided(due);
    expect(decided({ ...due, rules: {}, ledger }).takeBack).toEqual([one]);
    const off = decided({ ...due, reminders: { isOn: false }, ledger });
    expect(off).toMatchObject({ takeBack: [one], show: [] });
    expect(decided({ ...due, ledger: off.ledger })).toMatchObject({ show: [], takeBack: [] });
  });
});

test.each([
  ['en', 'AD-1 awdawd still runs', 'It has run for 4:00 h, since 09:00.'],
  ['pt-BR', 'AD-1 awdawd continua em execução', 'Em execução há 4:00 h, desde 09:00.'],
  ['es', 'AD-1 awdawd sigue en marcha', 'Lleva 4:00 h en marcha, desde 9:00.'],
] as const)('in %s', (language, title, message) => {
  expect(decided(due, language).show).toMatchObject([{ title, message }]);
});

test.each(['en', 'pt-BR', 'es'] as const)('every rule has an example to show in %s', (language) => {
  const words = { t: textsOf(language), format: createFormat(language) };
  const nowMs = localMs('2026-03-13 13:00');
  for (const rule of RULE_KEYS) {
    const { id, title, message } = exampleReminder(rule, nowMs, EXAMPLE_ZONE, words);
    expect(id).toBe(`olie:${rule}:example`);
    expect(`${title} ${message}`, rule).not.toMatch(/\$\d|undefined|NaN/);
    expect(Math.min(title.length, message.length), rule).toBeGreaterThan(5);
  }
});
