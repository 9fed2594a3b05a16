import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUi } from '../../../lib/browser/ui';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const NOON_MS = Date.parse('2026-03-13T12:00:00Z');

beforeEach(() => {
  resetFakeBrowser();
  vi.useFakeTimers({ now: NOON_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

test("`now` gives the server's time", () => {
  expect(createUi({ offsetMs: -93_600_000, originMs: 0 }).now()).toBe(
    Date.parse('2026-03-12T10:00:00Z'),
  );
});

// Each second after 11:59:59.750, by a server's clock that is 100 ms ahead.
test.each([
  { originMs: NOON_MS - 250, firstMs: 650 },
  { originMs: NOON_MS + 5_750, firstMs: 650 },
])(
  'a view ticks just after each whole step from $originMs, until it is gone',
  ({ originMs, firstMs }) => {
    const ticks: number[] = [];
    const stop = createUi({ offsetMs: 100, originMs: 0 }).every(1000, originMs, () =>
      ticks.push(Date.now() - NOON_MS),
    );
    vi.advanceTimersByTime(firstMs);
    expect(ticks).toEqual([]);
    vi.advanceTimersByTime(3_000);
    expect(ticks).toEqual([firstMs + 2, firstMs + 1002, firstMs + 2002]);
    stop();
    vi.advanceTimersByTime(10_000);
    expect(ticks).toHaveLength(3);
  },
);

test('whoever ticks each second does so in the same turn, on the whole seconds of the main count', () => {
  const ticks: [string, number][] = [];
  const ui = createUi({ offsetMs: 100, originMs: NOON_MS - 250 });
  const tick = (name: string) => () => ticks.push([name, Date.now() - NOON_MS]);
  const stopFirst = ui.everySecond(tick('first'));
  vi.advanceTimersByTime(300);
  const stopSecond = ui.everySecond(tick('second'));
  vi.advanceTimersByTime(1000);
  expect(ticks).toEqual([
    ['first', 652],
    ['second', 652],
  ]);
  stopFirst();
  vi.advanceTimersByTime(1000);
  stopSecond();
  vi.advanceTimersByTime(5000);
  expect(ticks.slice(2)).toEqual([['second', 1652]]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a clock that is known better, or another main count, is gone by from the next second on', () => {
  const time = { offsetMs: 0, originMs: NOON_MS };
  const ticks: number[] = [];
  const ui = createUi(time);
  const stop = ui.everySecond(() => ticks.push(Date.now() - NOON_MS));
  time.offsetMs = 300;
  expect(ui.now()).toBe(NOON_MS + 300);
  vi.advanceTimersByTime(2_000);
  time.originMs = NOON_MS + 500;
  vi.advanceTimersByTime(1_500);
  stop();
  expect(ticks).toEqual([1002, 1702, 2702, 3202]);
});
