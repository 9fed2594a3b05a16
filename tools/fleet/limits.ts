import { max, mean, probit, sum } from 'simple-statistics';
import { LONGEST_DELAY_MS } from '../../lib/core/feeds/policy.ts';
import { absolute, type Line } from '../line.ts';
import type { Scene } from './scenes.ts';
import type { Tally } from './simulate.ts';

/** A peak on a normal day, as a multiple of the mean: no habit and no clock may make a herd. */
const DAY_LIMIT = 1.1;
/** A peak while everybody comes or comes back, as a multiple of the normal rate, which a service must carry anyway. */
const PEAK_LIMIT = 1.5;
const BACK_LIMIT_S = 300;

export function linesOf(scene: Scene, tally: Tally, installs: number, normalRate: number): Line[] {
  const { name, trouble, counted } = scene;
  const all = tally.perSecond;
  const peak = (what: string, counts: number[], rate: number, limit: number) =>
    absolute(`${name}: ${what}`, (max(counts) - chanceAbove(rate, counts.length)) / rate, limit);
  if (name === 'day') return [peak('peak / mean, above chance', all, mean(all), DAY_LIMIT)];
  if (trouble === null) return [peak('peak / normal rate', all, normalRate, PEAK_LIMIT)];
  const [fromS, toS] = [trouble.fromS - counted.fromS, trouble.toS - counted.fromS];
  const peaks = [
    peak('peak / normal rate, meanwhile', all.slice(fromS, toS), normalRate, PEAK_LIMIT),
    peak('peak / normal rate, afterwards', all.slice(toS), normalRate, PEAK_LIMIT),
  ];
  if (trouble.answers > 0) return peaks;
  const backS = secondsUntil(tally.backAfter, installs * 0.95);
  const late = tally.late + installs - sum(tally.backAfter);
  return [
    ...peaks,
    absolute(`${name}: 95 % have an answer again after, s`, backS, BACK_LIMIT_S),
    absolute(`${name}: installs back later than ${LONGEST_DELAY_MS / 1000} s`, late, 0),
  ];
}

/**
 * By how much the busiest of so many seconds exceeds the mean if every request comes at a moment of its own: the expected
 * largest of normal numbers (Chen and Tyler, 1999), corrected for the skew of Poisson counts.
 */
export function chanceAbove(rate: number, seconds: number): number {
  const z = probit(0.5264 ** (1 / seconds));
  return z * Math.sqrt(rate) + (z ** 2 - 1) / 6;
}

/**
 * @param after how many installs were back in each second
 * @returns the second in which so many of them were back; infinity if they never were
 */
export function secondsUntil(after: number[], installs: number): number {
  let back = 0;
  const second = after.findIndex((count) => {
    back += count;
    return back >= installs;
  });
  return second < 0 ? Number.POSITIVE_INFINITY : second;
}
