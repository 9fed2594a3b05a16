import { describe, expect, test } from 'vitest';
import {
  endedBadly,
  hasEnded,
  isWorkflowStatus,
  readStatus,
  type Workflow,
  workflowSchema,
  workflowStage,
} from '../../../../lib/core/b3os/workflow';
import {
  compareWorkflows,
  latestEvent,
  STATUS_TEXTS,
  workflowClock,
  workflowTitle,
} from '../../../../lib/core/b3os/workflow-row';
import { runningFrom, standing } from '../../../../lib/core/time/clock';
import * as z from '../../../../lib/core/zod';

const nothing: Workflow = {
  id: 'exe_1',
  orderId: '',
  checkoutSessionId: '',
  workflowId: '',
  runId: '',
  status: 'workflow_running',
  paymentStatus: '',
  message: '',
  createdAtMs: null,
  startedAtMs: null,
  finishedAtMs: null,
  metadata: [],
  events: [],
};
const workflow = (patch: Partial<Workflow>): Workflow => ({ ...nothing, ...patch });
const event = (id: string, atMs: number | null) => ({
  id,
  atMs,
  level: '',
  title: '',
  message: '',
  eventType: '',
  nodeId: '',
  runId: '',
});

test('what is stored is read as it was', () => {
  const stored = workflow({ metadata: [{ name: 'a', value: 'b' }], events: [event('e', 1)] });
  expect(z.safeParse(workflowSchema, JSON.parse(JSON.stringify(stored))).data).toEqual(stored);
});

test('what an earlier version did not store is empty', () => {
  const full = workflow({ events: [event('e', 1)] });
  const { checkoutSessionId, workflowId, runId, paymentStatus, ...before } = full;
  const [{ eventType, nodeId, runId: _, ...eventBefore }] = [event('e', 1)];
  const stored = { ...before, events: [eventBefore] };
  expect(z.safeParse(workflowSchema, stored).data).toEqual(full);
});

describe('a status', () => {
  test.each([
    ['awaiting_payment', 0, false, 'workflowAwaitingPayment'],
    ['payment_confirmed', 0, false, 'workflowPaymentConfirmed'],
    ['workflow_queued', 1, false, 'workflowQueued'],
    ['workflow_running', 2, false, 'workflowRunning'],
    ['workflow_waiting', 2, false, 'workflowWaiting'],
    ['workflow_succeeded', 3, true, 'workflowSucceeded'],
    ['workflow_failed', 3, true, 'workflowFailed'],
    ['workflow_cancelled', 3, true, 'workflowCancelled'],
  ] as const)('%s is stage %d, ended: %s', (status, stage, ended, text) => {
    expect(isWorkflowStatus(status)).toBe(true);
    expect(workflowStage(status)).toBe(stage);
    expect(hasEnded(workflow({ status }))).toBe(ended);
    expect(endedBadly(workflow({ status }))).toBe(status === 'workflow_failed');
    expect(STATUS_TEXTS[status]).toBe(text);
  });

  test.each(['workflow_paused', 'Workflow_Failed', '', 'constructor', '__proto__', '0'])(
    '%j that is unknown has no stage and has not ended',
    (status) => {
      expect(isWorkflowStatus(status)).toBe(false);
      expect(workflowStage(status)).toBeNull();
      expect(hasEnded(workflow({ status, finishedAtMs: 1 }))).toBe(false);
      expect(endedBadly(workflow({ status }))).toBe(false);
    },
  );
});

