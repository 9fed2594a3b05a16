import { expect, test } from 'vitest';
import type { SessionPart } from '../../../../lib/core/history/days';
import { projectTimes, shares } from '../../../../lib/core/history/projects';
import { session, told } from '../../../support/examples/example-history';

test.each([
  [[3, 1], 8, [6, 2]],
  [[1, 1, 1], 10, [3, 4, 3]],
  [[0, 0], 5, [0, 5]],
  [[2, 2], 0, [0, 0]],
  [[], 0, []],
])('%j share %i as %j', (seconds, totalS, shared) => {
  expect(shares(seconds, totalS)).toEqual(shared);
});

test.each([
  ['rounding', 5 * 3600 + 30, 500.83],
  ['sessions that were counted otherwise', 2.5 * 3600, 250],
  ['as it is', 5 * 3600, 500],
  ['nothing', 0, 0],
])('what was earned follows the time that counts: %s', (_, totalS, earned) => {
  const known = told('2026-03-13 23:59', [session('a', '2026-03-13 09:00', '2026-03-13 14:00')]);
  const parts = known.sessions.map(
    (one): SessionPart => ({
      ...{ session: { ...one, hourlyRate: 100 }, fromMs: one.startedAtMs, toMs: one.finishedAtMs },
      seconds: 5 * 3600,
    }),
  );
  const [first] = projectTimes(parts, totalS);
  expect(first?.seconds).toBe(totalS);
  expect(first?.amount).toBeCloseTo(earned, 2);
});
