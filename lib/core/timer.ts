import { type Clock, runningFrom, standing } from './clock';
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

/** The timer's counts; null where a count is unknown or hidden. */
export interface TimerClocks {
  elapsed: Clock | null;
  total: Clock | null;
  idle: Clock | null;
  projectTotal: Clock | null;
  stepTotal: Clock | null;
}

/**
 * The counts between two answers: while an execution runs, its elapsed time and the totals grow and idle stands; while
 * none runs it is the reverse. They hold until the user's midnight (see day.ts), when the service begins the day again.
 */
export function timerClocks(timer: Timer): TimerClocks {
  const { answeredAtMs, current, hidden } = timer;
  const count = (valueS: number | null, grows: boolean): Clock | null => {
    if (hidden || valueS === null) return null;
    return grows ? runningFrom(answeredAtMs - valueS * 1000) : standing(valueS);
  };
  const runs = current !== null;
  return {
    elapsed: hidden || !current?.startedAtMs ? null : runningFrom(current.startedAtMs),
    total: count(timer.totalS, runs),
    idle: count(timer.idleS, !runs),
    projectTotal: runs ? count(timer.projectTotalS, true) : null,
    stepTotal: runs ? count(timer.stepTotalS, true) : null,
  };
}

/** Whole seconds that a session lasted by its effective times, never negative. */
export function sessionSeconds({ startedAtMs, finishedAtMs }: Session): number {
  return Math.max(0, Math.floor((finishedAtMs - startedAtMs) / 1000));
}

/** Currency units earned in so many seconds. */
export function amount(hourlyRate: number, elapsedS: number): number {
  return (hourlyRate * elapsedS) / 3600;
}

/** "AD-1 awdawd" */
export function projectTitle(of: { projectCode: string; projectName: string }): string {
  return `${of.projectCode} ${of.projectName}`.trim();
}

/** "funil do abacaxi › tres" */
export function stepTitle(of: { funnelName: string; stepName: string }): string {
  return [of.funnelName, of.stepName].filter((name) => name !== '').join(' › ');
}
