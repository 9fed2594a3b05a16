/** A round in which something fails that no service is to blame for. */
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { textsOf } from '../../support/examples/texts';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedFeed, storedSchedule, storedTimer } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

test('an unknown error is reported, and costs the other services nothing', async () => {
  const { zaia } = await world({ services: ['olie', 'zaia'] });
  const error = new RangeError('unknown');
  const reported = vi.spyOn(console, 'error').mockReturnValue();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.startsWith(zaia.url) ? Promise.reject(error) : fetch(url, init),
  );
  await refresh('user');
  expect(reported).toHaveBeenCalledWith(error);
  expect((await storedFeed('zaia')).failure).toEqual({
    ...{ kind: 'unexpected-answer', message: null, retryAfterS: null },
  });
  expect((await storedSchedule('zaia')).failures).toBe(1);
  expect((await storedFeed('olie')).failure).toBeNull();
  expect((await storedTimer()).totalS).toBe(38_140);
});

test('what a full disk does not take is on the badge, and stored once there is room', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  const full = new Error('The disk is full');
  const reported = vi.spyOn(console, 'error').mockReturnValue();
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(full);
  goOn(60_000);
  olie.stop();
  await refresh('user');
  expect(reported).toHaveBeenCalledWith('What was learnt could not be stored', full);
  expect((await shownBadge()).title).not.toContain('AD-1');
  expect((await storedTimer()).current).not.toBeNull();
  const asked = { askedAtMs: BEGIN_MS + 60_000, answeredAtMs: BEGIN_MS };
  expect(await storedSchedule()).toMatchObject({ ...asked, isUnsaved: true });
  set.mockRestore();
  goOn(60_000);
  await refresh('user');
  expect((await storedTimer()).current).toBeNull();
  expect(await storedSchedule()).toMatchObject({
    ...{ askedAtMs: BEGIN_MS + 120_000, answeredAtMs: BEGIN_MS + 120_000 },
    isUnsaved: false,
  });
});

test('while the disk is full, a round that asks nothing shows what was learnt last, and stores it once there is room', async () => {
  const { olie } = await world({ services: ['olie'] });
  await refresh('user');
  vi.spyOn(console, 'error').mockReturnValue();
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
  goOn(60_000);
  olie.stop();
  await refresh('user');
  const asked = olie.requests.length;
  goOn(1000);
  await refresh('alarm');
  const { title } = await shownBadge();
  expect(title).not.toContain('AD-1');
  expect(title).toContain(textsOf('en')('storageFull'));
  // A page reads what is on the disk, and how old that is.
  expect(await storedSchedule()).toMatchObject({ answeredAtMs: BEGIN_MS, isUnsaved: true });
  set.mockRestore();
  goOn(1000);
  await refresh('alarm');
  expect(olie.requests).toHaveLength(asked);
  expect((await storedTimer()).current).toBeNull();
  expect(await storedSchedule()).toMatchObject({ isUnsaved: false });
});
