import { expect, test } from 'vitest';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import { agentRunsView } from '../../../support/examples/agent-runs-view';
import { drawn } from '../../../support/examples/drawn';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { textOf } from '../../../support/examples/popup-markup';

// A run ends while it is open: what it called has ended too, which the list does not tell.

const going: Run = {
  ...{ id: 'run-1', startedAtMs: ANSWERED_AT_MS - 90_000, endedAtMs: null },
  ...{ status: 'running', credits: 1.5, isAgentic: false, isPurged: false },
};
const over: Run = { ...going, endedAtMs: ANSWERED_AT_MS - 1000, status: 'completed' };
const nestingOf = (child: Partial<Run>) => ({
  failure: null,
  data: {
    nodes: [
      { ...going, depth: 0 },
      { ...going, ...child, id: 'run-2', depth: 1 },
    ],
    notShown: 0,
  },
});
type Reply = ReturnType<typeof nestingOf>;

/** Opens a run that goes on. `replies` has a function for each question, which answers it. */
async function openedRun() {
  const replies: ((reply: Reply) => void)[] = [];
  const view = (run: Run) =>
    agentRunsView([run], () => new Promise<Reply>((resolve) => replies.push(resolve)));
  const section = await drawn(view(going));
  const summary = section.page.querySelector('details > summary');
  await section.open(textOf(summary?.innerHTML ?? '').trim());
  const statuses = () =>
    [...section.page.querySelectorAll('.tree .chip')].map((it) => it.textContent);
  return {
    replies,
    statuses,
    end: () => section.redraw(view(over)),
    again: () => section.redraw(view(over)),
  };
}

test('its nesting is asked for again, once', async () => {
  const { replies, statuses, end, again } = await openedRun();
  replies[0]?.(nestingOf({}));
  await expect.poll(statuses).toEqual(['Running']);
  await end();
  await again();
  expect(replies).toHaveLength(2);
  expect(statuses()).toEqual(['Running']);
  replies[1]?.(nestingOf({ endedAtMs: over.endedAtMs, status: 'failed' }));
  await expect.poll(statuses).toEqual(['Failed']);
});

test('a late reply of before does not replace it', async () => {
  const { replies, statuses, end } = await openedRun();
  await end();
  replies[1]?.(nestingOf({ endedAtMs: over.endedAtMs, status: 'failed' }));
  await expect.poll(statuses).toEqual(['Failed']);
  replies[0]?.(nestingOf({}));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(statuses()).toEqual(['Failed']);
});
