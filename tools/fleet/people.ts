import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { REFRESH_INTERVALS_S } from '../../lib/core/settings/preferences.ts';

/** A random number from 0 to 1, without 1. */
export type Random = () => number;

/** Repeatable random numbers: the same seed gives the same numbers. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** The habits of people that decide when their browsers ask. */
export interface Habits {
  /** The share of timers whose start people set to a whole minute. The alarm follows the start. */
  wholeMinutes: number;
  /** The share of switches after which nothing runs. */
  stops: number;
  /** How long a timer runs on average, in seconds. Nobody sleeps in this fleet. */
  switchEveryS: number;
  /** The share of installs with each refresh interval, by its seconds. */
  intervals: Record<(typeof REFRESH_INTERVALS_S)[number], number>;
}

export const HABITS: Habits = {
  wholeMinutes: 0,
  stops: 0.2,
  switchEveryS: 5400,
  intervals: { 30: 0.02, 60: 0.9, 120: 0.03, 300: 0.03, 900: 0.02 },
};

/** Draws a refresh interval in seconds. */
export function drawIntervalS({ intervals }: Habits, random: Random): number {
  let left = random();
  const found = REFRESH_INTERVALS_S.find((intervalS) => {
    left -= intervals[intervalS];
    return left < 0;
  });
  return found ?? 60;
}

/** When the timer that people switch to at `switchMs` started; null if they only stop. Epoch milliseconds. */
export function drawStartMs(habits: Habits, switchMs: number, random: Random): number | null {
  if (random() < habits.stops) return null;
  return random() < habits.wholeMinutes ? switchMs - (switchMs % 60_000) : switchMs;
}

/** When people switch next. Every moment is equally likely. */
export function drawSwitchMs({ switchEveryS }: Habits, afterMs: number, random: Random): number {
  return Math.round(afterMs - Math.log(1 - random()) * switchEveryS * 1000);
}

/** Requests per second while all is well and everybody is there. */
export function normalRate({ intervals }: Habits, installs: number): number {
  return REFRESH_INTERVALS_S.reduce((sum, s) => sum + (installs * intervals[s]) / s, 0);
}
