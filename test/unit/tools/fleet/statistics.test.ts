import { describe, expect, test } from 'vitest';
import { seeded } from '../../../../tools/fleet/random';
import { expectedPeak, ratesOf, secondsUntil } from '../../../../tools/fleet/statistics';

test('rates are the mean, the peak with its second, and what 999 of 1000 seconds keep to', () => {
  const perSecond = Uint32Array.from({ length: 2000 }, (_, second) => second % 10);
  perSecond[1234] = 500;
  perSecond[77] = 20;
  perSecond[78] = 20;
  expect(ratesOf(perSecond)).toEqual({
    mean: (9000 + 500 + 20 + 20 - 4 - 7 - 8) / 2000,
    peak: 500,
    peakAt: 1234,
    p999: 20,
  });
});

describe('the peak that chance makes', () => {
  // Of one bin it is the mean; of many, what is known of the largest of Poisson counts.
  test.each([
    { mean: 1, bins: 1, peak: 1 },
    { mean: 500, bins: 1, peak: 500 },
    { mean: 16_667, bins: 1, peak: 16_667 },
    { mean: 1, bins: 2, peak: 1.5238 },
    { mean: 100, bins: 60, peak: 124.3 },
  ])('of $bins counts with the mean $mean: $peak', ({ mean, bins, peak }) => {
    expect(expectedPeak(mean, bins)).toBeCloseTo(peak, mean === 100 ? 0 : 3);
  });

  test('is that of a simulation', () => {
    const random = seeded(1);
    let sum = 0;
    for (let run = 0; run < 300; run += 1) {
      const counts = new Uint32Array(60);
      // 1800 requests at moments of their own, in 60 seconds.
      for (let index = 0; index < 1800; index += 1) {
        const second = Math.floor(random() * 60);
        counts[second] = (counts[second] ?? 0) + 1;
      }
      sum += Math.max(...counts);
    }
    expect(Math.abs(sum / 300 - expectedPeak(30, 60))).toBeLessThan(0.6);
  });

  test('is 3.4 % for a day of a million installs', () => {
    expect(expectedPeak(16_667, 86_400) / 16_667).toBeCloseTo(1.034, 3);
  });
});

test.each([
  { share: 0.5, after: 1 },
  { share: 0.95, after: 3 },
  { share: 1, after: 4 },
])('after $after s $share of them were back', ({ share, after }) => {
  expect(secondsUntil(Uint32Array.of(30, 30, 30, 9, 1), 100, share)).toBe(after);
});

test('where some never were, there is no such second', () => {
  expect(secondsUntil(Uint32Array.of(30, 30, 39), 100, 1)).toBeNull();
});
