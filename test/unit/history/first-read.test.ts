import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { readFirst } from '../../../entrypoints/history/first-read';
import { NOTHING } from '../../../entrypoints/history/read';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences';
import { NO_STATE } from '../../../lib/core/state/state';

const load = vi.hoisted(() => vi.fn());
vi.mock('../../../entrypoints/history/read', async (original) => ({
  ...(await original<object>()),
  load,
}));
vi.mock('../../../lib/browser/history-mark', () => ({
  loadHistoryMark: async () => ({ savedAtMs: 7 }),
}));

const FRIDAY_MS = Date.parse('2026-03-13T15:00:00Z');
const stored = { state: NO_STATE, schedules: {} };
const read = (preferences = {}) =>
  readFirst(stored, { ...DEFAULT_PREFERENCES, weekStart: 1, ...preferences }, FRIDAY_MS);

beforeEach(() => {
  vi.stubGlobal('location', { hash: '' });
  vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  load.mockResolvedValue(NOTHING);
});

test('the week with today is read, or what the address names', async () => {
  expect(await read()).toEqual({ known: new Map([['week 2026-03-09', NOTHING]]), savedAtMs: 7 });
  vi.stubGlobal('location', { hash: '#month=2026-02' });
  expect([...(await read()).known.keys()]).toEqual(['month 2026-02-01']);
});

test('a database that refuses does not keep the page from being drawn', async () => {
  load.mockRejectedValue(new Error('broken'));
  expect((await read()).known.size).toBe(0);
});

test('nor does one that does not answer within a second', async () => {
  load.mockReturnValue(new Promise(() => undefined));
  expect((await read()).known.size).toBe(0);
});

test('nothing is read of a history that is switched off', async () => {
  expect((await read({ isHistoryOff: true })).known.size).toBe(0);
  expect(load).not.toHaveBeenCalled();
});
