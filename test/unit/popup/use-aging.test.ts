import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useAging } from '../../../entrypoints/popup/use-aging';
import { NO_STATE, type Stored } from '../../../lib/core/state/state';
import { answeredSchedule, olieFeed } from '../../support/examples/example-feed';
import { EXAMPLE_ZONE, exampleTimer } from '../../support/examples/example-timer';

const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');
const { draw, ends } = vi.hoisted(() => ({ draw: vi.fn(), ends: [] as (() => void)[] }));

// Effects run at once, without a page.
vi.mock('preact/hooks', () => ({
  useReducer: () => [0, draw],
  useEffect: (effect: () => () => void) => ends.push(effect()),
}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  draw.mockClear();
});

/** Opens a popup so long before midnight by Olie's clock. */
function openBefore(ms: number, offsetMs = 0): void {
  vi.setSystemTime(MIDNIGHT_MS - ms - offsetMs);
  const oldAtMs = Date.now() + 900_000;
  const schedule = answeredSchedule({ askedAtMs: Date.now(), oldAtMs });
  const stored: Stored = {
    state: { ...NO_STATE, feeds: [olieFeed({ offsetMs, data: exampleTimer() })] },
    schedules: { a: schedule },
  };
  useAging(stored, EXAMPLE_ZONE);
}

describe('an open popup', () => {
  test.each([
    [1, 0],
    [4999, 0],
    [7200, 0],
    [90_000, 0],
    [7200, 26 * 3_600_000],
    [7200, -26 * 3_600_000],
  ])(
    'is drawn again at midnight, %d ms from now, not seconds later (clock off by %d ms)',
    (ms, off) => {
      openBefore(ms, off);
      vi.advanceTimersByTime(ms - 1);
      expect(draw).not.toHaveBeenCalled();
      vi.advanceTimersByTime(10);
      expect(draw).toHaveBeenCalled();
    },
  );

  test('is drawn again within 5 s once something is old', () => {
    openBefore(3_600_000);
    vi.advanceTimersByTime(899_999);
    expect(draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(draw).toHaveBeenCalled();
  });
});
