import { expect, test } from 'vitest';
import { weekdayRuns } from '../../../../lib/core/history/weekday-runs';

test.each([
  [[], []],
  [[3], [[3]]],
  [
    [1, 2],
    [[1], [2]],
  ],
  [[1, 2, 3], [[1, 3]]],
  [
    [5, 3, 1, 2],
    [[1, 3], [5]],
  ],
  [[2, 3, 4, 5, 6, 7], [[2, 7]]],
  [[1, 2, 3, 4, 5, 6, 7], [[1, 7]]],
  // Over the end of the week.
  [
    [1, 7],
    [[7], [1]],
  ],
  [[1, 6, 7], [[6, 1]]],
  [[7, 1, 2, 3, 4], [[7, 4]]],
  [
    [1, 2, 4, 5, 7],
    [[4], [5], [7, 2]],
  ],
])('the days %j are the runs %j', (days, runs) => {
  expect(weekdayRuns(days)).toEqual(runs);
});
