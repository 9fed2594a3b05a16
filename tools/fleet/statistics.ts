/** Requests in each second, in a few numbers. */
export interface Rates {
  mean: number;
  peak: number;
  /** The second, counted from the first, with the most. */
  peakAt: number;
  /** All but one second in a thousand have at most so many. */
  p999: number;
}

export function ratesOf(perSecond: Uint32Array): Rates {
  const sorted = perSecond.slice().sort();
  const total = perSecond.reduce((sum, count) => sum + count, 0);
  const peak = sorted.at(-1) ?? 0;
  return {
    mean: total / perSecond.length,
    peak,
    peakAt: perSecond.indexOf(peak),
    p999: sorted[Math.ceil(sorted.length * 0.999) - 1] ?? 0,
  };
}

/**
 * The peak that chance alone makes: the expected largest of so many independent Poisson counts with that mean,
 * E[max] = sum over n >= 0 of 1 - P(X <= n)^bins. That is what the busiest second would hold if every request of the fleet
 * came at a moment of its own.
 */
export function expectedPeak(mean: number, bins: number): number {
  // Below this many standard deviations every bin is all but sure to be exceeded by another, above no bin is.
  const widest = 12 * Math.sqrt(mean) + 20;
  const from = Math.max(0, Math.floor(mean - widest));
  const to = Math.ceil(mean + widest);
  let density = Math.exp(from * Math.log(mean) - mean - logFactorial(from));
  let below = density;
  let expected = from;
  for (let n = from; n <= to; n += 1) {
    expected += 1 - Math.min(1, below) ** bins;
    density *= mean / (n + 1);
    below += density;
  }
  return expected;
}

/** Stirling's series where it is exact to twelve digits, the sum before. */
function logFactorial(n: number): number {
  if (n < 32) {
    let sum = 0;
    for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
    return sum;
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3);
}

/**
 * @param after how many were back so many whole seconds after the end
 * @param share from 0 to 1
 * @returns the seconds after which that share of `all` was back; null where it never was
 */
export function secondsUntil(after: Uint32Array, all: number, share: number): number | null {
  let back = 0;
  for (const [second, count] of after.entries()) {
    back += count;
    if (back >= all * share) return second;
  }
  return null;
}
