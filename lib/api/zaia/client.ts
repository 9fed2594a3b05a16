import type { Client } from '../../core/feeds/feed-kind';
import type { AgentRuns, Nesting } from '../../core/zaia/agent-runs';
import type { ZaiaConnection } from '../../core/zaia/zaia';
import { getAgentRuns, getNesting, getRunsPage, type ZaiaRequest } from './agent-runs';

/** A nesting that was just looked at is not asked for again. */
const KEPT_MS = 60_000;
/** Only to spare the service: a worker that is stopped forgets them. */
const kept = new Map<string, { untilMs: number; nesting: Nesting }>();

export const client: Client<ZaiaConnection, AgentRuns> = {
  kind: 'zaia',
  ask: (connection, { startOfDayMs, etag }) =>
    getAgentRuns(requestOf(connection), startOfDayMs, etag),
  detail: (connection, what, argument): Promise<unknown> =>
    what === 'nesting'
      ? keptNesting(connection, argument)
      : getRunsPage(requestOf(connection), Number(argument)),
};

function requestOf({ token, ...request }: ZaiaConnection): ZaiaRequest {
  return { ...request, apiKey: token };
}

async function keptNesting(connection: ZaiaConnection, executionId: string): Promise<Nesting> {
  const key = `${connection.id} ${executionId}`;
  const known = kept.get(key);
  if (known !== undefined && Date.now() < known.untilMs) return known.nesting;
  const nesting = await getNesting(requestOf(connection), executionId);
  for (const [old, { untilMs }] of kept) if (untilMs <= Date.now()) kept.delete(old);
  kept.set(key, { untilMs: Date.now() + KEPT_MS, nesting });
  return nesting;
}
