import examples from '../../fixtures/zaia-executions.made.json' with { type: 'json' };
import exampleNesting from '../../fixtures/zaia-nestings.made.json' with { type: 'json' };
import {
  type Answer,
  type ReceivedRequest,
  type StandInServer,
  startStandInServer,
} from './server.ts';

export type StandInZaiaOptions = {
  /** Epoch milliseconds; Date.now where left out. */
  now?: () => number;
  /** The only key that is let in; 'zaia_test_key-123' where left out. */
  apiKey?: string;
  /** How many runs there are at the start, over the last two days; 37 where left out. */
  runs?: number;
};

export type StandInZaia = StandInServer & {
  apiKey: string;
  /** The newest ten runs, each with what it called. */
  list: () => unknown[];
  /** Begins a run, whose id is given back. */
  startRun: () => string;
  /** Ends a run; `completed` where no status is given. */
  endRun: (id: string, status?: string) => void;
};

type Execution = Omit<(typeof examples)[number], 'endedAt' | 'parentId'> & {
  endedAt: string | null;
  parentId: string | null;
};
type Nested = Execution & { children: Nested[] };

/** When the made examples are true: the moment of Olie's documented answer. */
const EXAMPLES_AT_MS = Date.parse('2026-03-13T21:17:54Z');
const MINUTE_MS = 60_000;
const SPAN_MS = 44 * 60 * MINUTE_MS;
/** `skipped` is no status that we know: it shows its own name. */
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

/** Plays Zaia, with the made examples as if they were answered at this moment, and older runs before them. */
export async function startStandInZaia(options: StandInZaiaOptions = {}): Promise<StandInZaia> {
  const { now = Date.now, apiKey = 'zaia_test_key-123', runs = 37 } = options;
  let made = 0;
  let executions = Array.from({ length: runs }, (_, index) => execution(index, runs, now()));
  const exampleChildren = exampleNesting.children.map(
    (child): Nested => ({ ...moved(child, now() - EXAMPLES_AT_MS), children: [] }),
  );

  const nested = (root: Execution): Nested => {
    if (root.id === exampleNesting.id) return { ...root, children: exampleChildren };
    return { ...root, children: root.isAgentic ? called(root) : [] };
  };

  const respond = ({ method, path, authorization }: ReceivedRequest): Answer => {
    const { pathname, searchParams } = new URL(path, 'http://zaia');
    const rest = /^\/api\/v1\/executions(?:\/([^/]+))?$/.exec(pathname);
    if (method !== 'GET' || rest === null) return refused(404, 'Not found');
    if (authorization !== apiKey) return { status: 401, body: REFUSED };
    if (rest[1] === undefined) return list(executions, searchParams);
    const isNesting = rest[1] === 'nestings';
    const id = isNesting ? searchParams.get('executionId') : rest[1];
    const found = executions.find((one) => one.id === id);
    if (found === undefined) return refused(404, 'Execution not found');
    return { status: 200, body: isNesting ? nested(found) : found };
  };

  return {
    ...(await startStandInServer(respond, now)),
    apiKey,
    list: () => executions.slice(0, 10).map(nested),
    startRun: () => {
      made += 1;
      const id = uuid('9a0d', made);
      const fresh = { ...execution(0, 1, now()), ...times(now(), null), id, creditsUsed: 0 };
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

function list(executions: Execution[], query: URLSearchParams): Answer {
  const pageNumber = Number(query.get('pageNumber') ?? 1);
  const pageSize = Number(query.get('pageSize') ?? 10);
  const ids = query.getAll('responderIds');
  const isWithin = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most;
  const areKnown = isWithin(pageNumber, Number.MAX_SAFE_INTEGER) && isWithin(pageSize, 100);
  if (!areKnown || !ids.every((id) => UUID.test(id))) return refused(422, 'Validation failed');
  const asked = executions.filter((one) => ids.length === 0 || ids.includes(one.responderId));
  return { status: 200, body: asked.slice((pageNumber - 1) * pageSize, pageNumber * pageSize) };
}

/** The run at that place of the list: an example moved to now, or an older one of the last two days. */
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

/** What an agentic run called, in two levels; some of it goes on while the run does. */
function called(root: Execution): Nested[] {
  const child = (parent: Execution, place: number): Execution => {
    const startedAtMs = Date.parse(root.startedAt) + place * 1000;
    const goesOn = root.endedAt === null && place !== 2;
    return {
      ...root,
      ...times(startedAtMs, goesOn ? null : startedAtMs + place * 1500),
      id: root.id.replace(/9a0(.)-/, `9a$1${place}-`),
      parentId: parent.id,
      status: goesOn ? root.status : 'completed',
      creditsUsed: place / 10,
      isAgentic: place === 1,
      isPurged: false,
    };
  };
  const first = child(root, 1);
  const inFirst = { ...child(first, 3), children: [] };
  return [
    { ...first, children: [inFirst] },
    { ...child(root, 2), children: [] },
  ];
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
