import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { awaitManaged, readManaged, watchManaged } from '../../../lib/browser/managed-storage';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const { local, managed } = fakeBrowser.storage;

beforeEach(() => resetFakeBrowser());

/** Chromium, in the first seconds after its start. @returns lets it tell */
function tellLate(told: object): () => void {
  let tell = () => {};
  const telling = new Promise<object>((resolve) => {
    tell = () => resolve(told);
  });
  vi.spyOn(managed, 'get').mockReturnValue(telling as never);
  return tell;
}

test('what the organization has set is what the browser tells', async () => {
  await managed.set({ badgeShows: 'total' });
  expect(await readManaged()).toEqual({ badgeShows: 'total' });
});

test('while the browser does not tell, what it told last counts', async () => {
  await managed.set({ badgeShows: 'total' });
  await awaitManaged();
  tellLate({});
  const startedMs = performance.now();
  expect(await readManaged()).toEqual({ badgeShows: 'total' });
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});

test('nothing is kept of nothing, and nothing counts then', async () => {
  await awaitManaged();
  expect(await local.get()).toEqual({});
  tellLate({ historyOff: true });
  expect(await readManaged()).toEqual({});
});

test('what is not set any more is not kept', async () => {
  await managed.set({ badgeShows: 'total' });
  await awaitManaged();
  await managed.clear();
  await awaitManaged();
  expect(await local.get()).toEqual({});
});

test('what it tells at last is kept, and whoever read something else is called back, once', async () => {
  await awaitManaged();
  const tell = tellLate({ historyOff: true });
  const changed = vi.fn();
  const stop = watchManaged(changed);
  const keeping = awaitManaged();
  expect(await readManaged()).toEqual({});
  tell();
  await keeping;
  await expect.poll(() => changed.mock.calls.length).toBe(1);
  await awaitManaged();
  expect(changed).toHaveBeenCalledTimes(1);
  stop();
  await managed.set({ badgeShows: 'total' });
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a disk that refuses costs nothing else', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(local, 'set').mockRejectedValue(new Error('full'));
  vi.spyOn(local, 'get').mockRejectedValue(new Error('broken'));
  await managed.set({ badgeShows: 'total' });
  await awaitManaged();
  expect(await readManaged()).toEqual({ badgeShows: 'total' });
});
