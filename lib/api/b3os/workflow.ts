import type { Workflow, WorkflowEvent } from '../../core/b3os/workflow';
import { failure } from '../../core/feeds/failure';
import { fields, fieldsOrNull } from '../../core/fields';
import type { Exchange } from '../../core/time/server-clock';
import { ApiError } from '../api-error';
import { getJson } from '../http';
import { messageOf } from '../status';
import { display, moment, plain, rows, text } from '../wire';

const MOST_METADATA = 50;
const MOST_EVENTS = 200;

/** What one request to B3OS needs. The token goes into the query, the key into the header, and neither elsewhere. */
export interface WorkflowRequest {
  address: string;
  executionId: string;
  clientToken: string;
  /** '' sends none: the endpoint is public. */
  apiKey: string;
}

export interface WorkflowAnswer {
  data: Workflow;
  exchange: Exchange;
}

/**
 * Asks for a public workflow execution.
 * @throws ApiError for every known failure
 */
export async function getWorkflow(
  { address, executionId, clientToken, apiKey }: WorkflowRequest,
  etag: string | null = null,
  timeoutMs?: number,
): Promise<WorkflowAnswer> {
  const token = encodeURIComponent(clientToken);
  const url = `${address}/v1/public/executions/${encodeURIComponent(executionId)}?token=${token}`;
  const headers = apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` };
  const secrets = [clientToken, apiKey];
  const { body, exchange } = await getJson({ url, headers, secrets, etag, timeoutMs });
  return { data: parseWorkflow(body), exchange };
}

/** Reads the documented envelope and the older one. Every field may be missing or broken without costing the rest. */
function parseWorkflow(body: unknown): Workflow {
  const answer = fields(body);
  const row = fields(answer.data);
  const metadata = fields(row.clientSafeMetadata);
  const id = text(row.id);
  const status = text(row.status);
  if (answer.success === false || !(id || status)) {
    throw new ApiError(failure('unexpected-answer', messageOf(answer.error)));
  }
  return {
    id,
    orderId: text(row.orderId),
    status,
    message: text(row.message),
    createdAtMs: time(row.createdAt),
    startedAtMs: time(row.startedAt),
    finishedAtMs: time(row.finishedAt),
    metadata: Object.keys(metadata)
      .slice(0, MOST_METADATA)
      .map((name) => ({ name: plain(name), value: display(metadata[name]) })),
    events: newestEvents(rows(row.events, fieldsOrNull)),
  };
}

type Row = Record<string, unknown>;

function event(row: Row): WorkflowEvent {
  return {
    id: text(row.id),
    atMs: time(row.createdAt),
    level: text(row.level),
    title: text(row.title),
    message: text(row.message),
  };
}

/**
 * The newest ones, oldest first: in which order they come is not documented. One without a time stays behind the one
 * before it. Of thousands, those that are left out are read no further than to their times.
 */
function newestEvents(found: Row[]): WorkflowEvent[] {
  const isTimed = ({ createdAt }: Row) => time(createdAt) !== null;
  const timeOf = (row: Row | undefined) => time(row?.createdAt) ?? 0;
  if (timeOf(found.find(isTimed)) > timeOf(found.findLast(isTimed))) found.reverse();
  // An array of their own kind: moments elsewhere are an object each, and more to collect amid the answer.
  const times = new Float64Array(found.length);
  let lastMs = 0;
  found.forEach(({ createdAt }, index) => {
    lastMs = time(createdAt) ?? lastMs;
    times[index] = lastMs;
  });
  // To sort five thousand of them by what they say takes 6 ms on a slow machine (CPU slowed four times), their times alone 1.
  const leastMs = times.toSorted().at(-MOST_EVENTS) ?? 0;
  return [...found.keys()]
    .filter((index) => (times[index] ?? 0) >= leastMs)
    .sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
    .slice(-MOST_EVENTS)
    .map((index) => event(found[index] ?? {}));
}

/** Go writes a time that is not set as year 1. */
function time(value: unknown): number | null {
  const atMs = moment(value);
  return atMs !== null && atMs > 0 ? atMs : null;
}
