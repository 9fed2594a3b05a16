import { failure } from '../../core/feeds/failure';
import type { Client } from '../../core/feeds/feed-kind';
import { readSavedId } from '../../core/feeds/field-readers';
import type { Etag, Exchange } from '../../core/time/server-clock';
import { type AgentRuns, creditsSince, type Run, unfinished } from '../../core/zaia/agent-runs';
import { isSettled, stillFollowed } from '../../core/zaia/followed';
import type { Nesting } from '../../core/zaia/nesting';
import type { RunDetails } from '../../core/zaia/run-details';
import type { ZaiaConnection } from '../../core/zaia/zaia';
import { ApiError } from '../api-error';
import type { RunsPage } from './answer';
import { parseDetails } from './details';
import { askFollowed } from './followed';
import { parseNesting } from './nesting';
import { getPage, joined } from './page';
import { get, type ZaiaRequest } from './request';

/** For today's credits. */
const MOST_PAGES = 5;

/** A nesting in which nothing goes on is not asked for again within this. */
const KEPT_MS = 60_000;
/** A cache: a worker that stops forgets it. */
const kept = new Map<string, { untilMs: number; nesting: Nesting }>();

export const client: Client<ZaiaConnection, AgentRuns> = {
  kind: 'zaia',
  ask: async (connection, { startOfDayMs, etag, previous }) => {
    const followed = stillFollowed(connection.followed, previous);
    // "Not modified" would end the asking before the followed runs.
    const offered = followed.every(isSettled) ? etag : null;
    const { data, ...rest } = await getAgentRuns(connection, startOfDayMs, offered);
    if (followed.length === 0) return { data, ...rest };
    const ask = async (id: string) => (await getRunDetails(connection, id)).run;
    // Those that are not asked any more may still change, or be in the list after all.
    const known = followed.map((one) => ({
      ...one,
      run: data.runs.find(({ id }) => id === one.id) ?? one.run,
    }));
    return { data: { ...data, followed: await askFollowed(known, ask) }, ...rest };
  },
  detail: (connection, what, argument): Promise<unknown> => {
    if (what === 'nesting') return getKeptNesting(connection, argument);
    if (what === 'run') return getRunDetails(connection, argument);
    if (what === 'message') return getNesting(connection, argument, 'chatMessageId');
    return getRunsPage(connection, Number(argument));
  },
};

/**
 * Asks for the newest runs, and for more pages until today's credits are known. Not if they are as large as that: five
 * such pages would be thirty requests.
 * @param startOfDayMs epoch milliseconds
 * @param etag of the first page
 * @throws ApiError and NotModified, see `getJson`
 */
export async function getAgentRuns(
  request: ZaiaRequest,
  startOfDayMs: number,
  etag: Etag | null = null,
): Promise<{ data: AgentRuns; exchange: Exchange; body: unknown }> {
  const { show } = request;
  const hasMoreOfToday = ({ runs, rowCount }: RunsPage) =>
    rowCount >= show && (runs.at(-1)?.startedAtMs ?? startOfDayMs) >= startOfDayMs;
  const first = await getPage(request, 1, etag);
  const pages = [first];
  let isAtLeast = hasMoreOfToday(first);
  while (isAtLeast && pages.length < MOST_PAGES && !first.isInParts) {
    const next = await getPage(request, pages.length + 1, null);
    pages.push(next);
    isAtLeast = hasMoreOfToday(next);
  }
  const creditsToday = creditsSince(joined(pages), startOfDayMs);
  const runs = first.runs.slice(0, show);
  const { exchange, body } = first;
  return { data: { runs, creditsToday, isAtLeast }, exchange, body };
}

/** Asks for one page of runs. @param pageNumber from 1 @throws ApiError */
export async function getRunsPage(request: ZaiaRequest, pageNumber: number): Promise<Run[]> {
  const { runs } = await getPage(request, pageNumber, null);
  return runs.slice(0, request.show);
}

/** Asks for one run, with all that it tells. @throws ApiError */
export async function getRunDetails(
  request: ZaiaRequest,
  executionId: string,
): Promise<RunDetails> {
  // Such as `..`, which would ask for another path.
  if (!readSavedId(executionId).ok) throw new ApiError(failure('unknown-id'));
  const { body } = await get(request, `/${encodeURIComponent(executionId)}`, null);
  return parseDetails(body, executionId);
}

/** Asks for a run with all that it called. @param by whose id it is @throws ApiError */
export async function getNesting(
  request: ZaiaRequest,
  id: string,
  by: 'executionId' | 'chatMessageId' = 'executionId',
): Promise<Nesting> {
  const query = `/nestings?${by}=${encodeURIComponent(id)}`;
  const { body } = await get(request, query, null);
  return parseNesting(body);
}

async function getKeptNesting(connection: ZaiaConnection, executionId: string): Promise<Nesting> {
  for (const [key, { untilMs }] of kept) if (untilMs <= Date.now()) kept.delete(key);
  const key = `${connection.id} ${executionId}`;
  const known = kept.get(key);
  if (known !== undefined) return known.nesting;
  const nesting = await getNesting(connection, executionId);
  // The view asks again as soon as the run has ended.
  if (unfinished(nesting.nodes) === 0) kept.set(key, { untilMs: Date.now() + KEPT_MS, nesting });
  return nesting;
}
