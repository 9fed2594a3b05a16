import { randomUUID } from 'node:crypto';
import example from '../../fixtures/olie-project-execution.json' with { type: 'json' };

/** When the documented example was answered: 2275 s after its running execution began. */
const EXAMPLE_AT_MS = Date.parse('2026-03-13T21:17:54Z');
/** Midnight at UTC-3, where the example's user is. */
const EXAMPLE_DAY_AT_MS = Date.parse('2026-03-13T03:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
/** Every zone of the world is a multiple of a quarter of an hour from UTC. */
const QUARTER_MS = 15 * 60 * 1000;

type Documented = typeof example.current_execution;

/** An execution on the wire: the documented one, with what is null in it because it runs. */
export type OlieExecution = Omit<
  Documented,
  'finished_at' | 'finished_reason' | 'started_at_real' | 'finished_at_real' | 'user'
> & {
  finished_at: string | null;
  finished_reason: string | null;
  started_at_real: string | null;
  finished_at_real: string | null;
  user: { id: string; name: string; avatar_url: string | null };
};

/** What a started execution is on; what is left out is as in the execution before it. */
export type OlieWork = {
  project?: OlieExecution['project'];
  step?: Omit<OlieExecution['funnel_step'], 'project_funnel_id'>;
  /** In currency units. */
  hourlyRate?: number;
};

/** The executions that a stand-in knows: at most one that runs, and finished ones, newest first. */
export type OlieDay = {
  startOfDayMs: number;
  current: OlieExecution | null;
  finished: OlieExecution[];
};

/**
 * The documented day, moved so that it is `nowMs` at the moment of the example; it begins at the nearest moment that is
 * midnight somewhere. Times here are whole seconds, in ms.
 */
export function exampleDay(nowMs: number): OlieDay {
  const shiftMs = nowMs - EXAMPLE_AT_MS;
  const moved = (execution: OlieExecution): OlieExecution => ({
    ...execution,
    started_at: shifted(execution.started_at, shiftMs),
    finished_at: execution.finished_at && shifted(execution.finished_at, shiftMs),
    finished_at_real: execution.finished_at_real && shifted(execution.finished_at_real, shiftMs),
    // The example's picture is in the internet, where no test goes.
    user: { ...execution.user, avatar_url: null },
  });
  return {
    startOfDayMs: Math.round((EXAMPLE_DAY_AT_MS + shiftMs) / QUARTER_MS) * QUARTER_MS,
    current: moved(example.current_execution),
    finished: example.recent_executions.map(moved),
  };
}

/** The day in which the running execution, if any, has ended. */
export function stopped(day: OlieDay, nowMs: number, reason: string): OlieDay {
  if (!day.current) return day;
  const ended = { ...day.current, finished_at: wireTime(nowMs), finished_reason: reason };
  return { ...day, current: null, finished: [ended, ...day.finished] };
}

/** The day in which a new execution has begun, and the one before it has ended. */
export function started(
  day: OlieDay,
  nowMs: number,
  { project, step, hourlyRate }: OlieWork,
): OlieDay {
  const before = stopped(day, nowMs, 'self_stop');
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
    started_at: wireTime(nowMs),
    finished_at: null,
    finished_reason: null,
    started_at_real: null,
    finished_at_real: null,
  };
  return { ...before, current };
}

/** The documented answer, made at `nowMs`. Where nothing runs, the project and step of the last execution are the current ones. */
export function answerAt(day: OlieDay, nowMs: number) {
  // Of a day that is over, the next one begins at its end.
  const startMs =
    day.startOfDayMs + Math.max(0, Math.floor((nowMs - day.startOfDayMs) / DAY_MS)) * DAY_MS;
  const secondsToday = ({ started_at, finished_at }: OlieExecution) =>
    Math.max(
      0,
      (finished_at ? Date.parse(finished_at) : nowMs) - Math.max(startMs, Date.parse(started_at)),
    ) / 1000;
  const finishedToday = day.finished.filter((execution) => secondsToday(execution) > 0);
  const today = [...(day.current ? [day.current] : []), ...finishedToday];
  const total = (executions: OlieExecution[]) =>
    executions.reduce((sum, execution) => sum + secondsToday(execution), 0);
  const onProject = today.filter(({ project_id }) => project_id === today[0]?.project_id);
  const onStep = onProject.filter(
    ({ funnel_step_id }) => funnel_step_id === today[0]?.funnel_step_id,
  );
  return {
    response: true,
    current_execution: day.current,
    recent_executions: finishedToday,
    hidden_timers: false,
    total_time: total(today),
    idle_time: (nowMs - startMs) / 1000 - total(today),
    current_project_total_time: total(onProject),
    current_step_total_time: total(onStep),
  };
}

function shifted(wire: string, byMs: number): string {
  return wireTime(Date.parse(wire) + byMs);
}

/** Olie writes microseconds, which are always 0 in its example. */
function wireTime(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '000Z');
}
