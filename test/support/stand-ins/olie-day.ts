/** The executions that the stand-in of Olie knows, and its answer about them. Times are whole seconds, in ms. */
import { randomUUID } from 'node:crypto';
import example from '../../fixtures/olie-project-execution.json' with { type: 'json' };

/** The moment at which the documented example is right: 2275 s after its running execution began. */
const EXAMPLE_AT_MS = Date.parse('2026-03-13T21:17:54Z');
/** Midnight at UTC-3, where the example's user is. */
const EXAMPLE_DAY_AT_MS = Date.parse('2026-03-13T03:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
/** All time zones differ from UTC by a multiple of this. */
const QUARTER_MS = 15 * 60 * 1000;

type Documented = typeof example.current_execution;

/** An execution on the wire. Some fields are null in the example only because it runs. */
type OlieExecution = Omit<
  Documented,
  'finished_at' | 'finished_reason' | 'started_at_real' | 'finished_at_real' | 'user'
> & {
  finished_at: string | null;
  finished_reason: string | null;
  started_at_real: string | null;
  finished_at_real: string | null;
  user: { id: string; name: string; avatar_url: string | null };
};

/** What a new execution is about. Default: as the execution before it. */
export interface OlieWork {
  project?: OlieExecution['project'];
  step?: Omit<OlieExecution['funnel_step'], 'project_funnel_id'>;
  /** In currency units. */
  hourlyRate?: number;
  userName?: string;
}

export interface OlieDay {
  startOfDayMs: number;
  current: OlieExecution | null;
  /** Newest first. */
  finished: OlieExecution[];
}

/** The documented day moved to now. It begins at the nearest moment that is midnight somewhere. */
export function exampleDay(nowMs: number): OlieDay {
  const shiftMs = nowMs - EXAMPLE_AT_MS;
  const shifted = (time: string) => wireTime(Date.parse(time) + shiftMs);
  const moved = (execution: OlieExecution): OlieExecution => ({
    ...execution,
    started_at: shifted(execution.started_at),
    finished_at: execution.finished_at && shifted(execution.finished_at),
    finished_at_real: execution.finished_at_real && shifted(execution.finished_at_real),
    // The example's picture is on the internet, which tests do not use.
    user: { ...execution.user, avatar_url: null },
  });
  return {
    startOfDayMs: Math.round((EXAMPLE_DAY_AT_MS + shiftMs) / QUARTER_MS) * QUARTER_MS,
    current: moved(example.current_execution),
    finished: example.recent_executions.map(moved),
  };
}

/** Ends the running execution, if there is one. */
export function stopped(day: OlieDay, nowMs: number): OlieDay {
  if (!day.current) return day;
  const ended = { ...day.current, finished_at: wireTime(nowMs), finished_reason: 'self_stop' };
  return { ...day, current: null, finished: [ended, ...day.finished] };
}

/** Begins an execution, and ends the one before it. */
export function started(
  day: OlieDay,
  nowMs: number,
  { project, step, hourlyRate, userName }: OlieWork,
): OlieDay {
  const before = stopped(day, nowMs);
  const model = before.finished[0] ?? exampleDay(nowMs).current;
  if (!model) throw new Error('The documented example has no running execution');
  const funnelStep = step ? { ...step, project_funnel_id: step.funnel.id } : model.funnel_step;
  const current: OlieExecution = {
    ...model,
    id: randomUUID(),
    project: project ?? model.project,
    project_id: (project ?? model.project).id,
    funnel_step: funnelStep,
    funnel_step_id: funnelStep.id,
    hourly_rate: hourlyRate ?? model.hourly_rate,
    user: { ...model.user, name: userName ?? model.user.name },
    started_at: wireTime(nowMs),
    finished_at: null,
    finished_reason: null,
    started_at_real: null,
    finished_at_real: null,
  };
  return { ...before, current };
}

/** When an execution ran, by the server's clock in epoch milliseconds. */
export interface Times {
  startedAtMs: number;
  /** Null while it runs. */
  finishedAtMs: number | null;
}

/** All executions of all days, newest first. */
export function timesOf({ current, finished }: OlieDay): (Times & { id: string })[] {
  return [...(current ? [current] : []), ...finished].map(({ id, started_at, finished_at }) => ({
    id,
    startedAtMs: Date.parse(started_at),
    finishedAtMs: finished_at === null ? null : Date.parse(finished_at),
  }));
}

/** Gives a finished execution other times. Those that were recorded stay. */
export function adjusted(
  day: OlieDay,
  id: string,
  startedAtMs: number,
  finishedAtMs: number,
): OlieDay {
  const finished = day.finished.map((execution) =>
    execution.id === id
      ? {
          ...execution,
          started_at: wireTime(startedAtMs),
          finished_at: wireTime(finishedAtMs),
          started_at_real: execution.started_at_real ?? execution.started_at,
          finished_at_real: execution.finished_at_real ?? execution.finished_at,
        }
      : execution,
  );
  return { ...day, finished };
}

/** Deletes a finished execution. */
export function without(day: OlieDay, id: string): OlieDay {
  return { ...day, finished: day.finished.filter((execution) => execution.id !== id) };
}

/** The documented answer. If nothing runs, its totals are those of the last execution's project and step. */
export function answerAt({ startOfDayMs, current, finished }: OlieDay, nowMs: number) {
  // When a day is over, the next one begins.
  const days = Math.max(0, Math.floor((nowMs - startOfDayMs) / DAY_MS));
  const startMs = startOfDayMs + days * DAY_MS;
  const secondsToday = ({ started_at, finished_at }: OlieExecution) => {
    const endMs = finished_at ? Date.parse(finished_at) : nowMs;
    return Math.max(0, endMs - Math.max(startMs, Date.parse(started_at))) / 1000;
  };
  const finishedToday = finished.filter((execution) => secondsToday(execution) > 0);
  const today = [...(current ? [current] : []), ...finishedToday];
  const [last] = today;
  const total = (executions: OlieExecution[]) =>
    executions.reduce((sum, execution) => sum + secondsToday(execution), 0);
  const onProject = today.filter(({ project_id }) => project_id === last?.project_id);
  const onStep = onProject.filter(({ funnel_step_id }) => funnel_step_id === last?.funnel_step_id);
  return {
    response: true,
    current_execution: current,
    recent_executions: finishedToday,
    hidden_timers: false,
    total_time: total(today),
    idle_time: (nowMs - startMs) / 1000 - total(today),
    current_project_total_time: total(onProject),
    current_step_total_time: total(onStep),
  };
}

/** Olie writes microseconds, which are always 0 in its example. */
function wireTime(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '000Z');
}
