import { h } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { useFirstFrame } from '../../../entrypoints/history/use-first-frame';
import { drawn } from '../../support/examples/drawn';

function Probe({ name }: { name: string }) {
  return h('p', null, useFirstFrame(name) ? 'first' : 'whole');
}

test.each(['the page is idle', 'the page is printed'])('a view is whole once %s', async (what) => {
  let finish = (): void => undefined;
  const isPrinted = what.includes('printed');
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => {
    if (!isPrinted) finish = callback;
  });
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  vi.stubGlobal('addEventListener', (kind: string, callback: () => void) => {
    if (isPrinted && kind === 'beforeprint') finish = callback;
  });
  vi.stubGlobal('removeEventListener', () => undefined);
  const page = await drawn(h(Probe, { name: 'this week' }));
  expect(page.text()).toBe('first');
  await act(() => finish());
  expect(page.text()).toBe('whole');
  await page.redraw(h(Probe, { name: 'last week' }));
  expect(page.text()).toBe('first');
  await act(() => finish());
  expect(page.text()).toBe('whole');
});
