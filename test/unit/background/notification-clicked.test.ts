import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { reminded } from '../../../entrypoints/background/remind';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { loadRemembered } from '../../../lib/browser/reminders-storage';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences';
import { askAfter, evening, shownNotifications, spyOnShowing } from '../../support/worker/evening';
import { startWorker } from '../../support/worker/rounds';

const MINUTE_MS = 60_000;

describe('a notification', () => {
  const openPopup = vi.fn();

  beforeEach(async () => {
    Object.assign(fakeBrowser.action, { openPopup });
    openPopup.mockResolvedValue(undefined);
    await evening();
    await askAfter(100 * MINUTE_MS);
    // Its click wakes a worker.
    await startWorker();
  });

  const id = async () => (await shownNotifications())[0]?.[0] ?? '';

  test('that is clicked opens the popup, and goes', async () => {
    await fakeBrowser.notifications.onClicked.trigger(await id());
    await expect.poll(shownNotifications).toEqual([]);
    expect(openPopup).toHaveBeenCalledTimes(1);
  });

  test('opens the same page in a small window, where the browser opens no popup', async () => {
    openPopup.mockRejectedValue(new Error('no window'));
    const window = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
    await fakeBrowser.notifications.onClicked.trigger(await id());
    await expect.poll(() => window.mock.calls).toMatchObject([[{ type: 'popup' }]]);
    expect(window.mock.calls[0]?.[0]?.url).toMatch(/\/popup\.html$/);
  });

  test('mutes the rest of the day by its button, and that is no click', async () => {
    await fakeBrowser.notifications.onButtonClicked.trigger(await id(), 0);
    await expect.poll(shownNotifications).toEqual([]);
    expect((await loadRemembered()).ledger.mutedUntilMs).toBe(Date.parse('2026-03-14T03:00:00Z'));
    expect(openPopup).not.toHaveBeenCalled();
  });

  test('opens the running project on the web by its second button, and mutes nothing', async () => {
    await savePreferences({ olieWebAddress: 'https://company.example' });
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await fakeBrowser.notifications.onButtonClicked.trigger(await id(), 1);
    await expect.poll(shownNotifications).toEqual([]);
    expect(create.mock.calls).toEqual([
      [
        {
          url: 'https://company.example/projects/019c2ffd-f4e9-709f-ae34-d4d149e3585d/details/overview',
        },
      ],
    ]);
    expect((await loadRemembered()).ledger.mutedUntilMs).toBeNull();
  });

  test('opens nothing by it once it is not known where the company has Olie', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await fakeBrowser.notifications.onButtonClicked.trigger(await id(), 1);
    await expect.poll(shownNotifications).toEqual([]);
    expect(create).not.toHaveBeenCalled();
  });

  test('of somebody else is left alone', async () => {
    await fakeBrowser.notifications.onClicked.trigger('other');
    await fakeBrowser.notifications.onButtonClicked.trigger('other', 0);
    await reminded();
    expect(openPopup).not.toHaveBeenCalled();
    expect((await loadRemembered()).ledger.mutedUntilMs).toBeNull();
  });

  test('that is closed or ignored does nothing, and does not come back', async () => {
    const created = spyOnShowing();
    await fakeBrowser.notifications.clear(await id());
    await fakeBrowser.notifications.onClosed.trigger('olie:still-running:x', true);
    await askAfter(20 * MINUTE_MS);
    expect(created).not.toHaveBeenCalled();
    expect(openPopup).not.toHaveBeenCalled();
  });
});

test('Show shows what a rule would say, if the user allows it', async () => {
  await evening();
  expect(await runCommand({ kind: 'show-reminder', rule: 'away' })).toEqual({ done: true });
  expect((await shownNotifications())[0]?.[0]).toBe('olie:away:example');
  await fakeBrowser.permissions.remove({ permissions: ['notifications'] });
  expect(await runCommand({ kind: 'show-reminder', rule: 'away' })).toMatchObject({
    failure: { kind: 'permission' },
  });
});

test('Show writes hours as the user has chosen', async () => {
  await evening({ ...DEFAULT_PREFERENCES, hours: '24' });
  await runCommand({ kind: 'show-reminder', rule: 'away' });
  expect(JSON.stringify(await shownNotifications())).toContain('away 17:30 – 18:17');
});

test('Show says that the browser showed nothing', async () => {
  await evening();
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('no'));
  expect(await runCommand({ kind: 'show-reminder', rule: 'away' })).toMatchObject({
    failure: { kind: 'refused' },
  });
});
