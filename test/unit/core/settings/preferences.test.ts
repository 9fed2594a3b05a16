import { describe, expect, test } from 'vitest';
import { parsePreferences, REFRESH_INTERVALS_S } from '../../../../lib/core/settings/preferences';
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
