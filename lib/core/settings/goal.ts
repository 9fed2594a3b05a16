import * as z from '../zod';

/** No day has more. */
export const MOST_DAILY_S = 24 * 3600;

/** What the user wants to track, in seconds. Left out: they have no goal. */
export function goal(mostS: number) {
  return z.optional(z.number().check(z.positive(), z.maximum(mostS)));
}
