import type { Etag, Exchange } from '../../core/time/server-clock';
import { compareRuns, type Run } from '../../core/zaia/agent-runs';
import { TooLarge } from '../api-error';
import { parseRuns, type RunsPage } from './answer';
import { get, type ZaiaRequest } from './request';

/** A page of more runs than this is asked for again in so many parts if it is too large: nobody knows what a run holds. */
const MOST_IN_ONE = 10;
const PARTS = 5;

interface Page extends RunsPage {
  exchange: Exchange;
  /** The document as it came; of parts the first. */
  body: unknown;
  /** It was too large in one piece. */
  isInParts?: boolean;
}

/** Asks for one page of runs, which may have more than asked for. @param pageNumber from 1 @throws ApiError, NotModified */
export async function getPage(
  request: ZaiaRequest,
  pageNumber: number,
  etag: Etag | null,
): Promise<Page> {
  const { show } = request;
  try {
    return await getPageOf(request, pageNumber, show, etag);
  } catch (error) {
    if (!(error instanceof TooLarge) || show <= MOST_IN_ONE) throw error;
    return getInParts(request, pageNumber);
  }
}

/** A page in smaller ones. It has no ETag: that of a part says nothing of the others. */
async function getInParts(request: ZaiaRequest, pageNumber: number): Promise<Page> {
  const size = request.show / PARTS;
  const before = (pageNumber - 1) * PARTS;
  const first = await getPageOf(request, before + 1, size, null);
  const parts = [first];
  while (parts.length < PARTS && (parts.at(-1) ?? first).rowCount >= size) {
    parts.push(await getPageOf(request, before + parts.length + 1, size, null));
  }
  return {
    runs: joined(parts).sort(compareRuns),
    rowCount: parts.reduce((sum, { rowCount }) => sum + rowCount, 0),
    exchange: { ...first.exchange, etag: null },
    body: first.body,
    isInParts: true,
  };
}

/** The runs of several pages. By id: a run that starts meanwhile moves others to the next page, where they come again. */
export function joined(pages: RunsPage[]): Run[] {
  return [...new Map(pages.flatMap(({ runs }) => runs).map((run) => [run.id, run])).values()];
}

async function getPageOf(
  request: ZaiaRequest,
  pageNumber: number,
  pageSize: number,
  etag: Etag | null,
): Promise<Page> {
  const ids = request.responderIds.map((id) => `&responderIds=${encodeURIComponent(id)}`).join('');
  const query = `?pageNumber=${pageNumber}&pageSize=${pageSize}${ids}`;
  const { body, exchange } = await get(request, query, etag);
  return { ...parseRuns(body), exchange, body };
}
