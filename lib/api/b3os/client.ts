import type { B3osConnection } from '../../core/b3os/b3os';
import type { Workflow } from '../../core/b3os/workflow';
import type { Client } from '../../core/feeds/feed-kind';
import type { Etag, Exchange } from '../../core/time/server-clock';
import { getJson } from '../http';
import { parseWorkflow } from './answer';

/** Asks for a public workflow execution. */
export const client: Client<B3osConnection, Workflow> = {
  kind: 'b3os',
  ask: (connection, { etag }) => getWorkflow(connection, { etag }),
};

/** What a request takes. The client token goes into the query, the API key into a header, and neither elsewhere. */
export type WorkflowRequest = Pick<B3osConnection, 'address' | 'executionId' | 'token' | 'apiKey'>;

/**
 * Asks for a public workflow execution. The token goes into the query, the key, if any, into a header.
 * @throws ApiError and NotModified, see `getJson`
 */
export async function getWorkflow(
  { address, executionId, token, apiKey }: WorkflowRequest,
  { etag = null, timeoutMs }: { etag?: Etag | null; timeoutMs?: number | undefined } = {},
): Promise<{ data: Workflow; exchange: Exchange }> {
  const path = `/v1/public/executions/${encodeURIComponent(executionId)}`;
  const url = `${address}${path}?token=${encodeURIComponent(token)}`;
  const headers = apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` };
  const secrets = [token, apiKey];
  const { body, exchange } = await getJson({ url, headers, secrets, etag, timeoutMs });
  return { data: parseWorkflow(body), exchange };
}
