import { type Clock, runningFrom, standing } from '../time/clock';
import { hasEnded, type Workflow, type WorkflowEvent, type WorkflowStatus } from './workflow';

// What a workflow's row shows. Apart from workflow.ts, for only the popup's list of workflows loads it.

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
