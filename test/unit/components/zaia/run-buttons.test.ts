import { h } from 'preact';
import { expect, test } from 'vitest';
import { FollowedRow } from '../../../../components/zaia/followed-row';
import type { Run } from '../../../../lib/core/zaia/agent-runs';
import { agentRunsView } from '../../../support/examples/agent-runs-view';
import { type Drawn, drawn } from '../../../support/examples/drawn';
import { runsFeed } from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { textOf } from '../../../support/examples/popup-markup';

// Each run has buttons with the same names. Whoever hears them does not see beside which run they stand.

const run = (id: string, startedAtMs: number): Run => ({
  ...{ id, startedAtMs, endedAtMs: null, status: 'running' },
  ...{ credits: 1, isAgentic: false, isPurged: false },
});

/** The names of the buttons, each with its description. */
const described = ({ page }: Drawn) =>
  [...page.querySelectorAll('.follow button, .more-about')].map((it) => {
    const id = it.getAttribute('aria-describedby') ?? '';
    return [it.textContent, page.querySelector(`[id="${id}"]`)?.textContent];
  });

test('the buttons of a run are described by when it began', async () => {
  const runs = [run('a', ANSWERED_AT_MS), run('b', ANSWERED_AT_MS - 60_000)];
  const one = await drawn(agentRunsView(runs, async () => null));
  for (const summary of [...one.page.querySelectorAll('details > summary')]) {
    await one.open(textOf(summary.innerHTML).trim());
  }
  expect(described(one)).toEqual([
    ['Follow', '6:17 PM'],
    ['Details', '6:17 PM'],
    ['Follow', '6:16 PM'],
    ['Details', '6:16 PM'],
  ]);
});

test('the button of a run of which nothing is known is described by its id', async () => {
  const props = { feed: runsFeed({}), schedules: {}, askDetail: async () => null };
  const followed = { id: 'run-9', run: null, failure: null };
  const one = await drawn(h(FollowedRow, { ...props, followed, follow: async () => null }));
  expect(described(one)).toEqual([['Unfollow', 'run-9']]);
});
