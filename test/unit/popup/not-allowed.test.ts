import { h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NotAllowed } from '../../../entrypoints/popup/not-allowed';
import { drawn } from '../../support/examples/drawn';
import { textsOf } from '../../support/examples/texts';
import { resetFakeBrowser } from '../../support/worker/fake-browser';

const t = textsOf('en');
const SAID = t('remindNotAllowed');
const NOTIFICATIONS = { permissions: ['notifications' as const] };
const choose = (preferences: object) => fakeBrowser.storage.sync.set({ preferences });
const allow = () => fakeBrowser.permissions.request(NOTIFICATIONS);

beforeEach(() => resetFakeBrowser());

const shown = () => drawn(h(NotAllowed, {}));

test('it says so if reminders are on and the browser shows none, until the browser does', async () => {
  await choose({ reminders: { isOn: true } });
  const { text, press } = await shown();
  await expect.poll(text).toContain(SAID);
  await press(t('allowNotifications'));
  await expect.poll(text).toBe('');
  expect(await fakeBrowser.permissions.contains(NOTIFICATIONS)).toBe(true);
  await fakeBrowser.permissions.remove(NOTIFICATIONS);
  await expect.poll(text).toContain(SAID);
});

test('it says nothing more once reminders are switched off, on this machine or another one', async () => {
  await choose({ reminders: { isOn: true } });
  const { text } = await shown();
  await expect.poll(text).toContain(SAID);
  await choose({ reminders: { isOn: false } });
  await expect.poll(text).toBe('');
});

test.each<[string, object, Record<string, unknown>, boolean]>([
  ['reminders were never switched on', {}, {}, false],
  ['reminders are off', { reminders: { isOn: false } }, {}, false],
  [
    'the organization has switched them off',
    { reminders: { isOn: true } },
    { remindersOff: true },
    false,
  ],
  ['notifications are allowed', { reminders: { isOn: true } }, {}, true],
])('it says nothing if %s', async (_, preferences, policy, isAllowed) => {
  if (isAllowed) await allow();
  await choose(preferences);
  await fakeBrowser.storage.managed.set(policy);
  const asked = vi.spyOn(fakeBrowser.permissions, 'contains');
  const read = vi.spyOn(fakeBrowser.storage.managed, 'get');
  const { text } = await shown();
  const settled = () => [asked, read].map(({ mock }) => mock.settledResults.at(-1)?.type);
  await expect.poll(settled).toEqual(['fulfilled', 'fulfilled']);
  expect(text()).toBe('');
});

test('a browser that cannot be asked in the popup is asked on the options page', async () => {
  vi.spyOn(fakeBrowser.permissions, 'request').mockRejectedValue(new Error('no gesture'));
  const openOptionsPage = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue();
  await choose({ reminders: { isOn: true } });
  const { text, press } = await shown();
  await expect.poll(text).toContain(SAID);
  await press(t('allowNotifications'));
  await expect.poll(() => openOptionsPage.mock.calls.length).toBe(1);
});
