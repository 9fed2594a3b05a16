import type { Workflow, WorkflowEvent } from '../../core/b3os/workflow';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { moment, part, rows, text } from '../wire';
import { metadata } from './metadata';

const MOST_EVENTS = 200;

/** Unset times come as year 1 (Go) or as 1970. */
const time = () =>
  z.pipe(
    moment(),
    z.transform((atMs: number | null) => atMs || null),
  );

const event = {
  id: text(),
  createdAt: time(),
  level: text(),
  title: text(),
  message: text(),
  eventType: text(),
  nodeId: text(),
  runId: text(),
};

const execution = {
  id: text(),
  orderId: text(),
  checkoutSessionId: text(),
  workflowId: text(),
  runId: text(),
  status: text(),
  paymentStatus: text(),
  message: text(),
  createdAt: time(),
  startedAt: time(),
  finishedAt: time(),
  clientSafeMetadata: metadata(),
  events: rows(event),
};

/**
 * `GET /v1/public/executions/{id}`: `{code, data, message, requestId}`, or as documented earlier `{success, data}` and
 * `{success: false, error: {message, code}}`.
 */
const workflowAnswer = part({
  success: z.catch(z.boolean(), true),
  data: part(execution),
  error: z.optional(z.unknown()),
});

type EventRow = z.infer<typeof workflowAnswer>['data']['events'][number];

/** @throws ApiError `unexpected-answer` without an execution, or if the call failed */
export function parseWorkflow(body: unknown): Workflow {
  const { success, data, error } = z.parse(workflowAnswer, body);
  if (!success || !(data.id || data.status)) throw unexpectedAnswer(error);
  const { createdAt, startedAt, finishedAt, clientSafeMetadata, events, ...texts } = data;
  return {
    ...texts,
    createdAtMs: createdAt,
    startedAtMs: startedAt,
    finishedAtMs: finishedAt,
    metadata: clientSafeMetadata,
    events: newestEvents(events),
  };
}

/** The newest 200, oldest first. The order in which they come is not documented. */
function newestEvents(found: EventRow[]): WorkflowEvent[] {
  const times = found.map(({ createdAt }) => createdAt).filter((atMs) => atMs !== null);
  const isNewestFirst = (times.at(0) ?? 0) > (times.at(-1) ?? 0);
  const events = (isNewestFirst ? found.toReversed() : found).map(toEvent);
  // One without a time stays behind the one before it.
  let lastMs = 0;
  return events
    .map((event) => {
      lastMs = event.atMs ?? lastMs;
      return { event, sortedByMs: lastMs };
    })
    .sort((a, b) => a.sortedByMs - b.sortedByMs)
    .slice(-MOST_EVENTS)
    .map(({ event }) => event);
}

function toEvent({ createdAt, ...texts }: EventRow): WorkflowEvent {
  return { ...texts, atMs: createdAt };
}
