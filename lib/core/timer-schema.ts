import * as z from './zod';

const stretch = {
  id: z.string(),
  /** The recorded times, where they were adjusted later; null where they were not. */
  recordedStartMs: z.nullable(z.number()),
  recordedFinishMs: z.nullable(z.number()),
  /** Currency units an hour; 0 where there is none. */
  hourlyRate: z.number(),
  projectId: z.string(),
  projectCode: z.string(),
  projectName: z.string(),
  stepId: z.string(),
  stepName: z.string(),
  funnelName: z.string(),
};

/** The execution that runs now. Its start is null where the service sent none that can be read. */
const executionSchema = z.object({ ...stretch, startedAtMs: z.nullable(z.number()) });
export type Execution = z.infer<typeof executionSchema>;

/** A finished execution, with the effective times that all totals are computed from. */
const sessionSchema = z.object({
  ...stretch,
  startedAtMs: z.number(),
  finishedAtMs: z.number(),
  finishedReason: z.nullable(z.string()),
});
export type Session = z.infer<typeof sessionSchema>;

/** What one answer said of its day. */
const dayOfSessionsSchema = z.object({
  /** When the day began, to a quarter of an hour: which day it is. */
  startMs: z.number(),
  answeredAtMs: z.number(),
  /** Newest first. */
  sessions: z.array(sessionSchema),
});
export type DayOfSessions = z.infer<typeof dayOfSessionsSchema>;

const seconds = z.nullable(z.number());

/** One answer of the timer service, as we keep it. Times are epoch milliseconds on the server's clock. */
export const timerSchema = z.object({
  /** The moment for which the numbers below are true. */
  answeredAtMs: z.number(),
  current: z.nullable(executionSchema),
  /** As the answer has them, newest first. */
  recent: z.array(sessionSchema),
  /** The days before, as earlier answers had them, newest first. */
  earlier: z.array(dayOfSessionsSchema),
  /** The account hides times from this user: no duration may be shown. */
  hidden: z.boolean(),
  totalS: seconds,
  idleS: seconds,
  projectTotalS: seconds,
  stepTotalS: seconds,
  user: z.nullable(z.object({ name: z.string(), avatarUrl: z.nullable(z.string()) })),
  /** The execution to ask with next: the running one, or the last one known. */
  followedId: z.string(),
});
export type Timer = z.infer<typeof timerSchema>;
