import type { BackupKind } from '../feeds/backup-kind';
import type { FeedKind } from '../feeds/feed-kind';
import { readExecutionId, readSavedAddress } from '../feeds/field-readers';
import * as s from '../schema';
import { endedBadly, hasEnded, type Workflow, workflowSchema } from './workflow';

export const DEFAULT_B3OS_ADDRESS = 'https://api.b3os.org';
/** As many as a person can watch, and a service be asked for. */
export const MOST_WORKFLOWS = 50;

const connectionSchema = s.object({
  id: s.string(),
  kind: s.string(),
  address: s.string(),
  /** What the user calls it; may be empty. */
  label: s.string(),
  executionId: s.string(),
  /** The execution's client token. */
  token: s.string(),
  /** Rarely needed; '' where there is none. */
  apiKey: s.string(),
});
export type WorkflowConnection = s.infer<typeof connectionSchema>;

/** One public workflow execution. */
export const kind: FeedKind<WorkflowConnection, Workflow> = {
  kind: 'b3os',
  order: 2,
  serviceName: 'B3OS',
  connectionSchema,
  dataSchema: workflowSchema,
  names: ({ label, executionId }) => ({ label, reference: executionId }),
  hasEnded,
  goingOn: (workflow) => (hasEnded(workflow) ? 0 : 1),
  endedBadly,
  summary: ({ orderId, id }) => orderId || id,
};

export const backup: BackupKind<WorkflowConnection> = {
  kind: 'b3os',
  most: MOST_WORKFLOWS,
  fields: () => ({
    address: s.readText(readSavedAddress),
    label: s.string(),
    executionId: s.readText(readExecutionId),
  }),
  key: ({ address, executionId }) => `${address} ${executionId}`,
};
