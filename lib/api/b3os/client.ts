import type { B3osConnection } from '../../core/b3os/b3os';
import type { Workflow } from '../../core/b3os/workflow';
import type { Client } from '../../core/feeds/feed-kind';
import type { Etag, Exchange } from '../../core/time/server-clock';
import { listenTo } from '../event-stream';
import { getJson } from '../http';
import { parseWorkflow } from './answer';

/** Asks for a public workflow execution, or listens to its stream of events. */
export const client: Client<B3osConnection, Workflow> = {
  kind: 'b3os',
  ask: (connection, { etag }) => getWorkflow(connection, { etag }),
  listen: (connection, onMessage, stop) => {
    const { url, headers } = requestFor(connection, '/stream');
    return listenTo(url, headers, onMessage, stop);
  },
};

/** What a request takes. The client token goes into the query, the API key into a header, and neither elsewhere. */
export type WorkflowRequest = Pick<B3osConnection, 'address' | 'executionId' | 'token' | 'apiKey'>;

/**
 * Asks for a public workflow execution. The token goes into the query, the key, if any, into a header.
 * @throws ApiError and NotModified, see `getJson`
 */
export async function getWorkflow(
  request: WorkflowRequest,
  { etag = null, timeoutMs }: { etag?: Etag | null; timeoutMs?: number | undefined } = {},
): Promise<{ data: Workflow; exchange: Exchange; body: unknown }> {
  const secrets = [request.token, request.apiKey];
  const { body, exchange } = await getJson({
    ...requestFor(request, ''),
    secrets,
    etag,
    timeoutMs,
  });
  return { data: parseWorkflow(body), exchange, body };
}

/** @param part of the execution; '' for all of it */
function requestFor({ address, executionId, token, apiKey }: WorkflowRequest, part: string) {
  const path = `/v1/public/executions/${encodeURIComponent(executionId)}${part}`;
  const headers: Record<string, string> =
    apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` };
  return { url: `${address}${path}?token=${encodeURIComponent(token)}`, headers };
}
