import { readSavedId } from '../../core/feeds/field-readers';
import { isObject } from '../../core/feeds/is-object';
import { newest } from '../../core/olie/sessions';
import type { Execution, Session, Timer } from '../../core/olie/timer';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { newestOfEach } from '../newest-of-each';
import { isRefusal } from '../refusal';
import {
  flag,
  id,
  layers,
  moment,
  part,
  partOrNull,
  quantity,
  rows,
  signedSeconds,
  text,
  textOrNull,
} from '../wire';

/** The totals are computed from `started_at` and `finished_at`. */
const execution = {
  id: id(),
  project_id: id(),
  user_id: id(),
  funnel_step_id: id(),
  started_at: moment(),
  /** Null while it runs. */
  finished_at: moment(),
  /** As recorded, if it was adjusted later. */
  started_at_real: moment(),
  finished_at_real: moment(),
  hourly_rate: quantity(),
  finished_reason: textOrNull(),
  project: part({ id: id(), code: text(), name: text() }),
  user: part({ id: id(), name: text() }),
  funnel_step: part({ id: id(), name: text(), funnel: part({ name: text() }) }),
};

/** The body of `GET /api/management/project-executions/{id}`. */
const timerAnswer = part({
  current_execution: partOrNull(execution),
  recent_executions: rows(execution),
  hidden_timers: flag(),
  /**
   * Negative where the start was put into the future, and the idle time where an overnight timer is counted from its start:
   * their sum still tells when the day began.
   */
  total_time: signedSeconds(),
  idle_time: signedSeconds(),
  current_project_total_time: signedSeconds(),
  current_step_total_time: signedSeconds(),
});

type ExecutionRow = z.infer<typeof timerAnswer>['recent_executions'][number];
type FinishedRow = ExecutionRow & { started_at: number; finished_at: number };

/** Without any of these, "nothing runs" would be a guess. */
const TELLING_FIELDS = ['current_execution', 'recent_executions', 'total_time', 'hidden_timers'];

/**
 * @param answeredAtMs epoch milliseconds on the server's clock
 * @param askedId the execution that was asked for
 * @throws ApiError `unexpected-answer` for another document, or if the call failed
 */
export function parseTimer(body: unknown, answeredAtMs: number, askedId: string): Timer {
  const found = layers(body).find(isTimerAnswer);
  // The answer itself has fields of the call, such as `response`.
  if (found === undefined || isRefusal(body, found.data)) throw unexpectedAnswer(body);
  const answer = z.parse(timerAnswer, found);
  const current = answer.current_execution;
  const running = current !== null && runs(current) ? current : null;
  // If it is among the recent ones, too, that row is older.
  const others = answer.recent_executions.filter(({ id }) => id === '' || id !== running?.id);
  const finished = newestOfEach([current, ...others].filter(isFinished), age).sort(
    (a, b) => b.finished_at - a.finished_at || b.started_at - a.started_at,
  );
  return {
    answeredAtMs,
    current: running && { ...toStretch(running), startedAtMs: running.started_at },
    recent: newest(finished.map(toSession)),
    lastEarlier: null,
    hidden: answer.hidden_timers,
    totalS: answer.total_time,
    idleS: answer.idle_time,
    projectTotalS: answer.current_project_total_time,
    stepTotalS: answer.current_step_total_time,
    // Read as the form reads it: an answer may name any.
    followedId: running && readSavedId(running.id).ok ? running.id : askedId,
    userId: [running, ...finished].map((row) => row?.user_id || row?.user.id).find(Boolean) ?? '',
    estimate: null,
    user: [running, ...finished].map(toUser).find((user) => user !== null) ?? null,
  };
}

function isTimerAnswer(body: unknown): body is Record<string, unknown> {
  return isObject(body) && TELLING_FIELDS.some((name) => name in body);
}

/** An empty object, or one full of nulls, is PHP's way to say that nothing runs. */
function runs({ id, started_at, finished_at }: ExecutionRow): boolean {
  return finished_at === null && (id !== '' || started_at !== null);
}

/** The latest moment that it tells of. If a row was adjusted, that is news. */
function age({ finished_at, finished_at_real }: FinishedRow): number {
  return Math.max(finished_at, (finished_at_real ?? 0) + 0.5);
}

/** A session needs both times. */
function isFinished(row: ExecutionRow | null): row is FinishedRow {
  return row !== null && row.started_at !== null && row.finished_at !== null;
}

function toSession(row: FinishedRow): Session {
  return {
    ...toStretch(row),
    startedAtMs: row.started_at,
    finishedAtMs: row.finished_at,
    // PHP may send an empty text for none.
    finishedReason: row.finished_reason?.trim() || null,
  };
}

function toStretch(row: ExecutionRow): Omit<Execution, 'startedAtMs'> {
  return {
    id: row.id,
    recordedStartMs: adjusted(row.started_at_real, row.started_at),
    recordedFinishMs: adjusted(row.finished_at_real, row.finished_at),
    hourlyRate: row.hourly_rate,
    projectId: row.project_id || row.project.id,
    projectCode: row.project.code,
    projectName: row.project.name,
    stepId: row.funnel_step_id || row.funnel_step.id,
    stepName: row.funnel_step.name,
    funnelName: row.funnel_step.funnel.name,
  };
}

/** The recorded time, if it is another one than what counts: nobody adjusted the same time. */
function adjusted(recordedMs: number | null, effectiveMs: number | null): number | null {
  return recordedMs === effectiveMs ? null : recordedMs;
}

function toUser(row: ExecutionRow | null): Timer['user'] {
  if (row === null || row.user.name === '') return null;
  return { name: row.user.name };
}
