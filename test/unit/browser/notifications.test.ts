import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchMayNotify } from '../../../lib/browser/notifications';

const listeners = { added: [] as (() => void)[], removed: [] as (() => void)[] };
const contains = vi.fn();

beforeEach(() => {
  Object.assign(listeners, { added: [], removed: [] });
  Object.assign(fakeBrowser.permissions, {
    contains,
    onAdded: { addListener: (listener: () => void) => listeners.added.push(listener) },
    onRemoved: { addListener: (listener: () => void) => listeners.removed.push(listener) },
  });
});

test('it is told at once whether notifications are allowed, and when they are allowed or taken away', async () => {
  contains.mockResolvedValue(false);
  const told = vi.fn();
  watchMayNotify(told);
  await expect.poll(() => told.mock.lastCall).toEqual([false]);
  contains.mockResolvedValue(true);
  for (const listener of listeners.added) listener();
  await expect.poll(() => told.mock.lastCall).toEqual([true]);
  contains.mockResolvedValue(false);
  for (const listener of listeners.removed) listener();
  await expect.poll(() => told.mock.lastCall).toEqual([false]);
  expect(contains).toHaveBeenCalledWith({ permissions: ['notifications'] });
});
