import { failure } from '../core/failure';
import { fields, fieldsOrNull } from '../core/fields';
import { newest } from '../core/sessions';
import type { Execution, Session, Timer } from '../core/timer';
import { ApiError } from './api-error';
import { messageOf } from './status';
import { count, flag, moment, quantity, rows, text, textOrNull } from './wire';

/** An object with none of these is some other document: "nothing runs" would be a guess. */
const TELLING_FIELDS = ['current_execution', 'recent_executions', 'total_time', 'hidden_timers'];

/** An execution on the wire: running where it has no end. */
type WireExecution = Execution & {
  finishedAtMs: number | null;
  finishedReason: string | null;
  user: Timer['user'];
};

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
  const current = execution(answer.current_execution);
  const running = current?.finishedAtMs === null ? current : null;
  const finished = rows(answer.recent_executions, execution).filter(
    ({ id }) => id === '' || id !== current?.id,
  );
  if (current !== null && running === null) finished.unshift(current);
  return {
    answeredAtMs,
    current: running && withoutEnd(running),
    recent: newest(finished.flatMap(session)),
    earlier: [],
    hidden: flag(answer.hidden_timers),
    totalS: count(answer.total_time),
    idleS: count(answer.idle_time),
    projectTotalS: count(answer.current_project_total_time),
    stepTotalS: count(answer.current_step_total_time),
    followedId: running?.id || askedId,
    user: [current, ...finished].find((row) => row?.user)?.user ?? null,
  };
}

function execution(value: unknown): WireExecution | null {
  const row = fieldsOrNull(value);
  if (row === null) return null;
  const project = fields(row.project);
  const step = fields(row.funnel_step);
  const user = fields(row.user);
  const name = text(user.name);
  return {
    id: text(row.id),
    startedAtMs: moment(row.started_at),
    finishedAtMs: moment(row.finished_at),
    recordedStartMs: moment(row.started_at_real),
    recordedFinishMs: moment(row.finished_at_real),
    hourlyRate: quantity(row.hourly_rate),
    finishedReason: textOrNull(row.finished_reason),
    projectId: text(row.project_id) || text(project.id),
    projectCode: text(project.code),
    projectName: text(project.name),
    stepId: text(row.funnel_step_id) || text(step.id),
    stepName: text(step.name),
    funnelName: text(fields(step.funnel).name),
    user: name === '' ? null : { name, avatarUrl: textOrNull(user.avatar_url) },
  };
}

function withoutEnd({ finishedAtMs, finishedReason, user, ...running }: WireExecution): Execution {
  return running;
}

/** A session without both its times cannot be shown as one. */
function session({ user, startedAtMs, finishedAtMs, ...rest }: WireExecution): Session[] {
  return startedAtMs === null || finishedAtMs === null
    ? []
    : [{ ...rest, startedAtMs, finishedAtMs }];
}
