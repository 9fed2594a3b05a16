import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { CopyLine } from '../../../../components/popup/copy-line';
import { FeedProblem } from '../../../../components/popup/feed-problem';
import { PassingButton } from '../../../../components/popup/passing-button';
import { FollowedRow } from '../../../../components/zaia/followed-row';
import { failure } from '../../../../lib/core/feeds/failure';
import { drawn } from '../../../support/examples/drawn';
import { runsFeed, workflowFeed } from '../../../support/examples/example-feed';
import { SAO_PAULO } from '../../../support/examples/example-history';

test("what mends a service's failure hands the focus on, too", async () => {
  const problem = (kind: 'permission' | null) => [
    h(FeedProblem, {
      feed: workflowFeed({ failure: kind && failure(kind) }),
      ...{ service: 'B3OS', schedules: {}, zone: SAO_PAULO },
      ...{ onAllow: vi.fn(), onOptions: vi.fn() },
    }),
    h('footer', null, h('button', { id: 'refresh' })),
  ];
  const { page, redraw } = await drawn(problem('permission'));
  const focus = vi.fn();
  Object.assign(page, { activeElement: page.querySelector('.problem button') });
  Object.assign(page.getElementById('refresh') ?? {}, { focus });
  await redraw(problem(null));
  expect(focus).toHaveBeenCalledOnce();
});

test.each([
  ['has the focus, Refresh gets it', 'main button', 1],
  ['has no focus, it stays where it is', 'footer button', 0],
])('when it goes and %s', async (_, held, times) => {
  const view = (isThere: boolean) => [
    h('main', null, isThere && h(PassingButton, { onClick: () => undefined, children: 'Unmute' })),
    h('footer', null, h('button', { id: 'refresh' })),
  ];
  const { page, redraw } = await drawn(view(true));
  // The fake page has no focus of its own.
  Object.assign(page, { activeElement: page.querySelector(held) });
  const focus = vi.fn();
  Object.assign(page.getElementById('refresh') ?? {}, { focus });
  await redraw(view(false));
  expect(page.querySelector('main button')).toBeNull();
  expect(focus).toHaveBeenCalledTimes(times);
});

const onCopy = () => undefined;
const followed = {
  ...{ feed: runsFeed({}), schedules: {}, askDetail: async () => null, follow: async () => null },
  followed: { id: 'run-9', run: null, failure: null },
};

test.each([
  ['Copy', h(CopyLine, { outcome: 'refused', onCopy }), h(CopyLine, { outcome: 'copied', onCopy })],
  ['Unfollow, with the run', h(FollowedRow, followed), null],
])('Refresh also gets the focus of %s', async (_, before, after) => {
  const view = (shown: typeof before | null) => [
    h('main', null, shown),
    h('button', { id: 'refresh' }),
  ];
  const { page, redraw } = await drawn(view(before));
  Object.assign(page, { activeElement: page.querySelector('main button') });
  const focus = vi.fn();
  Object.assign(page.getElementById('refresh') ?? {}, { focus });
  await redraw(view(after));
  expect(page.querySelector('main button')).toBeNull();
  expect(focus).toHaveBeenCalledOnce();
});
