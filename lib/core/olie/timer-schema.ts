import * as s from '../schema';

const stretch = {
  id: s.string(),
  /** The recorded times, where they were adjusted later; null where they were not. */
  recordedStartMs: s.nullable(s.number()),
  recordedFinishMs: s.nullable(s.number()),
  /** Currency units an hour; 0 where there is none. */
  hourlyRate: s.number(),
  projectId: s.string(),
  projectCode: s.string(),
  projectName: s.string(),
  stepId: s.string(),
  stepName: s.string(),
  funnelName: s.string(),
};

/** The execution that runs now. Its start is null where the service sent none that can be read. */
const executionSchema = s.object({ ...stretch, startedAtMs: s.nullable(s.number()) });
export type Execution = s.infer<typeof executionSchema>;

/** A finished execution, with the effective times that all totals are computed from. */
const sessionSchema = s.object({
  ...stretch,
  startedAtMs: s.number(),
  finishedAtMs: s.number(),
  finishedReason: s.nullable(s.string()),
});
export type Session = s.infer<typeof sessionSchema>;

/** What one answer said of its day. */
const dayOfSessionsSchema = s.object({
  /** When the day began, to a quarter of an hour: which day it is. */
  startMs: s.number(),
  answeredAtMs: s.number(),
  /** Newest first. */
  sessions: s.array(sessionSchema),
});
export type DayOfSessions = s.infer<typeof dayOfSessionsSchema>;

const seconds = s.nullable(s.number());

/** One answer of the timer service, as we keep it. Times are epoch milliseconds on the server's clock. */
export const timerSchema = s.object({
  /** The moment for which the numbers below are true. */
  answeredAtMs: s.number(),
  current: s.nullable(executionSchema),
  /** As the answer has them, newest first. */
  recent: s.array(sessionSchema),
  /** The days before, as earlier answers had them, newest first. */
  earlier: s.array(dayOfSessionsSchema),
  /** The account hides times from this user: no duration may be shown. */
  hidden: s.boolean(),
  totalS: seconds,
  idleS: seconds,
  projectTotalS: seconds,
  stepTotalS: seconds,
  user: s.nullable(s.object({ name: s.string(), avatarUrl: s.nullable(s.string()) })),
  /** The execution to ask with next: the running one, or the last one known. */
  followedId: s.string(),
});
export type Timer = s.infer<typeof timerSchema>;
