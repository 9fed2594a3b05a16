import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chances {
  /** From 0 to 1. */
  number(): number;
  /** True once in so many calls, on average. */
  onceIn(calls: number): boolean;
  pick<One>(some: readonly [One, ...One[]]): One;
}

/** Chances that come out the same for the same seed. */
export function chances(seed: number): Chances {
  const generator = xoroshiro128plus(seed);
  const number = () => uniformFloat64(generator);
  return {
    number,
    onceIn: (calls) => number() * calls < 1,
    pick: (some) => some[Math.floor(number() * some.length)] ?? some[0],
  };
}
