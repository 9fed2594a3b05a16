import examples from '../../fixtures/zaia-executions.made.json' with { type: 'json' };
import exampleNesting from '../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import { type Answer, type StandInServer, startStandInServer } from './server.ts';

interface StandInZaiaOptions {
  /** Epoch milliseconds. Default: Date.now. */
  now?: () => number;
  /** The only key that is accepted. */
  apiKey?: string;
  /** How many runs there are at the start, over the last two days. */
  runs?: number;
}

export interface StandInZaia extends StandInServer {
  apiKey: string;
  /** The newest ten runs, each with its children. */
  list: () => unknown[];
  /** All runs that no other run called, newest first. Times are epoch milliseconds; null until the run has ended. */
  runs: () => { id: string; status: string; endedAtMs: number | null }[];
  /** Begins a run, and returns its id. */
  startRun: (patch?: { parentId?: string; responderId?: string }) => string;
  /** The id of the chat message that started a run. */
  messageOf: (id: string) => string;
  /** Ends a run. Default: as completed. */
  endRun: (id: string, status?: string) => void;
}

type Execution = Omit<(typeof examples)[number], 'endedAt' | 'parentId' | 'detail'> & {
  endedAt: string | null;
  parentId: string | null;
  detail: unknown;
};
type Nested = Execution & { children: Nested[] };

/** The moment at which the made examples are right. */
const EXAMPLES_AT_MS = Date.parse('2026-03-13T21:17:54Z');
const MINUTE_MS = 60_000;
const SPAN_MS = 44 * 60 * MINUTE_MS;
/** We do not know `skipped`, so it must show by its own name. */
const STATUSES = ['completed', 'completed', 'failed', 'completed', 'cancelled', 'skipped'];
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const REFUSED = {
  code: 'UNAUTHORIZED',
  name: 'UnauthorizedError',
  message: 'Invalid API key',
  cta: { type: 'link', url: 'https://endless.zaia.app/settings/api-keys' },
  feedback: {
    enUs: 'Your API key is not valid.',
    esEs: 'Tu clave de API no es válida.',
    ptBr: 'Sua chave de API não é válida.',
  },
};

/** Plays Zaia: the made examples moved to now, and older runs before them. */
export async function startStandInZaia({
  now = Date.now,
  apiKey = 'zaia_test_key-123',
  runs = 37,
}: StandInZaiaOptions = {}): Promise<StandInZaia> {
  let started = 0;
  let executions = Array.from({ length: runs }, (_, index) => execution(index, runs, now()));
  const exampleChildren = exampleNesting.children.map(
    (child): Nested => ({ ...moved(child, now() - EXAMPLES_AT_MS), children: [] }),
  );
  const nested = (run: Execution): Nested => {
    if (run.id === exampleNesting.id) return { ...run, children: exampleChildren };
    return { ...run, children: run.isAgentic ? childrenOf(run) : [] };
  };

  const server = await startStandInServer(({ method, path, authorization }) => {
    const { pathname, searchParams } = new URL(path, 'http://zaia');
    const [isKnown, name] = /^\/api\/v1\/executions(?:\/([^/]+))?$/.exec(pathname) ?? [];
    if (method !== 'GET' || isKnown === undefined) return refused(404, 'Not found');
    if (authorization !== apiKey) return { status: 401, body: REFUSED };
    if (name === undefined) return page(executions, searchParams);
    const id = name === 'nestings' ? searchParams.get('executionId') : name;
    const messageId = searchParams.get('chatMessageId');
    const found = executions.find((one) => one.id === id || messageOf(one.id) === messageId);
    if (found === undefined) return refused(404, 'Execution not found');
    return { status: 200, body: name === 'nestings' ? nested(found) : withDetail(found) };
  }, now);
  return {
    ...server,
    apiKey,
    list: () => executions.slice(0, 10).map(nested),
    runs: () =>
      executions.map(({ id, status, endedAt }) => {
        return { id, status, endedAtMs: endedAt === null ? null : Date.parse(endedAt) };
      }),
    messageOf,
    startRun: (patch = {}) => {
      started += 1;
      const id = uuid('9a0d', started);
      const fresh = {
        ...execution(0, 1, now()),
        ...times(now(), null),
        ...{ id, creditsUsed: 0 },
        ...patch,
      };
      executions = [fresh, ...executions];
      return id;
    },
    endRun: (id, status = 'completed') => {
      executions = executions.map((one) =>
        one.id === id ? { ...one, status, ...times(Date.parse(one.startedAt), now()) } : one,
      );
    },
  };
}

