import {
  adjusted,
  answerAt,
  exampleDay,
  type OlieWork,
  started,
  stopped,
  type Times,
  timesOf,
  without,
} from './olie-day.ts';
import { type Expected, NOTHING_SPECIAL, projectAt } from './olie-project.ts';
import {
  type Fault,
  type ReceivedRequest,
  type StandInServer,
  startStandInServer,
} from './server.ts';

interface StandInOlieOptions {
  /** The only token that is accepted. */
  token?: string;
  /** This computer's clock, in epoch milliseconds. Default: Date.now. */
  now?: () => number;
  /** How far the server's clock is ahead of that. Default: 0. */
  clockSkewMs?: number;
}

export interface StandInOlie extends StandInServer {
  token: string;
  /** The id of the execution that runs at the start. */
  executionId: string;
  /** The answer as it would be now. */
  answer: () => Record<string, unknown>;
  /** Ends the running execution, if there is one. */
  stop: () => void;
  /** Begins an execution, ends the one before it, and returns the new id. */
  start: (work?: OlieWork) => string;
  /** Gives a finished execution other times, in epoch milliseconds. */
  adjust: (id: string, times: { startedAtMs: number; finishedAtMs: number }) => void;
  /** Deletes a finished execution. */
  remove: (id: string) => void;
  /** The executions of all days as they are now, newest first. */
  executions: () => (Times & { id: string })[];
  /** Replaces fields of all answers; `undefined` removes a field. Null ends all replacements. */
  set: (patch: Record<string, unknown> | null) => void;
  /** What is expected on each project from now on. */
  expect: (expected: Partial<Expected>) => void;
  /** Sets when the user's day began, by the server's clock. Default: the documented midnight. */
  startDay: (startOfDayMs: number) => void;
}

/** Plays Olie: the documented example moved to now. */
export async function startStandInOlie({
  token = 'olie_test_token|abc123',
  now = Date.now,
  clockSkewMs = 0,
}: StandInOlieOptions = {}): Promise<StandInOlie> {
  // Whole seconds, as in the Date header, so that the totals agree with it.
  const wholeSeconds = (atMs: number) => Math.floor(atMs / 1000) * 1000;
  const clock = () => wholeSeconds(now() + clockSkewMs);
  let day = exampleDay(clock());
  const executionId = day.current?.id ?? '';
  let patches: Record<string, unknown> = {};
  const answer = () => ({ ...answerAt(day, clock()), ...patches });
  let expected = NOTHING_SPECIAL;
  const isKnown = (id: string) => [day.current, ...day.finished].some((one) => one?.id === id);

  const server = await startStandInServer(
    ({ method, path, authorization }) => {
      const { pathname } = new URL(path, 'http://olie');
      const [, what, id] =
        /^\/api\/management\/(project-executions|projects)\/([^/]+)$/.exec(pathname) ?? [];
      const refused = (status: number, message: string) => ({ status, body: { message } });
      if (id === undefined) return refused(404, 'Not Found');
      if (method !== 'GET') return refused(405, 'The method is not supported for this route.');
      if (authorization !== `Bearer ${token}`) return refused(401, 'Unauthenticated.');
      const project = projectAt(day, clock(), decodeURIComponent(id), expected);
      if (what === 'projects' && project) return { status: 200, body: project };
      if (!isKnown(decodeURIComponent(id))) return refused(404, 'No query results for model.');
      return { status: 200, body: answer() };
    },
    clock,
    undefined,
    isProjectRequest,
  );
  return {
    ...server,
    token,
    executionId,
    answer,
    stop: () => {
      day = stopped(day, clock());
    },
    start: (work = {}) => {
      day = started(day, clock(), work);
      return day.current?.id ?? '';
    },
    adjust: (id, { startedAtMs, finishedAtMs }) => {
      day = adjusted(day, id, wholeSeconds(startedAtMs), wholeSeconds(finishedAtMs));
    },
    remove: (id) => {
      day = without(day, id);
    },
    executions: () => timesOf(day),
    set: (patch) => {
      patches = patch ? { ...patches, ...patch } : {};
    },
    expect: (patch) => {
      expected = { ...expected, ...patch };
    },
    startDay: (startOfDayMs) => {
      day = { ...day, startOfDayMs: wholeSeconds(startOfDayMs) };
    },
  };
}

export function isProjectRequest({ path }: ReceivedRequest): boolean {
  return path.includes('/projects/');
}

/** For `fail`: only requests for a project meet this fault. */
export function onProjects(fault: Fault): Fault {
  return (good, request) => {
    if (!isProjectRequest(request)) return null;
    return typeof fault === 'function' ? fault(good, request) : fault;
  };
}
