import { expect, test } from 'vitest';
import { changesOf } from '../../../../lib/core/settings/changed-preferences';
import { withImportedPreferences } from '../../../../lib/core/settings/import-plan';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../../lib/core/settings/preferences';
import { withChosen } from '../../../../lib/core/settings/reminder-preferences';

const reminders = { isOn: true, sound: 'bell', rules: { away: 45, goal: 'off' } };

test.each<[string, Partial<Preferences>, Partial<Preferences>, object]>([
  ['nothing', { dailyGoalS: 60 }, { dailyGoalS: 60 }, {}],
  ['a choice', { badgeShows: 'total' }, { badgeShows: 'nothing' }, { badgeShows: 'nothing' }],
  ['a first choice', {}, { hours: '24' }, { hours: '24' }],
  ['one that is taken away', { weekStart: 1 }, { weekStart: undefined }, { weekStart: undefined }],
  ['one that is left out', { weekStart: 1 }, {}, { weekStart: undefined }],
  ['the same reminders', { reminders }, { reminders: structuredClone(reminders) }, {}],
  [
    'other reminders',
    { reminders },
    { reminders: { isOn: false } },
    { reminders: { isOn: false } },
  ],
])('%s is saved of what was changed', (_, before, after, changes) => {
  const all = (some: Partial<Preferences>) => ({ ...DEFAULT_PREFERENCES, ...some });
  expect(changesOf(all(before), all(after))).toStrictEqual(changes);
});

test.each([
  ['a choice', { isOn: false }, { isOn: false, sound: 'bell', rules: { away: 45, goal: 'off' } }],
  [
    'a rule',
    { rules: { away: 5 } },
    { isOn: true, sound: 'bell', rules: { away: 5, goal: 'off' } },
  ],
] as const)(
  'of reminders that a newer version chose, %s changes only itself',
  (_, changed, all) => {
    expect(withChosen(reminders, changed)).toEqual(all);
  },
);

test.each([undefined, null, 'all', [7]])('where %j is stored, reminders begin anew', (stored) => {
  expect(withChosen(stored, { isOn: true })).toEqual({ isOn: true, rules: {} });
  expect(withChosen({ rules: stored }, { isOn: true })).toEqual({ isOn: true, rules: {} });
});

test.each<[string, Partial<Preferences>, Partial<Preferences>]>([
  ['nothing', {}, {}],
  ['its own', { badgeShows: 'nothing' }, { badgeShows: 'nothing' }],
  [
    'the reminders that it names',
    { reminders: { rules: { goal: 'on' } } },
    { reminders: { ...reminders, rules: { away: 45, goal: 'on' } } },
  ],
])('a file changes %s of the preferences', (_, file, changed) => {
  const known = { ...DEFAULT_PREFERENCES, dailyGoalS: 60, reminders };
  expect(withImportedPreferences(known, file)).toEqual({ ...known, ...changed });
});
