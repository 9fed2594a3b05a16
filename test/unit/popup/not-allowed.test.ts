import { h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NotAllowed } from '../../../entrypoints/popup/not-allowed';
import { drawn } from '../../support/examples/drawn';
import { textsOf } from '../../support/examples/texts';

const { askToNotify, openOptions, allowed, policy } = vi.hoisted(() => ({
  askToNotify: vi.fn(),
  openOptions: vi.fn(),
  allowed: { is: false, tell: (_isAllowed: boolean) => undefined as unknown },
  policy: { set: {} },
}));
vi.mock('../../../lib/browser/notifications', () => ({
  askToNotify,
  watchMayNotify: (callback: (isAllowed: boolean) => void) => {
    allowed.tell = callback;
    callback(allowed.is);
  },
}));
vi.mock('../../../lib/browser/lifecycle', () => ({ openOptions }));
vi.mock('../../../lib/browser/managed-storage', () => ({
  readManaged: async () => policy.set,
  watchManaged: () => () => undefined,
}));

const SAID = textsOf('en')('remindNotAllowed');
const choose = (preferences: object) => fakeBrowser.storage.sync.set({ preferences });

beforeEach(() => {
  fakeBrowser.reset();
  allowed.is = false;
  policy.set = {};
  askToNotify.mockReset().mockImplementation(async () => allowed.tell(true));
  openOptions.mockReset();
});

const shown = () => drawn(h(NotAllowed, {}));

test('it says so if reminders are on and the browser shows none, until the browser does', async () => {
  await choose({ reminders: { isOn: true } });
  const { text, press } = await shown();
  await expect.poll(text).toContain(SAID);
  await press('Allow notifications');
  expect(askToNotify).toHaveBeenCalledOnce();
  await expect.poll(text).toBe('');
  allowed.tell(false);
  await expect.poll(text).toContain(SAID);
});

test('it says nothing more once reminders are switched off, on this machine or another one', async () => {
  await choose({ reminders: { isOn: true } });
  const { text } = await shown();
  await expect.poll(text).toContain(SAID);
  await choose({ reminders: { isOn: false } });
  await expect.poll(text).toBe('');
});

test.each<[string, object, object, boolean]>([
  ['reminders were never switched on', {}, {}, false],
  ['reminders are off', { reminders: { isOn: false } }, {}, false],
  [
    'the organization has switched them off',
    { reminders: { isOn: true } },
    { remindersOff: true },
    false,
  ],
  ['notifications are allowed', { reminders: { isOn: true } }, {}, true],
])('it says nothing if %s', async (_, preferences, ofPolicy, isAllowed) => {
  allowed.is = isAllowed;
  await choose(preferences);
  policy.set = ofPolicy;
  const watched = vi.spyOn(fakeBrowser.storage.sync, 'get');
  const { text } = await shown();
  await expect.poll(() => watched.mock.settledResults.at(-1)?.type).toBe('fulfilled');
  expect(text()).toBe('');
});

test('a browser that cannot be asked in the popup is asked on the options page', async () => {
  askToNotify.mockRejectedValue(new Error('no gesture'));
  await choose({ reminders: { isOn: true } });
  const { text, press } = await shown();
  await expect.poll(text).toContain(SAID);
  await press('Allow notifications');
  await expect.poll(() => openOptions.mock.calls.length).toBe(1);
});
