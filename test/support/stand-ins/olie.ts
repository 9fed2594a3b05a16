import { answerAt, exampleDay, type OlieWork, started, stopped } from './olie-day.ts';
import {
  type Answer,
  type ReceivedRequest,
  type StandInServer,
  startStandInServer,
} from './server.ts';

export type StandInOlieOptions = {
  /** The only token that is let in; 'olie_test_token|abc123' where left out. */
  token?: string;
  /** This computer's clock, in epoch milliseconds; Date.now where left out. */
  now?: () => number;
  /** By how much the server's clock is ahead of that. */
  clockSkewMs?: number;
  /** When the user's day began, by the server's clock: only what was tracked since counts. The documented midnight where left out. */
  startOfDayMs?: number;
};

export type StandInOlie = StandInServer & {
  token: string;
  /** The id of the execution that runs at the start. */
  executionId: string;
  /** What would be answered now to whoever may ask. */
  answer: () => Record<string, unknown>;
  /** Ends the running execution, if any. */
  stop: (reason?: string) => void;
  /** Begins an execution, whose id is given back, and ends the one before it. */
  start: (work?: OlieWork) => string;
  /** Overrides fields of the answer from now on; a field that is undefined is left out of it; null ends all overriding. */
  set: (patch: Record<string, unknown> | null) => void;
  /** The picture of the user, in every execution; null, as at the start, for none. */
  avatar: (url: string | null) => void;
  /** Lets the user's day have begun at this time by the server's clock. */
  startDay: (startOfDayMs: number) => void;
};

/** Plays Olie, with the documented example as if it were answered at this moment. */
export async function startStandInOlie(options: StandInOlieOptions = {}): Promise<StandInOlie> {
  const { token = 'olie_test_token|abc123', now = Date.now, clockSkewMs = 0 } = options;
  // Whole seconds, as in the Date header, so that the header and the totals never disagree.
  const clock = () => wholeSeconds(now() + clockSkewMs);
  const documented = exampleDay(clock());
  let day = {
    ...documented,
    startOfDayMs: wholeSeconds(options.startOfDayMs ?? documented.startOfDayMs),
  };
  let overrides: Record<string, unknown> = {};

  const answer = () => ({ ...answerAt(day, clock()), ...overrides });
  const knownIds = () => new Set([day.current, ...day.finished].map((execution) => execution?.id));

  const respond = (request: ReceivedRequest): Answer => {
    const { pathname } = new URL(request.path, 'http://olie');
    const id = /^\/api\/management\/project-executions\/([^/]+)$/.exec(pathname)?.[1];
    if (id === undefined) return { status: 404, body: { message: 'Not Found' } };
    if (request.method !== 'GET')
      return { status: 405, body: { message: 'The method is not supported for this route.' } };
    if (request.authorization !== `Bearer ${token}`)
      return { status: 401, body: { message: 'Unauthenticated.' } };
    if (!knownIds().has(decodeURIComponent(id)))
      return { status: 404, body: { message: 'No query results for model.' } };
    return { status: 200, body: answer() };
  };

  return {
    ...(await startStandInServer(respond, clock)),
    token,
    executionId: documented.current?.id ?? '',
    answer,
    stop: (reason = 'self_stop') => {
      day = stopped(day, clock(), reason);
    },
    start: (work = {}) => {
      day = started(day, clock(), work);
      return day.current?.id ?? '';
    },
    set: (patch) => {
      overrides = patch ? { ...overrides, ...patch } : {};
    },
    avatar: (url) => {
      const seen = <T extends { user: object }>(execution: T) => ({
        ...execution,
        user: { ...execution.user, avatar_url: url },
      });
      day = { ...day, current: day.current && seen(day.current), finished: day.finished.map(seen) };
    },
    startDay: (startOfDayMs) => {
      day = { ...day, startOfDayMs: wholeSeconds(startOfDayMs) };
    },
  };
}

function wholeSeconds(atMs: number): number {
  return Math.floor(atMs / 1000) * 1000;
}
