import { expect, test } from 'vitest';
import { mutedUntil } from '../../../../lib/core/reminders/muted';

const NOW_MS = 1_773_421_500_000;
const HOUR_MS = 3_600_000;

test.each([
  [-HOUR_MS, false],
  [0, false],
  [1, true],
  [25 * HOUR_MS, true],
  // A wrong clock has set it.
  [25 * HOUR_MS + 1, false],
])('a mute that ends in %i ms counts: %s', (inMs, counts) => {
  const untilMs = NOW_MS + inMs;
  expect(mutedUntil(untilMs, NOW_MS)).toBe(counts ? untilMs : null);
});

test('nothing is muted by nothing', () => {
  expect(mutedUntil(null, NOW_MS)).toBeNull();
});
