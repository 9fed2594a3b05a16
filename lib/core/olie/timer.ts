import { type Clock, runningFrom, standing } from '../time/clock';
import type { Session, Timer } from './timer-schema';

// Without the schemas, so that who only counts does not load them (the popup's first frame).
export type { DayOfSessions, Execution, Session, Timer } from './timer-schema';

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
