import { DAY_MS } from '../time/day';
import { HOUR_MS } from '../time/time-zone';
import * as z from '../zod';

/** When to ask again for what stands beside an answer. */
export const extraSchema = z.object({
  /** What it was asked about. Another subject is asked about at once. */
  subject: z.string(),
  /** Browser's clock, epoch milliseconds. */
  dueAtMs: z.boundedNumber(),
});
export type ExtraSchedule = z.infer<typeof extraSchema>;

/** Is it time to ask about this subject? It is due within a day. If it seems to be due later, the clock was set back. */
export function isExtraDue(known: ExtraSchedule | null, subject: string, nowMs: number): boolean {
  return known?.subject !== subject || nowMs >= known.dueAtMs || nowMs < known.dueAtMs - DAY_MS;
}

/** After asking about a subject: again in an hour or, if that was refused, the next day. */
export function extraAsked(subject: string, nowMs: number, isRefused = false): ExtraSchedule {
  return { subject, dueAtMs: nowMs + (isRefused ? DAY_MS : HOUR_MS) };
}
