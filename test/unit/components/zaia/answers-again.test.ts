import { describe, expect, test, vi } from 'vitest';
import { type FailureKind, failure } from '../../../../lib/core/feeds/failure';
import type { DetailReply } from '../../../../lib/core/messages/reply';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import { agentRunsView } from '../../../support/examples/agent-runs-view';
import { drawn } from '../../../support/examples/drawn';
import { answeredSchedule } from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { textOf } from '../../../support/examples/popup-markup';

// What the user asks of Zaia fails, and then the list is answered again.

const run: Run = {
  ...{ id: 'run-1', startedAtMs: ANSWERED_AT_MS - 90_000, endedAtMs: null },
  ...{ status: 'running', credits: 1.5, isAgentic: false, isPurged: false },
};
const nesting = { failure: null, data: { nodes: [{ ...run, depth: 0 }], notShown: 0 } };
const failed = (kind: FailureKind) => ({ failure: failure(kind), data: null });

/** The section; `askDetail` is answered by what is pushed into `replies`, in order, and else never. */
async function section() {
  const replies: (DetailReply | Promise<DetailReply>)[] = [];
  const askDetail = vi.fn(
    async (): Promise<DetailReply> => replies.shift() ?? new Promise<never>(() => undefined),
  );
  const view = (answeredAtMs: number, runs = [run]) =>
    agentRunsView(runs, askDetail, { z: answeredSchedule({ answeredAtMs }) });
  const one = await drawn(view(ANSWERED_AT_MS));
  const summary = textOf(one.page.querySelector('details > summary')?.innerHTML ?? '').trim();
  return {
    ...{ ...one, askDetail, replies },
    openRun: () => one.open(summary),
    draw: () => one.redraw(view(ANSWERED_AT_MS)),
    answer: (runs?: Run[]) => one.redraw(view(ANSWERED_AT_MS + 15_000, runs)),
    statuses: () => [...one.page.querySelectorAll('.chip')].map((chip) => chip.textContent),
  };
}

test('that more could not be loaded is said until then', async () => {
  const { replies, press, text, draw, answer } = await section();
  replies.push(failed('network'));
  await press('Load more');
  await draw();
  expect(text()).toContain('Zaia cannot be reached.');
  await answer();
  expect(text()).not.toContain('Zaia cannot be reached.');
});

test('an opened run is asked for once more', async () => {
  const { replies, openRun, askDetail, text, draw, answer } = await section();
  replies.push(failed('network'), nesting);
  await openRun();
  await draw();
  expect(text()).toContain('Zaia cannot be reached.');
  expect(askDetail).toHaveBeenCalledTimes(1);
  await answer();
  await expect.poll(text).not.toContain('Zaia cannot be reached.');
  expect(askDetail).toHaveBeenCalledTimes(2);
});

test.each<[string, DetailReply]>([
  ['known', nesting],
  ['refused', failed('unknown-id')],
  ['to wait', failed('too-many-requests')],
])('an opened run that is %s is not', async (_, reply) => {
  const { replies, openRun, askDetail, answer } = await section();
  replies.push(reply);
  await openRun();
  await answer();
  expect(askDetail).toHaveBeenCalledTimes(1);
});

test('while more is loaded, the button says so and does not ask twice', async () => {
  const { replies, press, page, askDetail, text } = await section();
  let finish = (_: DetailReply): void => undefined;
  replies.push(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  await press('Load more');
  const button = page.querySelector('button.more');
  expect(button?.textContent).toBe('Asking Zaia…');
  expect(button?.getAttribute('aria-disabled')).toBe('true');
  await press('Asking Zaia…');
  expect(askDetail).toHaveBeenCalledTimes(1);
  finish({ failure: null, data: [] });
  await expect.poll(text).toContain('These are all');
});

describe('the runs after the first page', () => {
  const newer = { ...run, id: 'run-0' };
  const older = { ...run, id: 'run-2', startedAtMs: ANSWERED_AT_MS - 180_000 };
  const over = { endedAtMs: ANSWERED_AT_MS, status: 'completed' };
  const pageOf = (...runs: Run[]) => ({ failure: null, data: runs });

  test('are asked for with the list while one of them goes on', async () => {
    const { replies, press, askDetail, answer, statuses } = await section();
    replies.push(pageOf(older));
    await press('Load more');
    await expect.poll(statuses).toEqual(['Running', 'Running']);
    replies.push(pageOf({ ...older, ...over }));
    await answer();
    await expect.poll(statuses).toEqual(['Running', 'Completed']);
    expect(askDetail.mock.calls).toEqual([
      [expect.anything(), 'page', '2'],
      [expect.anything(), 'page', '2'],
    ]);
  });

  test('are not once all of them have ended', async () => {
    const { replies, press, askDetail, answer, statuses } = await section();
    replies.push(pageOf({ ...older, ...over }));
    await press('Load more');
    await expect.poll(statuses).toEqual(['Running', 'Completed']);
    await answer();
    expect(askDetail).toHaveBeenCalledTimes(1);
  });

  test('lose the one that went on when it was pushed off all of them', async () => {
    const { replies, press, answer, statuses } = await section();
    replies.push(pageOf(older));
    await press('Load more');
    await expect.poll(statuses).toEqual(['Running', 'Running']);
    replies.push(pageOf({ ...run, ...over }));
    await answer([newer]);
    await expect.poll(statuses).toEqual(['Running', 'Completed']);
  });

  test('stay as they were if they cannot be had', async () => {
    const { replies, press, askDetail, answer, statuses, text } = await section();
    replies.push(pageOf(older), failed('network'));
    await press('Load more');
    await expect.poll(statuses).toEqual(['Running', 'Running']);
    await answer();
    await expect.poll(() => askDetail.mock.calls.length).toBe(2);
    expect(statuses()).toEqual(['Running', 'Running']);
    expect(text()).not.toContain('cannot be reached');
  });
});
