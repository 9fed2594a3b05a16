import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const open = vi.hoisted(() => vi.fn());
vi.mock('idb', () => ({ openDB: open }));

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const history = () => import('../../../lib/browser/history-db');

test('a database that does not open is given up after five seconds, and tried again', async () => {
  open.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValueOnce('db');
  const { openHistory } = await history();
  const first = openHistory();
  const given = expect(first).rejects.toThrow('The history does not open');
  await vi.advanceTimersByTimeAsync(4999);
  // Whoever asks meanwhile waits for the same.
  expect(openHistory()).toBe(first);
  await vi.advanceTimersByTimeAsync(1);
  await given;
  expect(await openHistory()).toBe('db');
  expect(vi.getTimerCount()).toBe(0);
});

test('one that opens later is closed: it would be in the way', async () => {
  const close = vi.fn();
  let late = (_: unknown): void => undefined;
  open.mockReturnValueOnce(
    new Promise((resolve) => {
      late = resolve;
    }),
  );
  const { openHistory } = await history();
  const given = expect(openHistory()).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(5000);
  await given;
  late({ close });
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledOnce();
});

test('a refusal is passed on at once, and leaves no timer', async () => {
  open.mockRejectedValueOnce(new Error('private window')).mockResolvedValueOnce('db');
  const { openHistory } = await history();
  await expect(openHistory()).rejects.toThrow('private window');
  expect(vi.getTimerCount()).toBe(0);
  expect(await openHistory()).toBe('db');
});
