import { statusWord } from '../feeds/status-word';
import { type Clock, runningFrom, standing } from '../time/clock';
import * as z from '../zod';

const time = z.nullable(z.boundedNumber());
/** What earlier versions did not store. */
const laterText = () => z.catch(z.string(), '');

/** One answer about a public workflow execution, as we keep it. Times are epoch milliseconds on the server's clock. */
export const workflowSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  checkoutSessionId: laterText(),
  workflowId: laterText(),
  runId: laterText(),
  /** The service's own word, known to us or not. */
  status: z.string(),
  /** The service's own word. */
  paymentStatus: laterText(),
  message: z.string(),
  createdAtMs: time,
  startedAtMs: time,
  finishedAtMs: time,
  /** For display only. */
  metadata: z.rows(z.object({ name: z.string(), value: z.string() })),
  /** Oldest first. */
  events: z.rows(
    z.object({
      id: z.string(),
      atMs: time,
      level: z.string(),
      title: z.string(),
      message: z.string(),
      eventType: laterText(),
      nodeId: laterText(),
      runId: laterText(),
    }),
  ),
});
export type Workflow = z.infer<typeof workflowSchema>;
export type WorkflowEvent = Workflow['events'][number];

/** Payment, queue, run, end. */
const STAGES = {
  awaiting_payment: 0,
  payment_confirmed: 0,
  workflow_queued: 1,
  workflow_running: 2,
  workflow_waiting: 2,
  workflow_succeeded: 3,
  workflow_failed: 3,
  workflow_cancelled: 3,
} as const;
export type WorkflowStatus = keyof typeof STAGES;

/** A new status does not compile until it has its text. */
export const STATUS_TEXTS = {
  awaiting_payment: 'workflowAwaitingPayment',
  payment_confirmed: 'workflowPaymentConfirmed',
  workflow_queued: 'workflowQueued',
  workflow_running: 'workflowRunning',
  workflow_waiting: 'workflowWaiting',
  workflow_succeeded: 'workflowSucceeded',
  workflow_failed: 'workflowFailed',
  workflow_cancelled: 'workflowCancelled',
} as const satisfies Record<WorkflowStatus, string>;

/** A status that we do not know is shown by its own name. */
export function isWorkflowStatus(status: string): status is WorkflowStatus {
  return Object.hasOwn(STAGES, status);
}

/** The documented name of a status that comes in another spelling; an unknown one as it came. */
export function readStatus(said: string): string {
  const word = statusWord(said);
  return [word, `workflow_${word}`].find(isWorkflowStatus) ?? said;
}

/** 0 payment, 1 queue, 2 run, 3 end; null if the status is unknown. */
export function workflowStage(status: string): 0 | 1 | 2 | 3 | null {
  return isWorkflowStatus(status) ? STAGES[status] : null;
}

export function hasEnded({ status }: Workflow): boolean {
  return workflowStage(status) === 3;
}

export function endedBadly({ status }: Workflow): boolean {
  return status === 'workflow_failed';
}

/**
 * The time since the start, growing until the end; null if the start or a past end is unknown. Whatever the status says,
 * a finish stops it, unless that was before a new start.
 */
export function workflowClock(workflow: Workflow): Clock | null {
  const { finishedAtMs } = workflow;
  const startMs = workflow.startedAtMs ?? workflow.createdAtMs;
  if (startMs === null) return null;
  const isFinished = finishedAtMs !== null && finishedAtMs >= startMs;
  if (!hasEnded(workflow) && !isFinished) return runningFrom(startMs);
  const endMs = finishedAtMs ?? latestEvent(workflow)?.atMs ?? null;
  return endMs === null ? null : standing(Math.max(0, Math.floor((endMs - startMs) / 1000)));
}

/** The event with the latest time, the last of the list among equals; null if there are no events. */
export function latestEvent({ events }: Workflow): WorkflowEvent | null {
  return events.reduce<WorkflowEvent | null>(
    (latest, event) => ((event.atMs ?? 0) >= (latest?.atMs ?? 0) ? event : latest),
    null,
  );
}

export function workflowTitle(
  label: string,
  workflow: Workflow | null,
  executionId: string,
): string {
  return label || workflow?.orderId || executionId;
}

/** Sorts what has not ended first, then by the latest event, newest first. */
export function compareWorkflows(a: Workflow, b: Workflow): number {
  return Number(hasEnded(a)) - Number(hasEnded(b)) || lastHeardMs(b) - lastHeardMs(a);
}

function lastHeardMs(workflow: Workflow): number {
  return latestEvent(workflow)?.atMs ?? workflow.startedAtMs ?? workflow.createdAtMs ?? 0;
}
