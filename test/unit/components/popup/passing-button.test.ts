import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { PassingButton } from '../../../../components/popup/passing-button';
import { drawn } from '../../../support/examples/drawn';

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
