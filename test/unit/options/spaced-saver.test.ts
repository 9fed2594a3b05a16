import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SYNC_SPACING_MS, spacedSaver, TYPING_MS } from '../../../entrypoints/options/spaced-saver';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function saver(write: (value: number) => Promise<void> = async () => undefined) {
  const written: number[] = [];
  const outcomes: boolean[] = [];
  const made = spacedSaver<number>(
    (value) => {
      written.push(value);
      return write(value);
    },
    SYNC_SPACING_MS,
    (isSaved) => outcomes.push(isSaved),
  );
  return { ...made, written, outcomes };
}

test('one change is written at once', async () => {
  const { save, written, outcomes, isBusy } = saver();
  save(1);
  expect(written).toEqual([1]);
  await vi.runAllTimersAsync();
  expect(outcomes).toEqual([true]);
  expect(isBusy()).toBe(false);
});

test('131 quick changes are two writes, and the last one wins', async () => {
  const { save, written, outcomes } = saver();
  for (let value = 1; value <= 131; value += 1) save(value);
  await vi.runAllTimersAsync();
  expect(written).toEqual([1, 131]);
  expect(outcomes.at(-1)).toBe(true);
});

test('changes all the time stay under what the browser takes: 120 writes a minute, 1,800 an hour', async () => {
  const { save, written } = saver();
  for (let second = 0; second < 3600; second += 1) {
    save(second);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(written.length).toBeLessThanOrEqual(1800);
  expect(written.length).toBeGreaterThan(1700);
});

test('what is typed waits for its end, and for what is chosen meanwhile', async () => {
  const { save, flush, written } = saver();
  save(1, true);
  await vi.advanceTimersByTimeAsync(TYPING_MS - 1);
  save(12, true);
  await vi.advanceTimersByTimeAsync(TYPING_MS - 1);
  expect(written).toEqual([]);
  save(13);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([13]);
  save(1, true);
  await flush();
  expect(written).toEqual([13, 1]);
});

test('what is typed is written as its field is left; what is chosen waits as before', async () => {
  const { save, settle, written } = saver();
  save(1, true);
  save(12, true);
  settle();
  expect(written).toEqual([12]);
  save(13);
  settle();
  expect(written).toEqual([12]);
  save(14, true);
  save(15);
  settle();
  expect(written).toEqual([12, 15]);
  settle();
  await vi.runAllTimersAsync();
  expect(written).toEqual([12, 15]);
});

test('what waits as the page closes is written then', async () => {
  const { save, flush, written } = saver();
  save(1);
  save(2);
  save(3);
  expect(written).toEqual([1]);
  expect(await flush()).toBe(true);
  expect(written).toEqual([1, 3]);
  await flush();
  await vi.runAllTimersAsync();
  expect(written).toEqual([1, 3]);
});

test('a write that is refused is told, and the next one is tried', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const refuseTwo = async (value: number) => {
    if (value === 2) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
  };
  const { save, flush, outcomes } = saver(refuseTwo);
  save(2);
  expect(await flush()).toBe(false);
  await vi.runAllTimersAsync();
  expect(outcomes).toEqual([false]);
  save(3);
  await vi.runAllTimersAsync();
  expect(outcomes).toEqual([false, true]);
});

test('the outcome of an earlier write is not told while a newer value waits', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { save, outcomes } = saver(async (value) => {
    if (value === 1) throw new Error('refused');
  });
  save(1);
  save(2);
  await vi.runAllTimersAsync();
  expect(outcomes).toEqual([true]);
});