function page(executions: Execution[], query: URLSearchParams): Answer {
  const number = Number(query.get('pageNumber') ?? 1);
  const size = Number(query.get('pageSize') ?? 10);
  const ids = query.getAll('responderIds');
  const areCounts = [number, size].every((count) => Number.isSafeInteger(count) && count >= 1);
  if (!areCounts || size > 100 || !ids.every((id) => UUID.test(id))) {
    return refused(422, 'Validation failed');
  }
  const asked = executions.filter((one) => ids.length === 0 || ids.includes(one.responderId));
  return { status: 200, body: asked.slice((number - 1) * size, number * size) };
}

/** A run by its place in the list: an example moved to now, or an older run. */
function execution(index: number, runs: number, nowMs: number): Execution {
  const example = examples[index];
  if (example !== undefined) return moved(example, nowMs - EXAMPLES_AT_MS);
  const template = examples[1 + (index % 2)] ?? examples[0];
  if (template === undefined) throw new Error('There are no examples');
  const stepMs = SPAN_MS / Math.max(1, runs - examples.length);
  const startedAtMs = nowMs - 200 * MINUTE_MS - (index - examples.length) * stepMs;
  return {
    ...template,
    ...times(startedAtMs, startedAtMs + (7 + ((index * 53) % 240)) * 1000),
    id: uuid('9a0b', 0x0b6f5d1f7a01 + index),
    creditsUsed: ((index * 37) % 500) / 100,
    isPurged: index % 5 === 0,
    status: STATUSES[index % STATUSES.length] ?? '',
  };
}

/** What an agentic run called, in two levels. While it runs, so do some of its children. */
function childrenOf(run: Execution): Nested[] {
  const child = (parent: Execution, place: number): Nested => {
    const startedAtMs = Date.parse(run.startedAt) + place * 1000;
    const isRunning = run.endedAt === null && place !== 2;
    return {
      ...run,
      ...times(startedAtMs, isRunning ? null : startedAtMs + place * 1500),
      id: run.id.replace(/9a0(.)-/, `9a$1${place}-`),
      parentId: parent.id,
      status: isRunning ? run.status : 'completed',
      creditsUsed: place / 10,
      isAgentic: place === 1,
      isPurged: false,
      children: [],
    };
  };
  const first = child(run, 1);
  return [{ ...first, children: [child(first, 3)] }, child(run, 2)];
}

/** One group of the id is another: a message and its run are never the same thing. */
function messageOf(id: string): string {
  return id.replace('-4a53-', '-4c0a-');
}

/** Only the answer about one run says what it was about. */
function withDetail(run: Execution): Execution {
  const detail = {
    input: { question: 'Where is <b>order 4711</b>?', channel: 'chat' },
    steps: [
      { tool: 'orders.find', ok: true, ms: 412 },
      { tool: 'answer', ok: run.status !== 'failed', ms: null },
    ],
  };
  return { ...run, detail };
}

function moved<T extends { startedAt: string; endedAt: string | null }>(one: T, byMs: number) {
  const endedAtMs = one.endedAt === null ? null : Date.parse(one.endedAt) + byMs;
  return { ...one, ...times(Date.parse(one.startedAt) + byMs, endedAtMs) };
}

function times(startedAtMs: number, endedAtMs: number | null) {
  const at = new Date(startedAtMs).toISOString();
  const end = endedAtMs === null ? null : new Date(endedAtMs).toISOString();
  return { createdAt: at, startedAt: at, updatedAt: end ?? at, endedAt: end };
}

function uuid(group: string, number: number): string {
  return `7d0c9b1e-2f43-4a53-${group}-${number.toString(16).padStart(12, '0')}`;
}

function refused(status: number, message: string): Answer {
  return { status, body: { message } };
}
