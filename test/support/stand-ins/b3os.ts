import { randomUUID } from 'node:crypto';
import made from '../../fixtures/b3os-public-execution.made.json' with { type: 'json' };
import { ENDED, NODES, RUNNING, type Step, stepTo, WALK } from './b3os-steps.ts';
import { type EventStreams, eventStreams, MESSAGE } from './event-streams.ts';
import {
  type Answer,
  type ReceivedRequest,
  type StandInServer,
  startStandInServer,
} from './server.ts';

/** The moment at which the made example is right: a little after its last event. */
const EXAMPLE_AT_MS = Date.parse('2026-03-13T21:17:54Z');
const MINUTE_MS = 60_000;
const EXECUTION = /^\/v1\/public\/executions\/([^/]+)(?:\/stream)?$/;
const STREAM = /^\/v1\/public\/executions\/([^/]+)\/stream$/;

type Execution = Omit<typeof made.data, 'clientSafeMetadata' | 'startedAt' | 'finishedAt'> & {
  clientSafeMetadata: Record<string, unknown>;
  startedAt: string | null;
  finishedAt: string | null;
};
/** `at` is its place in WALK. */
interface Entry {
  token: string;
  at: number;
  execution: Execution;
}

interface NewExecution {
  id?: string;
  orderId?: string;
  token?: string;
  /** Default: the first one. For another, it has walked there in this moment. */
  status?: string;
  metadata?: Record<string, unknown>;
}
export interface AddedWorkflow {
  id: string;
  token: string;
}
export interface StandInB3os extends StandInServer {
  /** The streams of executions, by their ids. Each step of an execution is a message. */
  streams: EventStreams;
  /** Begins an execution. */
  add: (options?: NewExecution) => AddedWorkflow;
  /** Adds three for a demo: the made example, which runs, one that awaits payment, and one that succeeded. */
  addDemo: () => AddedWorkflow[];
  /** The execution as it would be answered now. */
  executionOf: (id: string) => Execution | undefined;
  /** All executions as they are now. */
  executions: () => Execution[];
  /** Takes the next step, or goes to a status, which may be unknown. Returns the status; what has ended stays. */
  advance: (id: string, to?: string) => string;
}

/** Plays B3OS: each execution is for whoever has its client token. */
export async function startStandInB3os({
  now = Date.now,
}: {
  now?: () => number;
} = {}): Promise<StandInB3os> {
  const entries = new Map<string, Entry>();

  const begin = (options: NewExecution, startMs: number, stepMs: number): AddedWorkflow => {
    const { id = `exe_${randomUUID()}`, token = `ct_${randomUUID()}`, metadata = {} } = options;
    const { orderId = `ord_${randomUUID()}`, status = 'awaiting_payment' } = options;
    const created: Execution = {
      ...{ ...made.data, id, orderId, clientSafeMetadata: metadata, createdAt: wireTime(startMs) },
      ...{ checkoutSessionId: `cs_${id}`, paymentStatus: 'pending', runId: '' },
      ...{ startedAt: null, finishedAt: null, events: [] },
    };
    const found = WALK.findIndex((one) => one.status === status);
    const at = found < 0 ? RUNNING : found;
    const steps = [...WALK.slice(0, at + 1), ...(found < 0 ? [stepTo(status)] : [])];
    const walk = (before: Execution, one: Step, index: number) =>
      after(before, one, startMs + index * stepMs);
    entries.set(id, { token, at, execution: steps.reduce(walk, created) });
    return { id, token };
  };

  const streams = eventStreams();
  const entryAt = ({ path }: Pick<ReceivedRequest, 'path'>, pattern: RegExp) => {
    const { pathname, searchParams } = new URL(path, 'http://b3os');
    const id = decodeURIComponent(pattern.exec(pathname)?.[1] ?? '');
    return { id, entry: entries.get(id), searchParams };
  };
  const good = (request: ReceivedRequest): Answer => {
    const { method } = request;
    const { entry, searchParams } = entryAt(request, EXECUTION);
    if (method !== 'GET') return answer(405, 'method not allowed');
    if (!entry) return answer(404, 'execution not found');
    if (searchParams.get('token') !== entry.token) return answer(401, 'invalid client token');
    return answer(200, 'success', entry.execution);
  };
  const server = await startStandInServer(good, now, (request, response) => {
    const { id, entry, searchParams } = entryAt(request, STREAM);
    if (!entry || searchParams.get('token') !== entry.token) return false;
    streams.begin(id, response);
    return true;
  });
  return {
    ...server,
    streams,
    add: (options = {}) => begin(options, now(), 0),
    addDemo: () => {
      const execution = moved(made.data, now() - EXAMPLE_AT_MS);
      const running = { id: execution.id, token: 'ct_demo_4821' };
      entries.set(running.id, { token: running.token, at: RUNNING, execution });
      const awaiting = { id: 'exe_4822', orderId: 'ord_4822', token: 'ct_demo_4822' };
      const done = { id: 'exe_4820', orderId: 'ord_4820', token: 'ct_demo_4820' };
      return [
        running,
        begin(awaiting, now() - 2 * MINUTE_MS, 0),
        begin({ ...done, status: 'workflow_succeeded' }, now() - 80 * MINUTE_MS, 3 * MINUTE_MS),
      ];
    },
    executionOf: (id) => entries.get(id)?.execution,
    executions: () => [...entries.values()].map(({ execution }) => execution),
    advance: (id, to) => {
      const entry = entries.get(id);
      if (!entry) throw new Error(`There is no execution ${id}`);
      if (ENDED.includes(entry.execution.status)) return entry.execution.status;
      const found = WALK.findIndex(({ status }, index) => index > entry.at && status === to);
      const next = to === undefined ? WALK[entry.at + 1] : (WALK[found] ?? stepTo(to));
      if (next) entry.execution = after(entry.execution, next, now());
      streams.send(id, MESSAGE);
      if (ENDED.includes(entry.execution.status)) streams.end(id);
      entry.at = to === undefined ? entry.at + 1 : Math.max(found, entry.at);
      return entry.execution.status;
    },
  };
}

/** The execution after one more step. */
function after(before: Execution, { status, ...told }: Step, atMs: number): Execution {
  const at = wireTime(atMs);
  const startedAt = before.startedAt ?? (status === 'workflow_running' ? at : null);
  const runId = startedAt ? `run_${before.id}` : '';
  const id = `${before.id}_evt_${before.events.length + 1}`;
  return {
    ...before,
    status,
    runId,
    paymentStatus: status === 'awaiting_payment' ? 'pending' : 'paid',
    startedAt,
    finishedAt: ENDED.includes(status) ? at : null,
    events: [
      ...before.events,
      { ...told, id, createdAt: at, nodeId: NODES[told.title] ?? '', runId },
    ],
  };
}

/** The made example, so much later. */
function moved(example: typeof made.data, byMs: number): Execution {
  const shifted = (time: string) => wireTime(Date.parse(time) + byMs);
  return {
    ...example,
    createdAt: shifted(example.createdAt),
    startedAt: shifted(example.startedAt),
    events: example.events.map((one) => ({ ...one, createdAt: shifted(one.createdAt) })),
  };
}

function wireTime(atMs: number): string {
  return new Date(atMs).toISOString();
}

function answer(status: number, message: string, data: Execution | null = null): Answer {
  return { status, body: { code: status, data, message, requestId: randomUUID() } };
}
