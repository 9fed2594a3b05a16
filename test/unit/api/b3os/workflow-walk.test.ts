import { afterEach, beforeEach, expect, test } from 'vitest';
import { getWorkflow } from '../../../../lib/api/b3os/client';
import { hasEnded, workflowStage } from '../../../../lib/core/b3os/workflow';
import { workflowClock } from '../../../../lib/core/b3os/workflow-row';
import {
  type AddedWorkflow,
  type StandInB3os,
  startStandInB3os,
} from '../../../support/stand-ins/b3os';

let nowMs: number;
let b3os: StandInB3os;

beforeEach(async () => {
  nowMs = Date.parse('2026-03-13T21:17:54Z');
  b3os = await startStandInB3os({ now: () => nowMs });
});
afterEach(() => b3os.close());

async function ask({ id, token }: AddedWorkflow) {
  const request = { address: b3os.url, executionId: id, token, apiKey: '' };
  return (await getWorkflow(request)).data;
}

test('a workflow of the stand-in goes to its end and stays there', async () => {
  const added = b3os.add();
  const seen = [];
  for (;;) {
    const { status, events } = await ask(added);
    seen.push(status);
    expect(events).toHaveLength(seen.length);
    expect(events.at(-1)?.atMs).toBe(nowMs);
    if (workflowStage(status) === 3) break;
    nowMs += 10_000;
    b3os.advance(added.id);
  }
  expect(seen).toEqual([
    ...['awaiting_payment', 'payment_confirmed', 'workflow_queued', 'workflow_running'],
    ...['workflow_waiting', 'workflow_running', 'workflow_succeeded'],
  ]);
  const ended = await ask(added);
  expect(ended).toMatchObject({ startedAtMs: nowMs - 30_000, finishedAtMs: nowMs });
  b3os.advance(added.id, 'workflow_failed');
  expect(await ask(added)).toEqual(ended);
});

test.each(['workflow_failed', 'workflow_cancelled'])('it may end as %s', async (status) => {
  const added = b3os.add({ status: 'workflow_waiting' });
  expect(b3os.advance(added.id, status)).toBe(status);
  expect(await ask(added)).toMatchObject({ status, finishedAtMs: nowMs });
  const begun = await ask(b3os.add({ status }));
  expect(begun.events.map(({ level }) => level).slice(0, 4)).toEqual(Array(4).fill('info'));
  expect(hasEnded(begun)).toBe(true);
});

test('an unknown status does not stop it', async () => {
  const added = b3os.add({ status: 'workflow_queued' });
  expect(b3os.advance(added.id, 'workflow_paused')).toBe('workflow_paused');
  expect((await ask(added)).status).toBe('workflow_paused');
  expect(b3os.advance(added.id)).toBe('workflow_running');
});

test('the demo has a running one, one that awaits payment and one that succeeded', async () => {
  const [running, awaiting, succeeded] = await Promise.all(b3os.addDemo().map(ask));
  expect(running).toMatchObject({ orderId: 'ord_4821', status: 'workflow_running' });
  expect(running?.events).toHaveLength(4);
  expect(running?.metadata.map(({ name }) => name)).toEqual(['customer', 'sku']);
  expect(awaiting?.status).toBe('awaiting_payment');
  expect(succeeded && workflowClock(succeeded)).toEqual({ kind: 'standing', seconds: 540 });
  expect(b3os.advance('exe_4821')).toBe('workflow_waiting');
});
