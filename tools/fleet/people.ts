import { REFRESH_INTERVALS_S } from '../../lib/core/settings/preferences.ts';
import type { Random } from './random.ts';

/** What people do, as far as it decides when their browsers ask. */
export interface Habits {
  /** The share of starts that people set to a whole minute by hand. The badge turns with the start, and so does the alarm. */
  wholeMinutes: number;
  /** The share of switches that start nothing. */
  stops: number;
  /** How long a timer runs on average, in seconds, day and night: nobody sleeps in this fleet. */
  switchEveryS: number;
  /** The share of installs at each interval of the preferences. */
  intervals: Record<(typeof REFRESH_INTERVALS_S)[number], number>;
}

export const HABITS: Habits = {
  wholeMinutes: 0,
  stops: 0.2,
  switchEveryS: 5400,
  intervals: { 30: 0.02, 60: 0.9, 120: 0.03, 300: 0.03, 900: 0.02 },
};

const MINUTE_MS = 60_000;

/** Which interval, drawn by its share. */
export function drawInterval({ intervals }: Habits, random: Random): number {
  // A hair below one: rounding must not leave somebody without any.
  let left = random() * (1 - 1e-9);
  return REFRESH_INTERVALS_S.findIndex((intervalS) => {
    left -= intervals[intervalS];
    return left < 0;
  });
}

/** The start of what they switch to at that moment; NaN where nothing runs from then on. */
export function drawStart(habits: Habits, switchMs: number, random: Random): number {
  if (random() < habits.stops) return Number.NaN;
  return random() < habits.wholeMinutes ? switchMs - (switchMs % MINUTE_MS) : switchMs;
}

/** When they switch next: at any moment as likely as at any other. */
export function drawSwitch({ switchEveryS }: Habits, afterMs: number, random: Random): number {
  return Math.round(afterMs - Math.log(1 - random()) * switchEveryS * 1000);
}

/** Requests a second while all is well and everybody is there. */
export function normalRate({ intervals }: Habits, installs: number): number {
  return REFRESH_INTERVALS_S.reduce((sum, s) => sum + (installs * intervals[s]) / s, 0);
}
