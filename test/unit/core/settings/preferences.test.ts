import { describe, expect, test } from 'vitest';
import {
  keptMonths,
  parsePreferences,
  REFRESH_INTERVALS_S,
} from '../../../../lib/core/settings/preferences';
import stored010 from '../../../fixtures/0.1.0/stored.json' with { type: 'json' };

const chosen = { refreshEveryS: 300, badgeShows: 'total', whenIdle: 'idle' };

test('what was chosen is read', () => {
  expect(parsePreferences(chosen)).toEqual(chosen);
});

test('those of version 0.1.0 survive', () => {
  expect(parsePreferences(stored010.sync.preferences)).toEqual({
    refreshEveryS: 120,
    badgeShows: 'total',
    whenIdle: 'nothing',
  });
});

test('the rounds to choose from are 30 seconds, 1, 2, 5 and 15 minutes', () => {
  expect(REFRESH_INTERVALS_S).toEqual([30, 60, 120, 300, 900]);
});

test.each([30, 60, 120, 300, 900])('a round each %d s can be chosen', (refreshEveryS) => {
  expect(parsePreferences({ refreshEveryS }).refreshEveryS).toBe(refreshEveryS);
});

test.each([undefined, null, 'all', 7, [], {}])(
  '%j is the defaults: a minute, elapsed time',
  (stored) => {
    expect(parsePreferences(stored)).toEqual({
      refreshEveryS: 60,
      badgeShows: 'elapsed',
      whenIdle: 'nothing',
    });
  },
);

describe('a field that is not known falls back by itself', () => {
  test.each([
    { field: 'refreshEveryS', value: 45 },
    { field: 'refreshEveryS', value: '300' },
    { field: 'refreshEveryS', value: undefined },
    { field: 'badgeShows', value: 'amount' },
    { field: 'badgeShows', value: undefined },
    { field: 'whenIdle', value: null },
    { field: 'whenIdle', value: 'hide' },
  ] as const)('$field: $value', ({ field, value }) => {
    expect(parsePreferences({ ...chosen, [field]: value })).toEqual({
      ...chosen,
      [field]: parsePreferences(undefined)[field],
    });
  });
});

test.each([true, false])('only top-level runs: %s is read', (onlyTopLevelRuns) => {
  expect(parsePreferences({ ...chosen, onlyTopLevelRuns })).toEqual({
    ...chosen,
    onlyTopLevelRuns,
  });
});

test.each([undefined, null, 'yes', 1])('only top-level runs: %j is not chosen yet', (broken) => {
  expect(parsePreferences({ ...chosen, onlyTopLevelRuns: broken })).toEqual(chosen);
});

test('a field that a later version adds costs nothing', () => {
  expect(parsePreferences({ ...chosen, colour: 'red' })).toEqual(chosen);
});

describe('what is left out until it is chosen', () => {
  test.each([
    ['historyMonths', [3, 12, 24, 60, 'ever']],
    ['weekStart', [1, 6, 7]],
    ['sheetMarks', ['semicolon', 'comma', 'tab']],
    ['sheetRoundingMin', [5, 6, 15, 30]],
    ['dailyGoalS', [1, 86_400]],
    ['weeklyGoalS', [1, 604_800]],
    ['hours', ['language', '12', '24']],
    ['durations', ['clock', 'decimal']],
    ['olieWebAddress', ['https://company.example']],
    ['sidePanel', [true, false]],
  ])('%s may be each of %j', (field, values) => {
    const stored = values.map((value) => ({ ...chosen, [field]: value }));
    expect(stored.map(parsePreferences)).toEqual(stored);
  });

  test.each([
    ['weekStart', [0, 2, '1']],
    ['sheetMarks', ['pipe', ';']],
    ['sheetRoundingMin', [10, '5']],
    ['dailyGoalS', [0, 86_401, '1']],
    ['weeklyGoalS', [0, -1, 604_801, '1']],
    ['olieWebAddress', ['http://company.example']],
    ['sidePanel', ['no']],
  ])('%s is none of %j: it counts as left out', (field, values) => {
    const stored = values.map((value) => ({ ...chosen, [field]: value }));
    expect(stored.map(parsePreferences)).toEqual(values.map(() => chosen));
  });
});

test.each([
  [undefined, 24],
  [3, 3],
  [60, 60],
  ['ever', null],
  // Of a newer version: it may be longer than all of ours.
  [120, null],
  ['decade', null],
])('history of %j months is kept for %j', (historyMonths, months) => {
  expect(keptMonths(parsePreferences({ ...chosen, historyMonths }))).toBe(months);
});
