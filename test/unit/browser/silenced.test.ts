import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askToNotify, mayNotify } from '../../../lib/browser/notifications';
import { isSilenced, onSilenced } from '../../../lib/browser/silenced';
import { resetFakeBrowser } from '../../support/worker/fake-browser';
import { event } from '../../support/worker/fake-event';

const PERMISSION = { permissions: ['notifications' as const] };
const onPermissionLevelChanged = event<[string]>();

/** The browser is Chromium, whose own list says that. */
function silencedIs(level: 'granted' | 'denied') {
  const list = { getPermissionLevel: async () => level, onPermissionLevelChanged };
  Object.assign(fakeBrowser, { notifications: { ...notifications, ...list } });
}

const { notifications } = fakeBrowser;

beforeEach(() => {
  Object.assign(fakeBrowser, { notifications });
  resetFakeBrowser();
});

test('what Chromium’s own list has switched off is not shown, although it is allowed', async () => {
  await fakeBrowser.permissions.request(PERMISSION);
  silencedIs('denied');
  expect(await mayNotify()).toBe(false);
  silencedIs('granted');
  expect(await mayNotify()).toBe(true);
  await fakeBrowser.permissions.remove(PERMISSION);
  expect(await mayNotify()).toBe(false);
});

test('asking for the permission fails if that list would show none, and not if the user refuses', async () => {
  silencedIs('denied');
  await expect(askToNotify()).rejects.toThrow('switched off');
  vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never);
  expect(await askToNotify()).toBe(false);
});

test('a browser without such a list, and one that has not been allowed any, has switched off nothing', async () => {
  Object.assign(fakeBrowser, { notifications: {} });
  expect(await isSilenced()).toBe(false);
  Object.assign(fakeBrowser, { notifications: undefined });
  expect(await isSilenced()).toBe(false);
  onSilenced(() => undefined);
});

test('it is told when that changes', () => {
  silencedIs('granted');
  const told = vi.fn();
  onSilenced(told);
  onPermissionLevelChanged.trigger('denied');
  expect(told).toHaveBeenLastCalledWith(true);
  onPermissionLevelChanged.trigger('granted');
  expect(told).toHaveBeenLastCalledWith(false);
});

test('it is told also by a browser that has the list only once notifications are allowed', async () => {
  Object.assign(fakeBrowser, { notifications: undefined });
  const told = vi.fn();
  onSilenced(told);
  silencedIs('granted');
  await fakeBrowser.permissions.request(PERMISSION);
  onPermissionLevelChanged.trigger('denied');
  expect(told).toHaveBeenLastCalledWith(true);
});
