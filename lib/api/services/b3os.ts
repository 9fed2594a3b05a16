import type { Client } from '../../core/feed-kind';
import type { WorkflowConnection } from '../../core/services/workflow';
import type { Workflow } from '../../core/workflow';
import { getWorkflow } from '../b3os';

export const client: Client<WorkflowConnection, Workflow> = {
  kind: 'workflow',
  ask: ({ token, ...request }, { etag }) => getWorkflow({ ...request, clientToken: token }, etag),
};
