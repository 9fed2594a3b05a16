import type { Workflow } from '../../../lib/core/b3os/workflow.ts';
import { NEVER_ASKED } from '../../../lib/core/feeds/schedule.ts';
import type { Feed } from '../../../lib/core/state/state.ts';
import { ANSWERED_AT_MS, exampleTimer } from './example-timer.ts';

/** The feed of the documented timer right after its answer, with an interval of one minute. */
export function olieFeed(patch: Partial<Feed> = {}): Feed {
  return {
    connectionId: 'a',
    kind: 'olie',
    address: 'https://api.olie.ai',
    label: '',
    reference: 'x',
    schedule: {
      askedAtMs: ANSWERED_AT_MS,
      dueAtMs: ANSWERED_AT_MS + 30_000,
      failures: 0,
      answeredAtMs: ANSWERED_AT_MS,
      oldAtMs: ANSWERED_AT_MS + 180_000,
    },
    failure: null,
    offsetMs: 0,
    isSeen: false,
    etag: null,
    data: exampleTimer(),
    ...patch,
  };
}

/** A workflow of which only the status is known. */
export function workflow(status: string, patch: Partial<Workflow> = {}): Workflow {
  const times = { createdAtMs: null, startedAtMs: null, finishedAtMs: null };
  const texts = { id: 'exe', orderId: '', message: '' };
  return { ...texts, ...times, status, metadata: [], events: [], ...patch };
}

/** The feed of a running workflow that was never asked for. */
export function workflowFeed(patch: Partial<Feed> = {}): Feed {
  return {
    ...olieFeed(),
    connectionId: 'w',
    kind: 'b3os',
    address: 'https://api.b3os.org',
    reference: 'exe',
    schedule: NEVER_ASKED,
    data: workflow('workflow_running'),
    ...patch,
  };
}
