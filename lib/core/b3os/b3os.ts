import type { FeedKind } from '../feeds/feed-kind';
import * as z from '../zod';
import { endedBadly, hasEnded, type Workflow, workflowSchema } from './workflow';

export const DEFAULT_B3OS_ADDRESS = 'https://api.b3os.org';
/** What our paths begin with: it is no part of the address that is saved. */
export const B3OS_OWN_PATH = /\/v1(?:\/public(?:\/executions(?:\/.*)?)?)?$/;
/** B3OS's addresses: what comes before an execution's id, and the id. */
export const B3OS_PATH = /^(.*?)\/v1\/public\/executions\/([^/?#]*)/;
/** As many as a person can watch and a service can be asked for. */
export const MOST_WORKFLOWS = 50;

const connectionSchema = z.object({
  id: z.string(),
  kind: z.literal('b3os'),
  address: z.string(),
  /** The user's name for it; may be empty. */
  label: z.string(),
  executionId: z.string(),
  /** The execution's client token. */
  token: z.string(),
  /** Rarely needed; '' if there is none. */
  apiKey: z.string(),
});
export type B3osConnection = z.infer<typeof connectionSchema>;

/** One public workflow execution. */
export const b3os: FeedKind<'b3os', B3osConnection, Workflow> = {
  kind: 'b3os',
  serviceName: 'B3OS',
  defaultAddress: DEFAULT_B3OS_ADDRESS,
  connectionSchema,
  dataSchema: workflowSchema,
  most: MOST_WORKFLOWS,
  names: ({ label, executionId }) => ({ label, reference: executionId }),
  hasEnded,
  createdAtMs: (workflow) => workflow.createdAtMs ?? 0,
  ongoing: (workflow) => (hasEnded(workflow) ? 0 : 1),
  endedBadly,
  summary: ({ orderId, id }) => orderId || id,
};
