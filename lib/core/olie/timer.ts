import { type Clock, runningFrom, standing } from '../time/clock';
import { isZone, type Zone } from '../time/time-zone';
import * as z from '../zod';
import { estimateSchema } from './estimate';

const seconds = z.nullable(z.boundedNumber());
const moment = z.nullable(z.boundedNumber());

/** What running and finished executions have in common. */
const execution = {
  id: z.string(),
  /** The recorded times, if they were adjusted later. */
  recordedStartMs: moment,
  recordedFinishMs: moment,
  /** Currency units an hour; 0 if there is none. */
  hourlyRate: z.boundedNumber(),
  projectId: z.string(),
  projectCode: z.string(),
  projectName: z.string(),
  stepId: z.string(),
  stepName: z.string(),
  funnelName: z.string(),
};

/** The execution that runs now. Its start is null if the service sent none that can be read. */
const executionSchema = z.object({ ...execution, startedAtMs: moment });
export type Execution = z.infer<typeof executionSchema>;

/** A finished execution, with the effective times: all totals are computed from them. */
export const sessionSchema = z.object({
  ...execution,
  startedAtMs: z.boundedNumber(),
  finishedAtMs: z.boundedNumber(),
  finishedReason: z.nullable(z.string()),
});
export type Session = z.infer<typeof sessionSchema>;

/** One answer of Olie, as we keep it. Times are epoch milliseconds on the server's clock. */
export const timerSchema = z.object({
  /** The moment for which the numbers below are true. */
  answeredAtMs: z.boundedNumber(),
  current: z.nullable(executionSchema),
  /** Today's finished sessions, newest first. */
  recent: z.rows(sessionSchema),
  /** The last session of the days before, if any is known: what ended last, on a new day. */
  lastEarlier: z.catch(z.nullable(sessionSchema), null),
  /** The account hides times from this user: no duration may be shown. */
  hidden: z.boolean(),
  totalS: seconds,
  idleS: seconds,
  projectTotalS: seconds,
  stepTotalS: seconds,
  user: z.nullable(z.object({ name: z.string() })),
  /** The execution to ask for next: the running one, or the last known one. */
  followedId: z.string(),
  /** Where the user was found to be by the start of their day; left out if that is where the browser is. */
  zone: z.optional(z.catch(z.optional(z.custom<Zone>(isZone)), undefined)),
  /** Whose executions these are; '' if that is not known. */
  userId: z.catch(z.string(), ''),
  /** The last known one, perhaps of another project. */
  estimate: z.catch(z.nullable(estimateSchema), null),
});
export type Timer = z.infer<typeof timerSchema>;

/** The timer's counts; null if a count is unknown or hidden. */
export interface TimerClocks {
  elapsed: Clock | null;
  total: Clock | null;
  idle: Clock | null;
  projectTotal: Clock | null;
  stepTotal: Clock | null;
}

/**
 * The counts between two answers. While an execution runs, its elapsed time and the totals grow and idle stands; while
 * none runs it is the reverse. This holds until the day ends (time/day.ts).
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

/** "tres · funil do abacaxi" */
export function stepTitle(of: { funnelName: string; stepName: string }): string {
  return [of.stepName, of.funnelName].filter((name) => name !== '').join(' · ');
}
