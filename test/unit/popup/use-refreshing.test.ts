import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRefreshing } from '../../../entrypoints/popup/use-refreshing';

const { refresh, ends } = vi.hoisted(() => ({ refresh: vi.fn(), ends: [] as (() => void)[] }));

// Effects run at once, without a page.
vi.mock('preact/hooks', () => ({
  useEffect: (effect: () => () => void) => ends.push(effect()),
}));
vi.mock('../../../lib/browser/send-command', () => ({ refresh }));

const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
  const page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const window = new EventTarget();
  vi.stubGlobal('addEventListener', addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', removeEventListener.bind(window));
  vi.stubGlobal('window', window);
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  refresh.mockClear();
});

test('an open popup asks each 15 seconds', () => {
  useRefreshing(false);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(refresh.mock.calls).toEqual([['popup'], ['popup'], ['popup'], ['popup'], ['popup']]);
});

test('a side panel that is open for eight hours asks once', () => {
  useRefreshing(true);
  vi.advanceTimersByTime(8 * HOUR_MS);
  expect(refresh.mock.calls).toEqual([['popup']]);
});

test('a side panel asks when somebody comes to see it, and not when they leave', () => {
  useRefreshing(true);
  Object.assign(document, { hidden: true });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(refresh).toHaveBeenCalledTimes(1);
  Object.assign(document, { hidden: false });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(refresh).toHaveBeenCalledTimes(2);
  window.dispatchEvent(new Event('focus'));
  expect(refresh).toHaveBeenCalledTimes(3);
  for (const end of ends.splice(0)) end();
  window.dispatchEvent(new Event('focus'));
  expect(refresh).toHaveBeenCalledTimes(3);
});
