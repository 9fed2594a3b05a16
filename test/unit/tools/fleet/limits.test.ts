import { describe, expect, test } from 'vitest';
import { chanceAbove, secondsUntil } from '../../../../tools/fleet/limits';
import { seeded } from '../../../../tools/fleet/people';

describe('by how much chance lifts the busiest second above the mean', () => {
  test('agrees with a simulation', () => {
    const random = seeded(1);
    let sum = 0;
    for (let run = 0; run < 300; run += 1) {
      const counts = new Array<number>(60).fill(0);
      // 1800 requests at moments of their own in 60 seconds.
      for (let index = 0; index < 1800; index += 1) {
        const second = Math.floor(random() * 60);
        counts[second] = (counts[second] ?? 0) + 1;
      }
      sum += Math.max(...counts) - 30;
    }
    expect(Math.abs(sum / 300 - chanceAbove(30, 60))).toBeLessThan(0.6);
  });

  test('is 3.4 % for a day of a million installs', () => {
    expect(chanceAbove(16_667, 86_400) / 16_667).toBeCloseTo(0.034, 3);
  });
});

test.each([
  { installs: 50, second: 1 },
  { installs: 95, second: 3 },
  { installs: 100, second: 4 },
  { installs: 101, second: Number.POSITIVE_INFINITY },
])('$installs installs were back in second $second', ({ installs, second }) => {
  expect(secondsUntil([30, 30, 30, 9, 1], installs)).toBe(second);
});
