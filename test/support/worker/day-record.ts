/** What the stand-ins' own record says that reminders should tell. */
import { addDays, dateIn, startOfDate } from '../../../lib/core/history/calendar.ts';
import { notificationId } from '../../../lib/core/reminders/ledger.ts';
import type { ReminderPreferences } from '../../../lib/core/settings/reminder-preferences.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import { ALL_OFF } from '../examples/reminder-facts.ts';
import type { Service, StandIns } from '../stand-ins/stand-ins.ts';
import { BEGIN_MS } from './clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const GOAL_S = 4 * 3600;
/** Minutes after midnight: the day begins in them, and has a night. */
const FROM_MIN = 6 * 60;
const TO_MIN = 20 * 60;
/** Enough for the time-based ones of any day. */
export const REMINDERS: ReminderPreferences = {
  ...{ isOn: true, workDays: [1, 2, 3, 4, 5, 6, 7], workFromMin: FROM_MIN, workToMin: TO_MIN },
  atMostADay: 12,
  rules: {
    ...ALL_OFF,
    ...{ 'still-running': 2, 'after-hours': 'on', goal: 'on', 'workflow-failed': 'on' },
    ...{ 'workflow-ended': 'on', 'run-failed': 'on', 'run-ended': 'on' },
  },
};

/** Something to tell once. Epoch milliseconds by the server's clock. */
export interface Reason {
  /** Of its notification. */
  id: string;
  rule: string;
  service: Service;
  /** The workflow or run that ended; null for those about time, which an answer must confirm. */
  jobId: string | null;
  fromMs: number;
  /** From then on it is too late to tell. */
  untilMs: number;
  /** From then on it is not so any more. */
  endMs: number;
}

type Execution = ReturnType<StandIns['olie']['executions']>[number];

/** All that was to be told at some moment until now, or will be if nothing changes. */
export function reasonsUntil(services: StandIns, nowMs: number): Reason[] {
  const executions = services.olie.executions();
  const dates = datesUntil(nowMs);
  return [
    ...executions.map(longRun),
    ...dates.flatMap((date) => executions.flatMap((one) => afterHours(one, date))),
    ...dates.map((date) => goalOf(executions, date)),
    ...endedWorkflows(services),
    ...endedRuns(services),
  ];
}

/** May that rule tell something at that moment? */
export function isInHours(rule: string, atMs: number): boolean {
  const minute = (atMs - startOfDate(dateIn(SAO_PAULO, atMs), SAO_PAULO)) / MINUTE_MS;
  return rule === 'after-hours' || (minute >= FROM_MIN && minute < TO_MIN);
}

function datesUntil(nowMs: number): string[] {
  const dates = [dateIn(SAO_PAULO, BEGIN_MS)];
  for (let last = dates[0] ?? ''; last < dateIn(SAO_PAULO, nowMs); dates.push(last)) {
    last = addDays(last, 1);
  }
  return dates;
}

/** So from then on for ever. */
function reasonFrom(rule: string, occurrence: string, fromMs: number): Reason {
  const id = notificationId(rule, occurrence);
  const never = Number.POSITIVE_INFINITY;
  return { id, rule, service: 'olie', jobId: null, fromMs, untilMs: never, endMs: never };
}

function longRun({ id, startedAtMs, finishedAtMs }: Execution): Reason {
  const endMs = finishedAtMs ?? Number.POSITIVE_INFINITY;
  return { ...reasonFrom('still-running', id, startedAtMs + 2 * HOUR_MS), endMs };
}

function afterHours({ id, startedAtMs, finishedAtMs }: Execution, date: string): Reason[] {
  const toMs = startOfDate(date, SAO_PAULO) + TO_MIN * MINUTE_MS;
  // Who starts after the end means it.
  if (startedAtMs >= toMs) return [];
  const endMs = finishedAtMs ?? Number.POSITIVE_INFINITY;
  const reason = reasonFrom('after-hours', `${id} ${date}`, toMs + 10 * MINUTE_MS);
  return [{ ...reason, untilMs: toMs + 2 * HOUR_MS, endMs }];
}

function goalOf(executions: Execution[], date: string): Reason {
  const startMs = startOfDate(date, SAO_PAULO);
  const endMs = startOfDate(addDays(date, 1), SAO_PAULO);
  let leftMs = GOAL_S * 1000;
  // The oldest first.
  for (const { startedAtMs, finishedAtMs } of executions.toReversed()) {
    const fromMs = Math.max(startMs, startedAtMs);
    const trackedMs = Math.max(0, Math.min(endMs, finishedAtMs ?? endMs) - fromMs);
    if (trackedMs >= leftMs) return { ...reasonFrom('goal', date, fromMs + leftMs), endMs };
    leftMs -= trackedMs;
  }
  return { ...reasonFrom('goal', date, Number.POSITIVE_INFINITY), endMs };
}

function ended(what: 'workflow' | 'run', jobId: string, isBad: boolean, fromMs: number): Reason {
  const reason = reasonFrom(`${what}-${isBad ? 'failed' : 'ended'}`, jobId, fromMs);
  return { ...reason, service: what === 'run' ? 'zaia' : 'b3os', jobId };
}

function endedWorkflows({ b3os }: StandIns): Reason[] {
  return b3os.executions().flatMap(({ id, status, finishedAt }) => {
    const isBad = status === 'workflow_failed';
    return finishedAt === null ? [] : [ended('workflow', id, isBad, Date.parse(finishedAt))];
  });
}

function endedRuns({ zaia }: StandIns): Reason[] {
  return zaia.runs().flatMap(({ id, status, endedAtMs }) => {
    return endedAtMs === null ? [] : [ended('run', id, status === 'failed', endedAtMs)];
  });
}
