import type { B3osConnection } from '../../core/b3os/b3os';
import type { Workflow } from '../../core/b3os/workflow';
import type { Client } from '../../core/feeds/feed-kind';
import { getWorkflow } from './workflow';

export const client: Client<B3osConnection, Workflow> = {
  kind: 'b3os',
  ask: ({ token, ...request }, { etag }) => getWorkflow({ ...request, clientToken: token }, etag),
};
