import { statusWord } from '../feeds/status-word';
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
