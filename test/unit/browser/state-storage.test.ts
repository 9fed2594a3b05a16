import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  loadStored,
  saveSchedules,
  saveState,
  stateWhere,
  watchStored,
} from '../../../lib/browser/state-storage';
import { failure } from '../../../lib/core/feeds/failure';
import { NO_STATE, type State, type Stored } from '../../../lib/core/state/state';
import { answeredSchedule, olieFeed, workflowFeed } from '../../support/examples/example-feed';
import { exampleTimer } from '../../support/examples/example-timer';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { storage } = fakeBrowser;
const { local, session } = storage;
/** Does anybody listen to the storage? */
const isListening = () =>
  // The fake's types lack it.
  (storage.onChanged as unknown as { hasListeners(): boolean }).hasListeners();
const known: Stored = {
  state: { ...NO_STATE, feeds: [olieFeed(), workflowFeed()] },
  schedules: { a: answeredSchedule() },
};
const later = { a: answeredSchedule({ askedAtMs: 7, failures: 3 }) };
/** The state with another feed of Olie. */
function changed(patch: Parameters<typeof olieFeed>[0]): State {
  return { ...known.state, feeds: [olieFeed(patch), workflowFeed()] };
}

beforeEach(async () => {
  resetFakeBrowser();
  await saveState(known.state, NO_STATE);
  await saveSchedules(known.schedules, {});
});

test('what was saved is loaded', async () => {
  expect(await loadStored()).toEqual(known);
});

test('schedules are in the memory, what was learnt is on the disk, and nothing is in both', async () => {
  expect(Object.keys(await local.get())).toEqual(['state']);
  expect(Object.keys(await session.get())).toEqual(['schedules']);
  expect(JSON.stringify(await local.get())).not.toContain('dueAtMs');
  expect(JSON.stringify(await session.get())).not.toContain('data');
});

test('another schedule does not touch the disk, and is loaded', async () => {
  const before = await local.get();
  await saveSchedules(later, known.schedules);
  expect(await local.get()).toEqual(before);
  expect(await loadStored()).toEqual({ ...known, schedules: later });
});

test('the same is written nowhere', async () => {
  await local.clear();
  await session.clear();
  await saveState(structuredClone(known.state), known.state);
  await saveSchedules(structuredClone(known.schedules), known.schedules);
  expect(await local.get()).toEqual({});
  expect(await session.get()).toEqual({});
});

test.each([
  { what: 'an answer', patch: { data: exampleTimer({ current: null }) } },
  { what: 'a failure', patch: { failure: failure('network') } },
  { what: 'an offset', patch: { offsetMs: 5 } },
])('$what is written to the disk', async ({ patch }) => {
  await saveState(changed(patch), known.state);
  await session.clear();
  expect((await loadStored()).state).toEqual(changed(patch));
});

test('after the end of the browser, what was learnt is known, and all is due at once', async () => {
  await session.clear();
  expect(await loadStored()).toEqual({ ...known, schedules: {} });
});

test('schedules that cannot be read do not matter', async () => {
  await session.set({ schedules: [{ connectionId: 'a' }] });
  expect(await loadStored()).toEqual({ ...known, schedules: {} });
});

test('where the disk takes nothing, whoever saves is told, and what is stored stays', async () => {
  vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
  await expect(saveState(changed({ data: null }), known.state)).rejects.toThrow('Quota');
  expect(await loadStored()).toEqual(known);
});

describe('a watcher', () => {
  const watched = (from: Stored) => {
    const heard: Stored[] = [];
    const stop = watchStored(from, (stored) => heard.push(stored));
    onTestFinished(stop);
    return { heard, stop };
  };

  test('hears of the disk and of the memory, until it stops', async () => {
    const { heard, stop } = watched(known);
    await saveSchedules(later, known.schedules);
    await vi.waitFor(() => expect(heard).toEqual([{ ...known, schedules: later }]));
    await saveState(changed({ data: null }), known.state);
    const both = { state: changed({ data: null }), schedules: later };
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(both));
    stop();
    const count = heard.length;
    await saveState(known.state, changed({ data: null }));
    expect(heard).toHaveLength(count);
  });

  test('is given the very same answers where only a schedule is new', async () => {
    const { heard } = watched(known);
    await saveSchedules(later, known.schedules);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]?.state).toBe(known.state);
  });

  test('that hears of a change while it first reads is not told what was before', async () => {
    const get = local.get.bind(local);
    vi.spyOn(local, 'get').mockImplementationOnce(async (keys) => {
      const before = await get(keys);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return before;
    });
    const { heard } = watched({ state: NO_STATE, schedules: {} });
    await saveState(changed({ data: null }), known.state);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(heard.map(({ state }) => state)).toEqual([changed({ data: null })]);
  });

  test('that knows what is stored hears nothing of it; one that knows less does', async () => {
    const [whole, less] = [watched(known), watched({ state: NO_STATE, schedules: {} })];
    await vi.waitFor(() => expect(less.heard).toEqual([known]));
    expect(whole.heard).toEqual([]);
  });

  test('that stops at once hears nothing, even if it knew less than is stored', async () => {
    const { heard, stop } = watched({ state: NO_STATE, schedules: {} });
    stop();
    await pause(10);
    expect(heard).toEqual([]);
  });
});

describe('a wait for a state', () => {
  const isEmpty = ({ feeds }: State) => feeds.length === 0;
  const never = new AbortController().signal;

  test('ends at once where it is there, and leaves no listener behind', async () => {
    expect(await stateWhere((state) => !isEmpty(state), never)).toEqual(known.state);
    expect(isListening()).toBe(false);
  });

  test('ends when it comes, and leaves no listener behind', async () => {
    const waiting = stateWhere(isEmpty, never);
    await saveState(changed({ data: null }), known.state);
    await saveState(NO_STATE, known.state);
    expect(await waiting).toEqual(NO_STATE);
    expect(isListening()).toBe(false);
  });

  test.each([0, 10])('that is given up after %d ms leaves no listener behind', async (ms) => {
    const waiting = new AbortController();
    stateWhere(isEmpty, waiting.signal);
    if (ms > 0) await pause(ms);
    waiting.abort();
    await pause(10);
    expect(isListening()).toBe(false);
  });
});
