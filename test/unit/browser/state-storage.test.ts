import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadState, saveState, watchState } from '../../../lib/browser/state-storage';
import { failure } from '../../../lib/core/feeds/failure';
import { glanceOf } from '../../../lib/core/state/glance';
import { NO_STATE, type State } from '../../../lib/core/state/state';
import { olieFeed, workflowFeed } from '../../support/examples/example-feed';
import { exampleTimer } from '../../support/examples/example-timer';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { local, session } = fakeBrowser.storage;
const known: State = { ...NO_STATE, feeds: [olieFeed(), workflowFeed()] };
/** The state with another schedule of Olie, and perhaps more. */
function changed(patch: Parameters<typeof olieFeed>[0] = {}): State {
  const schedule = { ...olieFeed().schedule, askedAtMs: 7, failures: 3 };
  return { ...known, feeds: [olieFeed({ schedule, ...patch }), workflowFeed()] };
}

beforeEach(async () => {
  resetFakeBrowser();
  await saveState(known, NO_STATE);
});

test('what was saved is loaded', async () => {
  expect(await loadState()).toEqual(known);
});

test('another schedule alone touches the memory, not the disk; and is loaded', async () => {
  const before = await local.get();
  await saveState(changed(), known);
  expect(await local.get()).toEqual(before);
  expect(await loadState()).toEqual(changed());
});

test('the same state is written nowhere', async () => {
  await local.clear();
  await session.clear();
  await saveState({ ...known, feeds: known.feeds.map((feed) => ({ ...feed })) }, known);
  expect(await local.get()).toEqual({});
  expect(await session.get()).toEqual({});
});

test.each([
  { what: 'an answer', patch: { data: exampleTimer({ current: null }) } },
  { what: 'a failure', patch: { failure: failure('network') } },
  { what: 'an offset', patch: { offsetMs: 5 } },
])('$what is written to the disk', async ({ patch }) => {
  await saveState(changed(patch), known);
  await session.clear();
  expect(await loadState()).toEqual(changed(patch));
});

test('what the popup shows first is written with what was learnt, in one write', async () => {
  const written: string[][] = [];
  local.onChanged.addListener((changes) => void written.push(Object.keys(changes)));
  expect(await local.get('glance')).toEqual({ glance: glanceOf(known) });
  await saveState(changed({ data: exampleTimer({ current: null }) }), known);
  // Real browsers keep a null; the fake one removes it.
  expect((await local.get('glance')).glance ?? null).toBeNull();
  expect(written).toEqual([['state', 'glance']]);
});

test('after the end of the browser, the schedules are those of the last write to the disk', async () => {
  await saveState(changed(), known);
  await session.clear();
  expect(await loadState()).toEqual(known);
});

test('schedules that cannot be read, or of feeds that are gone, do not matter', async () => {
  await session.set({ schedules: [{ connectionId: 'a' }] });
  expect(await loadState()).toEqual(known);
  const [{ schedule }] = known.feeds as [State['feeds'][0]];
  await session.set({ schedules: [{ connectionId: 'gone', schedule }] });
  expect(await loadState()).toEqual(known);
});

test('where the disk takes nothing, nothing says that it is fresh', async () => {
  vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
  await expect(saveState(changed({ data: null }), known)).rejects.toThrow('Quota');
  expect(await loadState()).toEqual(known);
});

describe('a watcher', () => {
  const watched = (from: State | null) => {
    const heard: State[] = [];
    const stop = watchState((state) => heard.push(state), from);
    onTestFinished(stop);
    return { heard, stop };
  };
  const [feed] = known.feeds;

  test('hears of the disk and of the memory, until it stops', async () => {
    const { heard, stop } = watched(known);
    await saveState(changed(), known);
    await vi.waitFor(() => expect(heard).toEqual([changed()]));
    await saveState(changed({ data: null }), changed());
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(changed({ data: null })));
    stop();
    const count = heard.length;
    await saveState(known, changed());
    expect(heard).toHaveLength(count);
  });

  test('is given the very same answers where they say the same', async () => {
    const { heard } = watched(known);
    await saveState(changed(), known);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]?.feeds[0]?.data).toBe(feed?.data);
    await saveState(changed({ offsetMs: 300 }), changed());
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[1]).toEqual(changed({ offsetMs: 300 }));
    expect(heard[1]?.feeds[0]?.data).toBe(feed?.data);
    const other = exampleTimer({ current: null });
    await saveState(changed({ offsetMs: 300, data: other }), changed({ offsetMs: 300 }));
    await vi.waitFor(() => expect(heard.at(-1)?.feeds[0]?.data).toEqual(other));
  });

  test('that knows what is stored hears nothing of it; one that knows nothing, or less, does', async () => {
    const [whole, none, less] = [watched(known), watched(null), watched(NO_STATE)];
    await vi.waitFor(() => expect([...none.heard, ...less.heard]).toEqual([known, known]));
    expect(whole.heard).toEqual([]);
  });
});
