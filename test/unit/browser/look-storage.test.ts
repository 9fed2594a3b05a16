import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadLook, watchLook } from '../../../lib/browser/look-storage';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const COMPANY = 'https://company.example';

beforeEach(() => resetFakeBrowser());

test("what was chosen is read, but for the organization's web address", async () => {
  await savePreferences({ hours: '24', olieWebAddress: 'https://own.example' });
  expect(await loadLook()).toEqual({ hours: '24', olieWebAddress: 'https://own.example' });
  await fakeBrowser.storage.managed.set({ olieWebAddress: COMPANY });
  expect(await loadLook()).toEqual({ hours: '24', olieWebAddress: COMPANY });
});

test("the organization's web address stays while something else is chosen", async () => {
  await fakeBrowser.storage.managed.set({ olieWebAddress: COMPANY });
  const changed = vi.fn();
  const stop = watchLook({}, changed);
  await savePreferences({ sidePanel: false });
  await expect
    .poll(() => changed.mock.lastCall)
    .toEqual([{ sidePanel: false, olieWebAddress: COMPANY }]);
  stop();
});

test('another web address of the organization is heard at once', async () => {
  const changed = vi.fn();
  const stop = watchLook({}, changed);
  await fakeBrowser.storage.managed.set({ olieWebAddress: COMPANY });
  await expect.poll(() => changed.mock.lastCall).toEqual([{ olieWebAddress: COMPANY }]);
  stop();
  await fakeBrowser.storage.managed.set({ olieWebAddress: 'https://other.example' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(changed).toHaveBeenCalledTimes(1);
});

test('what was changed while the page opened is heard at once, what was not is not', async () => {
  const known = await loadLook();
  await savePreferences({ hours: '24' });
  const changed = vi.fn();
  watchLook(known, changed);
  await expect.poll(() => changed.mock.calls).toEqual([[{ hours: '24' }]]);
  const same = vi.fn();
  watchLook({ hours: '24' }, same);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(same).not.toHaveBeenCalled();
});

test('if the browser tells nothing, nothing is chosen', async () => {
  vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('not now'));
  expect(await loadLook()).toEqual({});
});
