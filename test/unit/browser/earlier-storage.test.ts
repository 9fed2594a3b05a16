import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadEarlier, removeEarlier, watchEarlier } from '../../../lib/browser/earlier-storage';
import type { EarlierDays } from '../../../lib/core/olie/sessions';
import { exampleTimer } from '../../support/examples/example-timer';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { local } = fakeBrowser.storage;
const day = { startMs: 0, answeredAtMs: 0, sessions: exampleTimer().recent };
const earlier: EarlierDays = { connectionId: 'a', days: [day] };
const more: EarlierDays = { connectionId: 'a', days: [{ ...day, startMs: 86_400_000 }, day] };

beforeEach(async () => {
  resetFakeBrowser();
  await local.set({ earlier });
});

test('earlier days are loaded for their own connection, until they are removed', async () => {
  expect(await loadEarlier('a')).toEqual(earlier);
  expect(await loadEarlier('b')).toEqual({ connectionId: 'b', days: [] });
  await removeEarlier();
  expect(await loadEarlier('a')).toEqual({ connectionId: 'a', days: [] });
});

describe('a watcher', () => {
  const watched = () => {
    const heard: EarlierDays[] = [];
    const stop = watchEarlier('a', (days) => heard.push(days));
    onTestFinished(stop);
    return { heard, stop };
  };

  test('hears of what is stored, and of each change, until it stops', async () => {
    const { heard, stop } = watched();
    await vi.waitFor(() => expect(heard).toEqual([earlier]));
    await local.set({ earlier: more });
    expect(heard).toEqual([earlier, more]);
    stop();
    await removeEarlier();
    expect(heard).toHaveLength(2);
  });

  test('hears nothing old after something new', async () => {
    vi.spyOn(local, 'get').mockReturnValue(pause(10, { earlier }));
    const { heard } = watched();
    await local.set({ earlier: more });
    await pause(20);
    expect(heard).toEqual([more]);
  });

  test('that stops at once hears nothing', async () => {
    const { heard, stop } = watched();
    stop();
    await pause(10);
    expect(heard).toEqual([]);
  });
});
