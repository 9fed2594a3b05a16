import * as z from '../zod';

/** No day has more. */
export const MOST_DAILY_S = 24 * 3600;

/** What the user wants to track, in seconds. Left out: they have no goal. */
export function goal(mostS: number) {
  // zod's own checks would be 0.3 kB more in the background.
  return z.optional(
    z.custom<number>((value) => typeof value === 'number' && value > 0 && value <= mostS),
  );
}
