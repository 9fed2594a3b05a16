import type { Client } from '../../core/feeds/feed-kind';
import { MOST_OTHER_IDS } from '../../core/feeds/policy';
import type { OlieConnection } from '../../core/olie/olie';
import { isOnlyLater } from '../../core/olie/same-answer';
import { dayLeftBehind } from '../../core/olie/sessions';
import type { Timer } from '../../core/olie/timer';
import { believableDateMs } from '../../core/time/server-clock';
import { ApiError } from '../api-error';
import { getJson } from '../http';
import { parseTimer } from './answer';

/** Asks for an execution; the answer names the user's current one, whatever id was asked for. */
export const client: Client<OlieConnection, Timer> = {
  kind: 'olie',
  async ask(connection, context) {
    const { previous, offsetMs, etag } = context;
    const [followedId = '', ...others] = idsToAsk(connection, previous);
    const answer = await getAny(connection, followedId, others, offsetMs, etag);
    if (previous === null) return answer;
    const ended = dayLeftBehind(previous, answer.data, context.startOfDayMs);
    const data = { ...answer.data, lastEarlier: ended?.sessions[0] ?? previous.lastEarlier };
    return { ...answer, data: isOnlyLater(data, previous) ? previous : data };
  },
};

/** The followed execution; where it was deleted, the one that the user named and the newest ones may still be there. */
function idsToAsk({ executionId }: OlieConnection, previous: Timer | null): string[] {
  if (previous === null) return [executionId];
  const { followedId, recent, lastEarlier } = previous;
  const known = [...recent, lastEarlier].map((session) => session?.id ?? '');
  const ids = new Set([followedId, executionId, ...known].filter(Boolean));
  return [...ids].slice(0, 1 + MOST_OTHER_IDS);
}

async function getAny(
  connection: OlieConnection,
  id: string,
  [next, ...others]: string[],
  offsetMs: number,
  etag: string | null,
): ReturnType<typeof getTimer> {
  try {
    return await getTimer(connection, id, offsetMs, etag);
  } catch (error) {
    const isGone = error instanceof ApiError && error.failure.kind === 'unknown-id';
    if (!isGone || next === undefined) throw error;
    return getAny(connection, next, others, offsetMs, etag);
  }
}

async function getTimer(
  { address, token }: OlieConnection,
  id: string,
  offsetMs: number,
  etag: string | null,
) {
  const url = `${address}/api/management/project-executions/${encodeURIComponent(id)}`;
  const headers = { authorization: `Bearer ${token}` };
  const { body, exchange } = await getJson({ url, headers, secrets: [token], etag });
  const { sentMs, receivedMs } = exchange;
  // An answer without `Date` is of the server's clock too, as far as that is known.
  const answeredAtMs = believableDateMs(exchange) ?? (sentMs + receivedMs) / 2 + offsetMs;
  return { data: parseTimer(body, answeredAtMs, id), exchange };
}
