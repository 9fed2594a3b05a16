import { failure } from '../../core/feeds/failure';
import { fields, fieldsOrNull } from '../../core/fields';
import { newest } from '../../core/olie/sessions';
import type { Execution, Session, Timer } from '../../core/olie/timer';
import { ApiError } from '../api-error';
import { messageOf } from '../status';
import { count, flag, moment, quantity, rows, text, textOrNull } from '../wire';

/** An object with none of these is some other document: "nothing runs" would be a guess. */
const TELLING_FIELDS = ['current_execution', 'recent_executions', 'total_time', 'hidden_timers'];

type Row = Record<string, unknown>;

/**
 * Reads the body of `GET /project-executions/{id}`. Every field may be missing or broken without costing the rest.
 * @param answeredAtMs the moment of the answer on the server's clock
 * @param askedId the execution that was asked for
 * @throws ApiError `unexpected-answer` where it is another document, or says that it did not succeed
 */
export function parseTimer(body: unknown, answeredAtMs: number, askedId: string): Timer {
  const answer = fields(body);
  if (answer.response === false || !TELLING_FIELDS.some((name) => name in answer)) {
    throw new ApiError(failure('unexpected-answer', messageOf(body)));
  }
  const current = fieldsOrNull(answer.current_execution);
  const id = text(current?.id);
  const isRunning = current !== null && moment(current.finished_at) === null;
  const finished = rows(answer.recent_executions, ended).filter(
    ({ row }) => id === '' || text(row.id) !== id,
  );
  const last = isRunning ? null : ended(current);
  // Of an answer with thousands, 200 are kept: of the others no more is read than their times.
  const kept = newest(last === null ? finished : [last, ...finished]);
  return {
    answeredAtMs,
    current: isRunning ? { ...stretch(current), startedAtMs: moment(current.started_at) } : null,
    recent: kept.map(session),
    lastEarlier: null,
    hidden: flag(answer.hidden_timers),
    totalS: count(answer.total_time),
    idleS: count(answer.idle_time),
    projectTotalS: count(answer.current_project_total_time),
    stepTotalS: count(answer.current_step_total_time),
    followedId: (isRunning && id) || askedId,
    user: [current, ...kept.map(({ row }) => row)].map(userOf).find(Boolean) ?? null,
  };
}

/** A finished execution on the wire. */
interface Ended {
  row: Row;
  startedAtMs: number;
  finishedAtMs: number;
}

/** Null without both its times: it cannot be shown as a session. */
function ended(value: unknown): Ended | null {
  const row = fieldsOrNull(value);
  const startedAtMs = moment(row?.started_at);
  const finishedAtMs = moment(row?.finished_at);
  return row && startedAtMs !== null && finishedAtMs !== null
    ? { row, startedAtMs, finishedAtMs }
    : null;
}

function session({ row, startedAtMs, finishedAtMs }: Ended): Session {
  const finishedReason = textOrNull(row.finished_reason);
  return { ...stretch(row), startedAtMs, finishedAtMs, finishedReason };
}

/** What running and finished executions have in common. */
function stretch(row: Row): Omit<Execution, 'startedAtMs'> {
  const project = fields(row.project);
  const step = fields(row.funnel_step);
  return {
    id: text(row.id),
    recordedStartMs: moment(row.started_at_real),
    recordedFinishMs: moment(row.finished_at_real),
    hourlyRate: quantity(row.hourly_rate),
    projectId: text(row.project_id) || text(project.id),
    projectCode: text(project.code),
    projectName: text(project.name),
    stepId: text(row.funnel_step_id) || text(step.id),
    stepName: text(step.name),
    funnelName: text(fields(step.funnel).name),
  };
}

function userOf(row: Row | null): Timer['user'] {
  const user = fields(row?.user);
  const name = text(user.name);
  return name === '' ? null : { name, avatarUrl: textOrNull(user.avatar_url) };
}