describe('a status in another spelling', () => {
  test.each([
    ['FAILED', 'workflow_failed'],
    ['Workflow_Failed', 'workflow_failed'],
    ['error', 'workflow_failed'],
    ['timed-out', 'workflow_failed'],
    ['workflow_canceled', 'workflow_cancelled'],
    ['Cancelled', 'workflow_cancelled'],
    ['aborted', 'workflow_cancelled'],
    ['Workflow-Succeeded', 'workflow_succeeded'],
    ['WorkflowSucceeded', 'workflow_succeeded'],
    ['execution.completed', 'workflow_succeeded'],
    [' success ', 'workflow_succeeded'],
    ['RUNNING', 'workflow_running'],
    ['run_waiting', 'workflow_waiting'],
    ['AWAITING-PAYMENT', 'awaiting_payment'],
    ['paymentConfirmed', 'payment_confirmed'],
  ])('%j is %s', (said, status) => {
    expect(readStatus(said)).toBe(status);
  });

  test.each([
    'workflow_paused',
    'Not failed',
    'unfailed',
    '',
    'constructor',
    '__proto__',
    '0',
    '_',
  ])('%j that is unknown stays as it is', (said) => {
    expect(readStatus(said)).toBe(said);
  });

  test.each(Object.keys(STATUS_TEXTS))('%s stays as it is', (said) => {
    expect(readStatus(said)).toBe(said);
  });
});

describe('the clock', () => {
  const succeeded = { status: 'workflow_succeeded', createdAtMs: 1000, startedAtMs: 5000 };
  test.each([
    ['runs from the start', { createdAtMs: 1000, startedAtMs: 5000 }, runningFrom(5000)],
    ['runs from the creation before it', { createdAtMs: 1000 }, runningFrom(1000)],
    [
      'stands at the end whatever the status',
      { startedAtMs: 5000, finishedAtMs: 9000 },
      standing(4),
    ],
    ['stands at nothing', { startedAtMs: 5000, finishedAtMs: 5000 }, standing(0)],
    ['runs on after a new start', { startedAtMs: 5000, finishedAtMs: 4999 }, runningFrom(5000)],
    ['is not known without a start', { finishedAtMs: 9000 }, null],
    ['stands at the end', { ...succeeded, finishedAtMs: 9999 }, standing(4)],
    [
      'stands at the latest event where there is no end',
      { ...succeeded, events: [event('a', 8000), event('b', 6000), event('c', null)] },
      standing(3),
    ],
    [
      'is not known where nothing tells the end',
      { ...succeeded, events: [event('a', null)] },
      null,
    ],
    ['is not known without an end and events', succeeded, null],
    ['is never negative', { ...succeeded, finishedAtMs: 4000 }, standing(0)],
    ['reads a start at zero', { createdAtMs: 7000, startedAtMs: 0 }, runningFrom(0)],
  ])('%s', (_, patch, clock) => {
    expect(workflowClock(workflow(patch))).toEqual(clock);
  });
});

describe('the latest event', () => {
  test.each([
    ['is the one with the latest time', [event('a', 5), event('b', 9), event('c', 7)], 'b'],
    ['is the last of those at the same time', [event('a', 9), event('b', 9)], 'b'],
    ['has a time where any has', [event('a', 5), event('b', null)], 'a'],
    ['is the last where none has a time', [event('a', null), event('b', null)], 'b'],
  ])('%s', (_, events, id) => {
    expect(latestEvent(workflow({ events }))?.id).toBe(id);
  });

  test('is null where there are none', () => {
    expect(latestEvent(nothing)).toBeNull();
  });
});

test('the title is the label, else the order, else the id', () => {
  const ordered = workflow({ orderId: 'ord_1' });
  expect(workflowTitle('Invoices', ordered, 'exe_1')).toBe('Invoices');
  expect(workflowTitle('', ordered, 'exe_1')).toBe('ord_1');
  expect(workflowTitle('', nothing, 'exe_1')).toBe('exe_1');
  expect(workflowTitle('', null, 'exe_1')).toBe('exe_1');
});

test('what has not ended comes first, then what happened latest', () => {
  const sorted = [
    workflow({ id: 'running, no event, created at 20', createdAtMs: 20 }),
    workflow({ id: 'running at 10', events: [event('a', 10)] }),
    workflow({ id: 'unknown at 5', status: 'paused', events: [event('a', 5), event('b', 2)] }),
    workflow({ id: 'no time at all' }),
    workflow({ id: 'failed at 90', status: 'workflow_failed', events: [event('a', 90)] }),
    workflow({ id: 'succeeded at 80', status: 'workflow_succeeded', events: [event('a', 80)] }),
  ];
  expect([...sorted].reverse().sort(compareWorkflows)).toEqual(sorted);
  expect(compareWorkflows(nothing, nothing)).toBe(0);
});
