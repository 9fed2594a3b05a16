import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { refresh } from '../../../entrypoints/background/refresh';
import { remembered } from '../../../entrypoints/background/remember';
import { reminded } from '../../../entrypoints/background/remind';
import { loadAbsences } from '../../../lib/browser/absences-storage';
import { loadPersons } from '../../../lib/browser/history-storage';
import { askToNotify } from '../../../lib/browser/notifications';
import { loadRemembered } from '../../../lib/browser/reminders-storage';
import { BEGIN_MS } from '../../support/worker/clock';
import {
  askAfter,
  evening,
  remindersWith,
  shownNotifications,
  spyOnShowing,
} from '../../support/worker/evening';
import { becomeIdle } from '../../support/worker/fake-browser';
import { startWorker } from '../../support/worker/rounds';

const MINUTE_MS = 60_000;

test('an execution that runs for long is told of once, in the user’s words', async () => {
  const { olie } = await evening();
  expect(await shownNotifications()).toEqual([]);
  const created = spyOnShowing();
  for (let minute = 0; minute < 100; minute += 20) await askAfter(20 * MINUTE_MS);
  expect(await shownNotifications()).toEqual([
    [
      `olie:still-running:${olie.executionId}`,
      {
        type: 'basic',
        iconUrl: expect.stringMatching(/\/icons\/128\.png$/),
        title: 'AD-1 awdawd still runs',
        message: 'It has run for 2:17 h, since 5:39 PM.',
        buttons: [{ title: 'Mute today' }],
      },
    ],
  ]);
  expect(created).toHaveBeenCalledTimes(1);
  await startWorker();
  await askAfter(20 * MINUTE_MS);
  expect(created).toHaveBeenCalledTimes(1);
});

test('what is not true any more is taken back', async () => {
  const { olie } = await evening();
  await askAfter(100 * MINUTE_MS);
  expect(await shownNotifications()).toHaveLength(1);
  olie.stop();
  await askAfter(MINUTE_MS);
  expect(await shownNotifications()).toEqual([]);
});

test('an old answer is not enough: Olie is asked first, and what was stopped elsewhere is not told', async () => {
  const { olie } = await evening({
    ...remindersWith({ 'still-running': 2 }),
    refreshEveryS: 900,
  });
  await askAfter(80 * MINUTE_MS);
  const created = spyOnShowing();
  const before = olie.requests.length;
  olie.stop();
  // Not due for ten minutes yet.
  await askAfter(3 * MINUTE_MS, 'alarm');
  await refresh('alarm');
  await reminded();
  expect(olie.requests).toHaveLength(before + 1);
  expect(created).not.toHaveBeenCalled();
});

test('a service that does not answer is not asked again and again for a reminder', async () => {
  const { olie } = await evening({
    ...remindersWith({ 'still-running': 2 }),
    refreshEveryS: 900,
  });
  await askAfter(80 * MINUTE_MS);
  const before = olie.requests.length;
  olie.fail({ status: 500, body: {} });
  const created = spyOnShowing();
  for (let second = 0; second < 5; second += 1) {
    await askAfter(second === 0 ? 3 * MINUTE_MS : 1000, 'alarm');
    await refresh('alarm');
  }
  expect(olie.requests).toHaveLength(before + 1);
  expect(created).not.toHaveBeenCalled();
});

