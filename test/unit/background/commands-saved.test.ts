/** What commands save, and what follows from a change of what is saved. */
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { backedUp } from '../../../lib/core/settings/backup';
import { olieConnection, zaiaConnection } from '../../support/stand-ins/connections';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { drawings, shownBadge } from '../../support/worker/fake-browser';
import { allow, storedConnections, storedFeed } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

test('what changes nothing saves nothing and asks nobody', async () => {
  const { olie } = await world({ services: ['olie'], started: true });
  // A round would ask now.
  goOn(60_000);
  const saved = vi.spyOn(fakeBrowser.storage.local, 'set');
  expect(await runCommand({ kind: 'disconnect', ids: ['nobody'] })).toEqual({ done: true });
  const rows = [{ ...backedUp(olieConnection(olie)), address: 'https://elsewhere.test' }];
  expect(await runCommand({ kind: 'import', rows })).toEqual({ done: true });
  const unknown = { connectionId: 'nobody', id: 'x', isFollowed: true };
  expect(await runCommand({ kind: 'follow', ...unknown })).toEqual({ isDone: false });
  expect(saved).not.toHaveBeenCalled();
  expect(olie.requests).toHaveLength(1);
});

test('an import takes what the file says of a known connection, and asks', async () => {
  const { zaia } = await world({ services: ['zaia'], started: true });
  const known = zaiaConnection(zaia);
  const rows = [{ ...backedUp(known), show: 25 }];
  expect(await runCommand({ kind: 'import', rows })).toEqual({ done: true });
  const [saved] = await storedConnections();
  expect(saved).toEqual({ ...known, show: 25, id: expect.stringMatching(/^[\da-f-]{36}$/) });
  expect(zaia.requests.at(-1)?.path).toContain('pageSize=25');
});

test('what is followed is saved, and then asked for', async () => {
  const { zaia } = await world({ services: ['zaia'], started: true });
  const id = zaia.startRun();
  goOn(60_000);
  const follow = { kind: 'follow', connectionId: 'zaia', id, isFollowed: true } as const;
  expect(await runCommand(follow)).toEqual({ isDone: true });
  expect(await storedConnections()).toMatchObject([{ followed: [id] }]);
  expect(zaia.requests.at(-1)?.path).toBe(`/api/v1/executions/${id}`);
});

test('what the full disk does not take is not followed, and nobody is asked for it', async () => {
  const { zaia } = await world({ services: ['zaia'], started: true });
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('The disk is full'));
  const follow = { kind: 'follow', connectionId: 'zaia', id: 'run-1', isFollowed: true } as const;
  const refused = { kind: 'storage', message: null, retryAfterS: null };
  expect(await runCommand(follow)).toEqual({ isDone: false, failure: refused });
  expect(zaia.requests).toHaveLength(1);
});

test('a bad end that the user has seen is stored as seen', async () => {
  const { b3os } = await world({ services: ['b3os'], workflows: 2, started: true });
  b3os.advance('order_0', 'workflow_failed');
  goOn(60_000);
  await runCommand({ kind: 'refresh', asker: 'user' });
  expect(await storedFeed('b3os')).toMatchObject({ connectionId: 'order_0', isSeen: false });
  expect(await runCommand({ kind: 'seen', ids: ['order_0'] })).toEqual({ done: true });
  expect(await storedFeed('b3os')).toMatchObject({ connectionId: 'order_0', isSeen: true });
});

test('an unknown error while asking is the error of the command', async () => {
  const { olie } = await world();
  await allow(olie.url);
  const error = new RangeError('unknown');
  vi.stubGlobal('fetch', () => Promise.reject(error));
  const asked = runCommand({ kind: 'test', connection: olieConnection(olie) });
  await expect(asked).rejects.toBe(error);
});

describe('what cannot be read', () => {
  const later = { version: 9, olie: { secret: 'of a later version' } };

  test('is gone from the disk and the badge once it is to be forgotten', async () => {
    await world();
    await fakeBrowser.storage.local.set({ settings: later });
    await runCommand({ kind: 'refresh', asker: 'popup' });
    expect((await shownBadge()).text).toBe('!');
    expect(await runCommand({ kind: 'forget-set-aside' })).toEqual({ done: true });
    expect((await shownBadge()).text).toBe('');
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('secret');
  });

  test('takes no round where it cannot be forgotten', async () => {
    await world();
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    const full = new Error('The disk is full');
    vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValue(full);
    const before = drawings();
    await runCommand({ kind: 'forget-set-aside' });
    expect(drawings()).toBe(before);
    expect(reported).toHaveBeenCalledWith('The settings could not be saved', full);
  });
});

test('settings that somebody else clears are gone from the badge, too', async () => {
  const { olie } = await world({ services: ['olie'], started: true });
  expect((await shownBadge()).text).toBe('37m');
  await fakeBrowser.storage.local.remove('settings');
  await until(async () => (await shownBadge()).text === '', 'an empty badge');
  expect(olie.requests).toHaveLength(1);
});
