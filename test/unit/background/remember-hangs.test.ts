import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteAllHistory } from '../../../entrypoints/background/change-history';
import { remembered } from '../../../entrypoints/background/remember';
import { loadHistoryMark } from '../../../lib/browser/history-mark';
import { countHistory, loadPersons, saveImported } from '../../../lib/browser/history-storage';
import { failure } from '../../../lib/core/feeds/failure';
import { PERSON, session, told } from '../../support/examples/example-history';
import { shownBadge } from '../../support/worker/fake-browser';
import { holdHistory } from '../../support/worker/history';
import { askAfter, rememberedEvening } from '../../support/worker/remembered-evening';
import { world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const FRIDAY = told('2026-03-13 12:00', [session('a', '2026-03-13 09:00', '2026-03-13 10:00')]);
const person = { id: PERSON, name: 'Ana', connectionId: 'c', seenAtMs: 5 };

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

/** Another page has the database, and a write is given up after a moment. @returns ends both */
async function hanging(): Promise<() => void> {
  const real = globalThis.setTimeout;
  const release = await holdHistory();
  let isShort = true;
  // No other timer is touched, and none of a write that may well be done.
  vi.stubGlobal('setTimeout', (act: () => void, ms?: number) =>
    real(act, isShort && ms === 2 * MINUTE_MS ? 50 : ms),
  );
  return () => {
    isShort = false;
    release();
  };
}

describe('a write that never ends', () => {
  test('is given up, said, and costs no later one', async () => {
    await rememberedEvening();
    const release = await hanging();
    await askAfter(6 * MINUTE_MS);
    expect((await loadHistoryMark())?.problem).toContain('does not end');
    expect((await shownBadge()).text).toBe('43m');
    release();
    await askAfter(MINUTE_MS);
    expect((await loadHistoryMark())?.problem).toBeNull();
    expect(await loadPersons()).toHaveLength(1);
  });

  test('is not done later, when whoever asked for it was told that it failed', async () => {
    await world();
    await saveImported([person], FRIDAY);
    const release = await hanging();
    expect(await deleteAllHistory()).toEqual(failure('storage'));
    release();
    await remembered();
    expect(await countHistory()).toEqual({ days: 1, sessions: 1 });
  });
});

test('a write that fails in the middle leaves nothing of it', async () => {
  await world();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    if (this.name === 'sessions') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, row);
  });
  await expect(saveImported([person], FRIDAY)).rejects.toThrow('full');
  vi.restoreAllMocks();
  expect(await loadPersons()).toEqual([]);
  expect(await countHistory()).toEqual({ days: 0, sessions: 0 });
});