describe('nothing is told', () => {
  test('while the browser does not store that it was: it would be told again', async () => {
    await evening();
    const created = spyOnShowing();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    vi.spyOn(console, 'error').mockReturnValue();
    await askAfter(100 * MINUTE_MS);
    expect(created).not.toHaveBeenCalled();
    set.mockRestore();
    await askAfter(MINUTE_MS);
    await askAfter(MINUTE_MS);
    expect(created).toHaveBeenCalledTimes(1);
  });

  test('without the permission; with it again, what still holds is told', async () => {
    await evening();
    const created = spyOnShowing();
    await fakeBrowser.permissions.remove({ permissions: ['notifications'] });
    await askAfter(100 * MINUTE_MS);
    expect(created).not.toHaveBeenCalled();
    await askToNotify();
    await askAfter(MINUTE_MS);
    expect(created).toHaveBeenCalledTimes(1);
  });

  test('while muted, and the rest of the day is the rest of the day', async () => {
    await evening();
    const created = spyOnShowing();
    expect(await runCommand({ kind: 'mute', until: 'two-hours' })).toEqual({ done: true });
    await askAfter(119 * MINUTE_MS);
    expect(created).not.toHaveBeenCalled();
    await askAfter(MINUTE_MS);
    expect(created).toHaveBeenCalledTimes(1);
    await runCommand({ kind: 'mute', until: 'today' });
    expect((await loadRemembered()).ledger.mutedUntilMs).toBe(Date.parse('2026-03-14T03:00:00Z'));
    await runCommand({ kind: 'mute', until: 'not' });
    expect((await loadRemembered()).ledger.mutedUntilMs).toBeNull();
  });

  test('and nothing is taken back, if the browser does not tell the preferences', async () => {
    await evening();
    await askAfter(100 * MINUTE_MS);
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('no'));
    await askAfter(MINUTE_MS);
    expect(await shownNotifications()).toHaveLength(1);
  });

  test('and nobody is watched, while reminders are off', async () => {
    const { olie } = await evening(remindersWith({ away: 5 }, { isOn: false }));
    becomeIdle('locked');
    await askAfter(20 * MINUTE_MS);
    becomeIdle('active');
    await askAfter(MINUTE_MS);
    expect(await shownNotifications()).toEqual([]);
    expect(await loadRemembered()).toMatchObject({ presence: null });
    expect(
      await loadAbsences(`${olie.url} `, { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER }),
    ).toEqual([]);
  });
});

test('an absence through which a timer ran is told when the person is back, and kept with the history', async () => {
  await evening(remindersWith({ away: 15 }));
  await startWorker();
  await remembered();
  for (let minute = 0; minute < 5; minute += 1) await askAfter(MINUTE_MS, 'alarm');
  becomeIdle('locked');
  await reminded();
  await askAfter(0, 'alarm');
  for (let minute = 0; minute < 20; minute += 1) await askAfter(MINUTE_MS, 'alarm');
  expect(await shownNotifications()).toEqual([]);
  becomeIdle('active');
  await askAfter(0, 'user');
  const [[id, notification] = ['', {}]] = await shownNotifications();
  expect(id).toMatch(/^olie:away:/);
  expect(notification).toMatchObject({
    title: 'AD-1 awdawd ran while you were away',
    message: 'You were away 6:22 PM – 6:42 PM (0:20 h).',
  });
  await expect
    .poll(async () => {
      const [person] = await loadPersons();
      return loadAbsences(person?.id ?? '', { fromMs: BEGIN_MS, toMs: BEGIN_MS + 3_600_000 });
    })
    .toMatchObject([{ fromMs: BEGIN_MS + 5 * MINUTE_MS, toMs: BEGIN_MS + 25 * MINUTE_MS }]);
  // Deleted with the history, it does not come back with the next one.
  const [person] = await loadPersons();
  await runCommand({ kind: 'delete-history' });
  for (let minute = 0; minute < 5; minute += 1) await askAfter(MINUTE_MS, 'alarm');
  becomeIdle('locked');
  await askAfter(0, 'alarm');
  for (let minute = 0; minute < 10; minute += 1) await askAfter(MINUTE_MS, 'alarm');
  becomeIdle('active');
  await askAfter(0, 'user');
  await remembered();
  const ever = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  await expect
    .poll(() => loadAbsences(person?.id ?? '', ever))
    .toMatchObject([{ fromMs: BEGIN_MS + 30 * MINUTE_MS, toMs: BEGIN_MS + 40 * MINUTE_MS }]);
});

test('who is there is remembered while nothing may be shown', async () => {
  await evening();
  await fakeBrowser.permissions.remove({ permissions: ['notifications'] });
  await askAfter(90 * MINUTE_MS);
  // The worker did not look for ninety minutes: the computer was asleep.
  expect((await loadRemembered()).presence?.absences).toMatchObject([
    { fromMs: BEGIN_MS, toMs: BEGIN_MS + 90 * MINUTE_MS },
  ]);
  expect(await shownNotifications()).toEqual([]);
});
