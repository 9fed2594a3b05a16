import { describe, expect, test } from 'vitest';
import { parseBackup, writeBackup } from '../../../../lib/core/settings/backup';
import { parsePreferences } from '../../../../lib/core/settings/preferences';
import {
  chosenReminders,
  remindersOf,
  withChosen,
} from '../../../../lib/core/settings/reminder-preferences';
import { written } from '../../../support/examples/example-backup';
import { connected, preferences } from '../../../support/examples/example-settings';

const chosen = {
  isOn: true,
  workDays: [1, 2, 3, 4],
  workFromMin: 480,
  workToMin: 1020,
  atMostADay: 3,
  rules: { 'still-running': 2, away: 'off', goal: 'off', 'run-failed': 'on' },
};
const read = (reminders: unknown) => chosenReminders(parsePreferences({ reminders }).reminders);

test('until the user chooses, they are off, for Monday to Friday from 9 to 18', () => {
  expect(remindersOf(parsePreferences({}).reminders)).toEqual({
    isOn: false,
    hours: { days: [1, 2, 3, 4, 5], fromMin: 540, toMin: 1080 },
    atMostADay: 6,
    rules: {
      'still-running': 4,
      'after-hours': 'on',
      away: 15,
      'not-started': 'off',
      goal: 'on',
      expected: 'on',
      'workflow-failed': 'on',
      'workflow-ended': 'off',
      'run-failed': 'off',
      'run-ended': 'off',
    },
  });
});

test('what was chosen is read, and the rest is as before', () => {
  expect(read(chosen)).toEqual(chosen);
  expect(remindersOf(read(chosen))).toMatchObject({
    isOn: true,
    hours: { days: [1, 2, 3, 4], fromMin: 480, toMin: 1020 },
    atMostADay: 3,
    rules: { 'still-running': 2, 'after-hours': 'on', away: 'off', goal: 'off', expected: 'on' },
  });
});

describe('may be chosen', () => {
  test.each([
    ['still-running', ['off', 2, 3, 4, 6, 8]],
    ['after-hours', ['on', 'off']],
    ['away', ['off', 5, 10, 15, 30]],
    ['not-started', ['off', 5, 10, 15, 30]],
    ['goal', ['on', 'off']],
    ['expected', ['on', 'off']],
    ['workflow-failed', ['on', 'off']],
    ['workflow-ended', ['on', 'off']],
    ['run-failed', ['on', 'off']],
    ['run-ended', ['on', 'off']],
  ] as const)('%s: each of %j', (rule, choices) => {
    const counts = choices.map((choice) => remindersOf({ rules: { [rule]: choice } }).rules[rule]);
    expect(counts).toEqual(choices);
  });

  test.each([
    ['workDays', [[], [7], [1, 2, 3, 4, 5, 6, 7]]],
    ['workFromMin', [0, 1440]],
    ['workToMin', [0, 1440]],
    ['atMostADay', [3, 6, 12]],
    ['isOn', [true, false]],
  ])('%s: each of %j', (field, values) => {
    const all = values.map((value) => ({ [field]: value }));
    expect(all.map(read)).toEqual(all);
  });
});

describe('a change of the choices', () => {
  const stored = { isOn: true, later: 1, rules: { away: 5, later: 'on' } };

  test.each([
    [{ isOn: false }, { ...stored, isOn: false }],
    [{ rules: { away: 'off' } }, { ...stored, rules: { away: 'off', later: 'on' } }],
    [{ rules: { goal: 'on' } }, { ...stored, rules: { ...stored.rules, goal: 'on' } }],
  ] as const)('%j leaves the rest, and what a newer version has stored', (changed, after) => {
    expect(withChosen(stored, changed)).toEqual(after);
    expect(stored.rules).toEqual({ away: 5, later: 'on' });
  });

  test.each([undefined, null, 'on', [1]])('where %j was stored is all that is stored', (before) => {
    const after = { isOn: true, rules: { away: 5 } };
    expect(withChosen(before, { isOn: true, rules: { away: 5 } })).toEqual(after);
  });
});

describe('a field that is not known costs only itself', () => {
  test.each([
    ['isOn', 'yes'],
    ['workDays', [0]],
    ['workDays', [1, '2']],
    ['workDays', 'all'],
    ['workDays', [1, 2, 3, 4, 5, 6, 7, 1]],
    ['workFromMin', -1],
    ['workFromMin', 90.5],
    ['workToMin', 1441],
    ['workToMin', '600'],
    ['atMostADay', 100],
    ['rules', 'all'],
  ])('%s: %j', (field, value) => {
    expect(read({ ...chosen, [field]: value })).toEqual({ ...chosen, [field]: undefined });
  });

  test.each([
    ['still-running', 5],
    ['still-running', 'on'],
    ['away', '15'],
    ['goal', 4],
    ['run-failed', null],
  ])('the rule %s: %j', (rule, value) => {
    const rules = { ...chosen.rules, [rule]: value };
    expect(read({ ...chosen, rules })).toEqual({
      ...chosen,
      rules: { ...chosen.rules, [rule]: undefined },
    });
  });

  test.each([null, 'on', 7, []])('all of them: %j', (value) => {
    expect(read(value)).toBeUndefined();
    expect(parsePreferences({ badgeShows: 'total', reminders: value }).badgeShows).toBe('total');
  });
});

describe('in a file of settings', () => {
  const fileWith = (reminders: unknown) =>
    parseBackup(
      new TextEncoder().encode(
        JSON.stringify({ ...written, preferences: { ...written.preferences, reminders } }),
      ),
    );

  test('they are taken along', () => {
    expect(fileWith(chosen)).toMatchObject({
      ok: true,
      backup: { preferences: { reminders: chosen } },
    });
  });

  test('a broken one is named', () => {
    expect(fileWith({ ...chosen, rules: { away: 7 } })).toMatchObject({
      ok: false,
      text: 'backupField',
      part: 'preferences.reminders.rules.away',
    });
  });

  test('what cannot be read does not leave, so that the file can be read', () => {
    const stored = { ...chosen, workFromMin: 'early', later: true };
    const text = writeBackup(connected, [], { ...preferences, reminders: stored });
    const { workFromMin: _, ...rest } = chosen;
    expect(JSON.parse(text).preferences).toEqual({ ...preferences, reminders: rest });
    expect(parseBackup(new TextEncoder().encode(text)).ok).toBe(true);
  });
});
