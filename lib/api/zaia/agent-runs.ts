import { failure } from '../../core/feeds/failure';
import { fields } from '../../core/fields';
import type { Exchange } from '../../core/time/server-clock';
import { type AgentRuns, creditsSince, type Nesting, type Run } from '../../core/zaia/agent-runs';
import { ApiError } from '../api-error';
import { getJson, type JsonAnswer } from '../http';
import { messageOf } from '../status';
import { flag, moment, quantity, rows, text } from '../wire';

/** How far back today's credits are looked for. */
const MOST_PAGES = 5;
const DEEPEST = 8;
const MOST_NODES = 200;

// Neither the list's envelope nor the name of the children is documented.
const LIST_NAMES = ['data', 'items', 'executions'];
const CHILD_NAMES = ['children', 'nestings', 'executions'];

export interface ZaiaRequest {
  /** Without a slash at the end. */
  address: string;
  /** Sent as it is: the service takes a key without `Bearer`. */
  apiKey: string;
  /** Empty for the runs of all responders. */
  responderIds: string[];
  /** Runs a page, 1 to 100. */
  show: number;
}

/** As much of a run as the day's credits take. */
type Counted = Pick<Run, 'id' | 'startedAtMs' | 'credits'>;

interface Page {
  /** As many as were asked for: a service that overlooks the page's size may send thousands. */
  runs: Run[];
  /** All that came. */
  counted: Counted[];
  /** True where another page may follow. Rows that cannot be read count. */
  isFull: boolean;
  exchange: Exchange;
}

/**
 * Asks for the newest runs, and for as many of those before them as the day's credits take.
 * @param startOfDayMs the user's midnight, epoch milliseconds
 * @param etag of the first page as it is known
 * @param timeoutMs for each request; shorter in tests
 * @throws ApiError for every known failure, of whichever page
 */
export async function getAgentRuns(
  request: ZaiaRequest,
  startOfDayMs: number,
  etag: string | null = null,
  timeoutMs?: number,
): Promise<{ data: AgentRuns; exchange: Exchange }> {
  const hasMoreOfToday = ({ counted, isFull }: Page) =>
    isFull && (counted.at(-1)?.startedAtMs ?? startOfDayMs) >= startOfDayMs;
  const first = await getPage(request, 1, etag, timeoutMs);
  const { runs, counted, exchange } = first;
  // A run that starts meanwhile moves others on to the next page, where they come a second time.
  const known = new Map<string, Counted>();
  for (const run of counted) known.set(run.id, run);
  let last = first;
  for (let number = 2; number <= MOST_PAGES && hasMoreOfToday(last); number += 1) {
    last = await getPage(request, number, null, timeoutMs);
    for (const run of last.counted) known.set(run.id, run);
  }
  const creditsToday = creditsSince(known.values(), startOfDayMs);
  return { data: { runs, creditsToday, isAtLeast: hasMoreOfToday(last) }, exchange };
}

/**
 * Asks for one page of runs, newest first.
 * @param pageNumber from 1
 * @throws ApiError for every known failure
 */
export async function getRunsPage(
  request: ZaiaRequest,
  pageNumber: number,
  timeoutMs?: number,
): Promise<Run[]> {
  return (await getPage(request, pageNumber, null, timeoutMs)).runs;
}

/**
 * Asks for a run with all that it called. What is deeper or more than can be shown is counted.
 * @throws ApiError for every known failure
 */
export async function getNesting(
  request: ZaiaRequest,
  executionId: string,
  timeoutMs?: number,
): Promise<Nesting> {
  const query = `/nestings?executionId=${encodeURIComponent(executionId)}`;
  const { body } = await ask(request, query, null, timeoutMs);
  const nodes: Nesting['nodes'] = [];
  let notShown = 0;
  // No recursion: whoever answers decides how deep the tree is.
  const pending = [{ row: body, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { row, depth } = next;
    const run = readRun(row);
    if (run === null) continue;
    if (depth <= DEEPEST && nodes.length < MOST_NODES) nodes.push({ ...run, depth });
    else notShown += 1;
    const children = listUnder(CHILD_NAMES, row) ?? [];
    for (const child of children.toReversed()) pending.push({ row: child, depth: depth + 1 });
  }
  if (nodes.length === 0) throw unexpected(body);
  return { nodes, notShown };
}

async function getPage(
  request: ZaiaRequest,
  pageNumber: number,
  etag: string | null,
  timeoutMs?: number,
): Promise<Page> {
  const { responderIds, show } = request;
  const ids = responderIds.map((id) => `&responderIds=${encodeURIComponent(id)}`).join('');
  const query = `?pageNumber=${pageNumber}&pageSize=${show}${ids}`;
  const { body, exchange } = await ask(request, query, etag, timeoutMs);
  const list = Array.isArray(body) ? body : listUnder(LIST_NAMES, body);
  if (list === null) throw unexpected(body);
  return {
    runs: rows(list.slice(0, show), readRun),
    counted: rows(list, readCounted),
    isFull: list.length >= show,
    exchange,
  };
}

function ask(
  { address, apiKey }: ZaiaRequest,
  query: string,
  etag: string | null,
  timeoutMs?: number,
): Promise<JsonAnswer> {
  return getJson({
    url: `${address}/api/v1/executions${query}`,
    headers: { authorization: apiKey },
    secrets: [apiKey],
    etag,
    timeoutMs,
  });
}

/** The list under the first of the names that has one, rather one with something in it; null where none has. */
function listUnder(names: string[], value: unknown): unknown[] | null {
  const found = fields(value);
  let first: unknown[] | null = null;
  for (const name of names) {
    const list = found[name];
    if (!Array.isArray(list)) continue;
    if (list.length > 0) return list;
    first ??= list;
  }
  return first;
}

function readCounted(value: unknown): Counted | null {
  const row = fields(value);
  const id = text(row.id);
  return id === '' ? null : { id, startedAtMs: startMs(row), credits: quantity(row.creditsUsed) };
}

/** Not on top of `readCounted`: to spread its answer takes 3 µs for each of 40,000 in a nesting. */
function readRun(value: unknown): Run | null {
  const row = fields(value);
  const id = text(row.id);
  if (id === '') return null;
  return {
    id,
    startedAtMs: startMs(row),
    endedAtMs: moment(row.endedAt),
    status: text(row.status),
    credits: quantity(row.creditsUsed),
    isAgentic: flag(row.isAgentic),
    isPurged: flag(row.isPurged),
  };
}

function startMs({ startedAt, createdAt }: Record<string, unknown>): number | null {
  return moment(startedAt) ?? moment(createdAt);
}

function unexpected(body: unknown): ApiError {
  return new ApiError(failure('unexpected-answer', messageOf(body)));
}
