import {
  isWorkflowStatus,
  readStatus,
  type Workflow,
  type WorkflowEvent,
} from '../../core/b3os/workflow';
import { isObject } from '../../core/feeds/is-object';
import * as z from '../../core/zod';
import { unexpectedAnswer } from '../api-error';
import { newestOfEach } from '../newest-of-each';
import { isRefusal } from '../refusal';
import { id, layers, moment, part, readText, rows, text } from '../wire';
import { metadata } from './metadata';

const MOST_EVENTS = 200;

const event = {
  id: id(),
  createdAt: moment(),
  level: text(),
  title: text(),
  message: text(),
  eventType: text(),
  nodeId: text(),
  runId: text(),
};

const execution = part({
  id: text(),
  orderId: text(),
  checkoutSessionId: text(),
  workflowId: text(),
  runId: text(),
  status: text(),
  paymentStatus: text(),
  message: text(),
  createdAt: moment(),
  startedAt: moment(),
  finishedAt: moment(),
  clientSafeMetadata: metadata(),
  events: rows(event),
});

type EventRow = z.infer<typeof execution>['events'][number];

/**
 * Reads `GET /v1/public/executions/{id}`: `{code, data, message, requestId}`, or as documented earlier `{success, data}`
 * and `{success: false, error: {message, code}}`, or the execution alone.
 * @throws ApiError `unexpected-answer` without an execution; what a refusal stands for if the call failed
 */
export function parseWorkflow(body: unknown): Workflow {
  const [outer, ...inner] = layers(body).filter(isObject);
  const isExecution = ({ id, status }: Record<string, unknown>) =>
    readText(id) || isWorkflowStatus(readText(status));
  // An envelope may have a status of its own.
  const found = inner.find(isExecution) ?? (readText(outer?.id) && outer);
  if (!found || isRefusal(body, found)) throw unexpectedAnswer(body);
  const { status, createdAt, startedAt, finishedAt, clientSafeMetadata, events, ...texts } =
    z.parse(execution, found);
  return {
    ...texts,
    status: readStatus(status),
    createdAtMs: createdAt,
    startedAtMs: startedAt,
    finishedAtMs: finishedAt,
    metadata: clientSafeMetadata,
    events: newestEvents(events),
  };
}

/** The newest 200, oldest first. The order in which they come is not documented. */
function newestEvents(rows: EventRow[]): WorkflowEvent[] {
  const found = newestOfEach(rows, ({ createdAt }) => createdAt);
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
