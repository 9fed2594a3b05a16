import { describe, expect, test } from 'vitest';
import { exampleReminder } from '../../../../lib/core/reminders/decide';
import { NO_LEDGER } from '../../../../lib/core/reminders/ledger';
import { RULE_KEYS } from '../../../../lib/core/settings/reminder-preferences';
import { createFormat } from '../../../../lib/core/time/format';
import { workflowFeed } from '../../../support/examples/example-feed';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import {
  backFrom,
  type Case,
  decided,
  ledgerOf,
  running,
  stopped,
} from '../../../support/examples/reminder-facts';
import { textsOf } from '../../../support/examples/texts';

const rules = { 'still-running': 4 } as const;
const timer = running('2026-03-13 09:00');
const due: Case = { at: '2026-03-13 13:00', timer, rules };
const one = 'olie:still-running:exe';
test('where the browser may not show it, nothing is told, asked or forgotten', () => {
  for (const ageS of [0, 600]) {
    const decision = decided({ ...due, ageS, mayShow: false });
    expect(decision).toMatchObject({ show: [], askFirst: false });
    expect(decision.ledger.told).toEqual([]);
  }
  // What ends meanwhile is told once it may be.
  const going = workflowFeed();
  const { ledger } = decided({ ...due, others: [going], mayShow: false });
  expect(ledger.open).toHaveLength(1);
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
    const month = ledgerOf(1, '2026-02-11 13:00:01');
    const day = ledgerOf(1, '2026-02-11 13:00');
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

describe('once they are switched off', () => {
  const off = { ...due, reminders: { isOn: false } };
  const told = (isShown: boolean) =>
    ({
      ...ledgerOf(1, '2026-03-13 12:00'),
      told: [{ ...ledgerOf(1, '2026-03-13 12:00').told[0], isShown }],
    }) as typeof NO_LEDGER;

  test('what is shown is taken back, and stays told', () => {
    const decision = decided({ ...off, ledger: told(true) });
    expect(decision).toMatchObject({ takeBack: ['olie:away:x 0'], show: [], askFirst: false });
    expect(decision.ledger).toEqual(told(false));
  });

  test('what had not ended is forgotten', () => {
    const open = [{ key: 'workflow w', sinceMs: 7 }];
    const decision = decided({ ...off, ledger: { ...told(false), open } });
    expect(decision).toMatchObject({ takeBack: [], ledger: { ...told(false), open: [] } });
  });

  test('and nothing changes where nothing is', () => {
    const ledger = told(false);
    expect(decided({ ...off, ledger }).ledger).toBe(ledger);
  });
});

test('a young answer settles when the person came back, an old one does not', () => {
  const presence = backFrom('2026-03-13 11:00', '2026-03-13 12:00');
  const unsure = {
    ...presence,
    absences: presence.absences.map((one) => ({
      ...one,
      leftAtMs: one.fromMs,
      returnedAtMs: one.toMs,
    })),
  };
  const settled = decided({ ...due, presence: unsure }).presence;
  expect(settled?.absences[0]?.returnedAtMs).toBeNull();
  expect(decided({ ...due, presence: unsure, ageS: 600 }).presence).toBe(unsure);
  expect(decided({ ...due, presence }).presence).toBe(presence);
  expect(decided({ ...due, presence: null }).presence).toBeNull();
});

test('the service may be ahead of the computer: its clock counts', () => {
  const ahead = { ...due, at: '2026-03-13 12:00' };
  expect(decided(ahead).show).toEqual([]);
  expect(decided({ ...ahead, offsetMs: 3_600_000 }).show.map(({ id }) => id)).toEqual([one]);
});
