import type { Workflow } from '../../../lib/core/b3os/workflow.ts';
import { NEVER_ASKED, type Schedule } from '../../../lib/core/feeds/schedule.ts';
import type { B3osFeed, OlieFeed, ZaiaFeed } from '../../../lib/core/state/feed.ts';
import { ANSWERED_AT_MS, exampleTimer } from './example-timer.ts';

/** The feed of the documented timer, after its answer. */
export function olieFeed(patch: Partial<OlieFeed> = {}): OlieFeed {
  return {
    connectionId: 'a',
    kind: 'olie',
    address: 'https://api.olie.ai',
    label: '',
    reference: 'x',
    failure: null,
    offsetMs: 0,
    learntAtMs: ANSWERED_AT_MS,
    isSeen: false,
    etag: null,
    data: exampleTimer(),
    ...patch,
  };
}

/** A workflow of which only the status is known. */
export function workflow(status: string, patch: Partial<Workflow> = {}): Workflow {
  const times = { createdAtMs: null, startedAtMs: null, finishedAtMs: null };
  const ids = { id: 'exe', orderId: '', checkoutSessionId: '', workflowId: '', runId: '' };
  const texts = { ...ids, paymentStatus: '', message: '' };
  return { ...texts, ...times, status, metadata: [], events: [], ...patch };
}

/** The feed of a running workflow. */
export function workflowFeed(patch: Partial<B3osFeed> = {}): B3osFeed {
  return {
    ...olieFeed(),
    connectionId: 'w',
    kind: 'b3os',
    address: 'https://api.b3os.org',
    reference: 'exe',
    data: workflow('workflow_running'),
    ...patch,
  };
}

/** The feed of a workspace with one running agent. */
export function runsFeed(patch: Partial<ZaiaFeed> = {}): ZaiaFeed {
  const run = {
    ...{ id: 'r', startedAtMs: ANSWERED_AT_MS, endedAtMs: null, status: 'running' },
    ...{ credits: 1.5, isAgentic: true, isPurged: false },
  };
  return {
    ...olieFeed(),
    connectionId: 'z',
    kind: 'zaia',
    address: 'https://api.endless.zaia.app',
    reference: 'Zaia',
    data: { runs: [run], creditsToday: 2.5, isAtLeast: true },
    ...patch,
  };
}

/** The schedule after the documented timer's answer, with a minute's interval. */
export function answeredSchedule(patch: Partial<Schedule> = {}): Schedule {
  return {
    ...NEVER_ASKED,
    askedAtMs: ANSWERED_AT_MS,
    dueAtMs: ANSWERED_AT_MS + 30_000,
    answeredAtMs: ANSWERED_AT_MS,
    wholeAtMs: ANSWERED_AT_MS,
    oldAtMs: ANSWERED_AT_MS + 180_000,
    ...patch,
  };
}
