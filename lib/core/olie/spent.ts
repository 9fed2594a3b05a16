import { type Clock, readSeconds, runningFrom, standing } from '../time/clock';
import type { Estimate } from './estimate';
import { type Timer, timerClocks } from './timer';

/** `Date` and the counts are rounded one by one, and a slow service counts before it answers. */
const SLACK_S = 60;

/**
 * What is tracked on the estimate's project by now: `elapsedS`, and what was tracked since then by the effective times of
 * the user's executions. It stands if the running one has no start that can be read.
 *
 * Olie's documentation does not say whether `elapsed` counts the execution that runs. All its other totals do, so this
 * one is taken to do so. If more was tracked on the project today than `elapsed` says of all days, it does not: then all
 * of that execution comes on top. (The other sign, an `elapsed` that does not grow: lib/api/olie/project.ts.)
 */
export function spentClock(timer: Timer, { projectId, answeredAtMs, elapsedS }: Estimate): Clock {
  const { projectTotal } = timerClocks(timer);
  const todayS = projectTotal === null ? 0 : readSeconds(projectTotal, answeredAtMs);
  const isWithoutRunning = todayS > elapsedS + SLACK_S;
  const countedFrom = (startMs: number) =>
    isWithoutRunning ? startMs : Math.max(startMs, answeredAtMs);
  const spentMs = timer.recent
    .filter((one) => one.projectId === projectId && one.finishedAtMs > answeredAtMs)
    .map((one) => Math.max(0, one.finishedAtMs - countedFrom(one.startedAtMs)))
    .reduce((sum, ms) => sum + ms, elapsedS * 1000);
  const startMs = timer.current?.startedAtMs;
  return startMs
    ? runningFrom(countedFrom(startMs) - spentMs)
    : standing(Math.floor(spentMs / 1000));
}
