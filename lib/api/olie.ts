import { believableDateMs, type Exchange } from '../core/server-clock';
import type { Timer } from '../core/timer';
import { getJson } from './http';
import { parseTimer } from './olie-answer';

/** What one request to Olie needs. The token goes into the header and nowhere else. */
export interface OlieRequest {
  address: string;
  token: string;
  executionId: string;
}

export interface OlieAnswer {
  timer: Timer;
  exchange: Exchange;
}

/**
 * Asks for an execution; the answer names the user's current one, whatever id was asked for.
 * @throws ApiError for every known failure
 */
export async function getTimer(request: OlieRequest, timeoutMs?: number): Promise<OlieAnswer> {
  const { address, token, executionId } = request;
  const url = `${address}/api/management/project-executions/${encodeURIComponent(executionId)}`;
  const { body, exchange } = await getJson(url, { authorization: `Bearer ${token}` }, timeoutMs);
  const answeredAtMs = believableDateMs(exchange) ?? (exchange.sentMs + exchange.receivedMs) / 2;
  return { timer: parseTimer(body, answeredAtMs), exchange };
}
