import { LONGEST_DELAY_MS } from '../../lib/core/feeds/policy.ts';
import type { Scene } from './scenes.ts';
import type { Tally } from './simulate.ts';
import { expectedPeak, ratesOf, secondsUntil } from './statistics.ts';

/** A figure beside its limit. */
export interface Line {
  what: string;
  figure: number;
  unit: string;
  limit: number;
  ok: boolean;
}

/** A peak may be so many times the mean of a normal day: nobody's habits or clock may make a herd. */
const DAY_LIMIT = 1.1;
/** A peak may be so many times the normal rate where everybody comes or comes back: what a service must carry anyway. */
const PEAK_LIMIT = 1.5;
const BACK_SHARE = 0.95;
const BACK_LIMIT_S = 300;

/** The highest rate that the scene's limit allows, in requests a second, the peak of chance included. */
export function highestRate({ name }: Scene, { perSecond }: Tally, normalRate: number): number {
  const { mean } = ratesOf(perSecond);
  return name === 'day'
    ? mean * DAY_LIMIT + chance(mean, perSecond.length)
    : normalRate * PEAK_LIMIT + chance(normalRate, perSecond.length);
}

export function linesOf(scene: Scene, tally: Tally, installs: number, normalRate: number): Line[] {
  const { trouble, counted } = scene;
  const peak = (what: string, perSecond: Uint32Array, rate: number, limit: number) =>
    line(what, (ratesOf(perSecond).peak - chance(rate, perSecond.length)) / rate, '×', limit);
  const all = tally.perSecond;
  if (scene.name === 'day') {
    return [peak('peak / mean, above chance', all, ratesOf(all).mean, DAY_LIMIT)];
  }
  if (trouble === null) return [peak('peak / normal rate', all, normalRate, PEAK_LIMIT)];
  const [fromS, toS] = [trouble.fromS - counted.fromS, trouble.toS - counted.fromS];
  const during = peak(
    'peak / normal rate, meanwhile',
    all.subarray(fromS, toS),
    normalRate,
    PEAK_LIMIT,
  );
  const after = peak('peak / normal rate, afterwards', all.subarray(toS), normalRate, PEAK_LIMIT);
  if (trouble.answers > 0) return [during, after];
  const backS = secondsUntil(tally.backAfter, installs, BACK_SHARE) ?? Number.POSITIVE_INFINITY;
  const missing = installs - tally.backAfter.reduce((sum, count) => sum + count, 0);
  return [
    during,
    after,
    line('95 % have an answer again after', backS, 's', BACK_LIMIT_S),
    line(`later than the cap of ${LONGEST_DELAY_MS / 1000} s`, tally.late + missing, 'installs', 0),
  ];
}

/** By how much chance alone lifts the busiest of so many seconds above the mean (statistics.ts). */
function chance(rate: number, seconds: number): number {
  return expectedPeak(rate, seconds) - rate;
}

function line(what: string, figure: number, unit: string, limit: number): Line {
  return { what, figure, unit, limit, ok: figure <= limit };
}
