import type { Workflow, WorkflowEvent } from '../../lib/core/b3os/workflow';
import { STATUS_TEXTS } from '../../lib/core/b3os/workflow-row';
import { failure } from '../../lib/core/feeds/failure';
import type { B3osFeed, ZaiaFeed } from '../../lib/core/state/feed';
import type { Followed, Run } from '../../lib/core/zaia/agent-runs';
import type { RunDetails } from '../../lib/core/zaia/run-details';
import { RUN_STATUS_TEXTS } from '../../lib/core/zaia/run-row';
import { at, feedBase, OLD, olieFeed, timer } from './example-timer';
import type { PopupState } from './states-popup';

function event(
  id: string,
  time: string | null,
  level: string,
  title: string,
  message: string,
  eventType = '',
  nodeId = '',
  runId = 'run_55',
): WorkflowEvent {
  return {
    id,
    atMs: time === null ? null : at(time),
    level,
    title,
    message,
    eventType,
    nodeId,
    runId,
  };
}

const workflow: Workflow = {
  ...{ id: 'exe_77', orderId: 'Order 4711', status: 'workflow_running', paymentStatus: 'paid' },
  ...{ checkoutSessionId: 'cs_7f1c', workflowId: 'wf_kits', runId: 'run_55' },
  message: 'Your kit is being packed.',
  ...{ createdAtMs: at('16:58:00'), startedAtMs: at('17:02:10'), finishedAtMs: null },
  metadata: [
    { name: 'kit', value: 'Ana, size M' },
    { name: 'https://example.com/a-very-long-name-without-spaces', value: 'x'.repeat(60) },
  ],
  events: [
    event('1', '16:58:00', 'info', 'Payment', 'Confirmed', 'payment.confirmed'),
    event('2', '17:05:31', 'warn', 'Stock', 'One part is late', 'node.retry', 'n_stock', 'run_54'),
    event('3', '17:09:02', 'error', 'Printer', 'Out of paper', 'node.failed', 'n_printer'),
    event('4', null, '', 'Packing', ''),
  ],
};

function workflowFeed(label: string, patch: Partial<B3osFeed> = {}): B3osFeed {
  const own = { connectionId: label, label, reference: 'exe_77', data: workflow };
  return { ...feedBase, kind: 'b3os', address: 'https://api.b3os.org', ...own, ...patch };
}

/** A workflow in each status, and in one that we do not know. */
export const workflows = [...Object.keys(STATUS_TEXTS), 'workflow_paused'].map((status) => {
  const finishedAtMs = /succeeded|failed|cancelled/.test(status) ? at('18:00:00') : null;
  return workflowFeed(status, { data: { ...workflow, status, finishedAtMs } });
});

const run: Run = {
  ...{ id: 'run', status: 'completed', startedAtMs: at('18:10:00'), endedAtMs: at('18:12:30') },
  ...{ credits: 12.4, isAgentic: false, isPurged: false },
};
const runs: Run[] = [
  ...Object.keys(RUN_STATUS_TEXTS).map((status) => ({ ...run, id: status, status })),
  { ...run, id: 'unknown', status: 'escalated', isAgentic: true, isPurged: true },
  { ...run, id: 'no-start', status: '', startedAtMs: null, endedAtMs: null, credits: 1234.5 },
];
const nodes = [0, 1, 2, 3, 1].map((depth) => ({ ...run, id: `${depth}`, depth }));

const child: Run = { ...run, id: 'child', parentId: 'unknown' };
export const followed: Followed[] = [
  { id: 'followed', run: { ...run, id: 'followed', endedAtMs: null }, failure: null },
  { id: 'failing', run: { ...run, id: 'failing' }, failure: 'timeout' },
  { id: '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a01', run: null, failure: null },
  { id: '7d0c9b1e-2f43-4a53-9a0b-0b6f5d1f7a02', run: null, failure: 'unknown-id' },
];
const someRuns = { creditsToday: 1234.5, isAtLeast: true };

function zaiaFeed(patch: Partial<ZaiaFeed> = {}): ZaiaFeed {
  const data = { ...someRuns, runs };
  const own = { connectionId: 'zaia', reference: 'Zaia', data };
  return { ...feedBase, kind: 'zaia', address: 'https://api.endless.zaia.app', ...own, ...patch };
}

const details: RunDetails = {
  run: { ...run, parentId: 'unknown' },
  ...{ createdAtMs: at('18:09:58'), startedAtMs: at('18:10:00'), updatedAtMs: at('18:12:31') },
  ...{ responderId: '5f0e3a44-6a0b-4f43-8e27-7a1f0f6f3b10', workspaceId: 'x'.repeat(60) },
  detail: {
    nodes: [
      { depth: 0, name: 'input', value: '' },
      { depth: 1, name: 'question', value: 'Where is <b>order 4711</b>?\nI need it today.' },
      { depth: 1, name: 'y'.repeat(60), value: 'z'.repeat(120) },
      { depth: 0, name: 'ok', value: 'true' },
    ],
    notShown: 7,
  },
};

/** What is inside an opened part can be opened only once it is there. */
const open = async (page: Document) => {
  for (const _ of ['runs', 'their details']) {
    for (const details of page.querySelectorAll('details')) details.open = true;
    await new Promise((drawn) => setTimeout(drawn, 50));
  }
};
export const noRuns = { runs: [], creditsToday: 0, isAtLeast: false };

/** The sections beside the timer. */
export const otherStates: PopupState[] = [
  { name: 'all services', feeds: [olieFeed(timer), ...workflows.slice(0, 2), zaiaFeed()] },
  { name: 'workflows', feeds: workflows },
  { name: 'workflows, open', feeds: workflows, act: open },
  {
    name: 'workflows, troubles',
    feeds: [
      workflowFeed('Never asked', { data: null }),
      workflowFeed('', { data: { ...workflow, orderId: '', events: [] } }),
      workflowFeed('Refused', { data: null, failure: failure('token-refused') }),
      workflowFeed('Not allowed', { failure: failure('permission') }),
      workflowFeed('Out of reach', { failure: failure('network') }),
      workflowFeed('Server error', { failure: failure('server-error', 'Back in a minute.') }),
    ],
    schedule: OLD,
  },
  { name: 'agent runs', feeds: [zaiaFeed()] },
  {
    name: 'agent runs, open',
    ...{ feeds: [zaiaFeed()], act: open },
    replies: {
      nesting: { failure: null, data: { nodes, notShown: 12 } },
      run: { failure: null, data: details },
    },
  },
  {
    name: 'agent runs, details refused',
    ...{ feeds: [zaiaFeed()], act: open },
    replies: { run: { failure: failure('token-refused'), data: null } },
  },
  {
    name: 'agent runs, followed',
    feeds: [zaiaFeed({ data: { ...someRuns, runs: [...runs, child], followed } })],
  },
  {
    name: 'agent runs, only nested ones',
    feeds: [zaiaFeed({ data: { ...someRuns, runs: [child] } })],
  },
  { name: 'agent runs, opening', feeds: [zaiaFeed()], act: open },
  { name: 'agent runs, none', feeds: [zaiaFeed({ data: noRuns })] },
  { name: 'agent runs, refused', feeds: [zaiaFeed({ failure: failure('token-refused') })] },
];
