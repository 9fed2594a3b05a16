import { expect, test } from 'vitest';
import { shares } from '../../../../lib/core/history/projects';

test.each([
  [[3, 1], 8, [6, 2]],
  [[1, 1, 1], 10, [3, 4, 3]],
  [[0, 0], 5, [0, 5]],
  [[2, 2], 0, [0, 0]],
  [[], 0, []],
])('%j share %i as %j', (seconds, totalS, shared) => {
  expect(shares(seconds, totalS)).toEqual(shared);
});
