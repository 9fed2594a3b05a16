import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { b3osConnection } from '../../support/stand-ins/connections';
import { goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { allow, saveConnections, storedFeed, storedFeeds } from '../../support/worker/stored';
import { anotherB3os, askedFor, connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const GREY = '#5f6b76';
const TOO_MANY = { status: 429, headers: { 'Retry-After': '600' } };
const ids = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}_${index}`);

async function minutes(count: number) {
  for (let minute = 0; minute < count; minute += 1) {
    goOn(MINUTE_MS);
    await refresh('alarm');
  }
}

describe('a host that asks for a pause', () => {
  test('is not asked for its other entries in the same round, and no other host is held back', async () => {
    await world();
    const [busy, free] = [await anotherB3os(), await anotherB3os()];
    busy.fail(TOO_MANY);
    await connect([
      ...ids(20, 'busy').map((id) => b3osConnection(busy, id)),
      ...ids(10, 'free').map((id) => b3osConnection(free, id)),
    ]);
    await refresh('alarm');
    // Those that were on the wire when it said so.
    expect(busy.requests.length).toBeLessThanOrEqual(4);
    expect(askedFor(free).sort()).toEqual(ids(10, 'free'));
    expect((await shownBadge()).text).toBe('10');
    await minutes(5);
    expect(busy.requests.length).toBeLessThanOrEqual(4);
    expect(free.requests).toHaveLength(60);
    goOn(1000);
    await refresh('user');
    expect(busy.requests.length).toBeLessThanOrEqual(4);
    expect(free.requests).toHaveLength(70);
  });

  test.each([1, 2, 20])(
    'is asked for all its entries (%d) when the pause is over',
    async (count) => {
      await world();
      vi.spyOn(Math, 'random').mockReturnValue(0);
      const busy = await anotherB3os();
      busy.fail(TOO_MANY);
      await connect(ids(count, 'busy').map((id) => b3osConnection(busy, id)));
      await refresh('alarm');
      const before = busy.requests.length;
      busy.fail(null);
      goOn(9 * MINUTE_MS);
      await refresh('alarm');
      expect(busy.requests).toHaveLength(before);
      await minutes(3);
      const feeds = Object.values(await storedFeeds());
      expect(feeds.filter(({ failure }) => failure !== null)).toEqual([]);
      expect(new Set(askedFor(busy).slice(before)).size).toBe(count);
      expect((await shownBadge()).text).toBe(String(count));
    },
  );
});

describe('without a permission', () => {
  test('a new connection asks nobody, whoever asks', async () => {
    const { b3os } = await world();
    await saveConnections([b3osConnection(b3os, 'a')]);
    for (const asker of ['alarm', 'popup', 'user', 'alarm'] as const) {
      await refresh(asker);
      goOn(MINUTE_MS);
    }
    expect(b3os.requests).toEqual([]);
    expect(await storedFeeds()).toMatchObject({ a: { failure: { kind: 'permission' } } });
    expect((await shownBadge()).text).toBe('!');
    await fakeBrowser.permissions.request({ origins: [`${b3os.url}/*`] });
    await refresh('alarm');
    expect(b3os.requests).toHaveLength(1);
    expect(await storedFeeds()).toMatchObject({ a: { failure: null } });
  });

  test('for one host the others are asked', async () => {
    await world();
    const [forbidden, allowed] = [await anotherB3os(), await anotherB3os()];
    await allow(allowed.url);
    await saveConnections([b3osConnection(forbidden, 'a'), b3osConnection(allowed, 'b')]);
    await refresh('user');
    expect(forbidden.requests).toEqual([]);
    expect(allowed.requests).toHaveLength(1);
  });

  test('what was known grows old as before, also where it is given again and nobody answers', async () => {
    const { olie } = await world({ services: ['olie'] });
    await refresh('user');
    const origins = { origins: [`${olie.url}/*`] };
    await fakeBrowser.permissions.remove(origins);
    await refresh('alarm');
    goOn(10 * MINUTE_MS);
    olie.fail({ status: 500 });
    await fakeBrowser.permissions.request(origins);
    await refresh('alarm');
    expect(olie.requests).toHaveLength(2);
    expect(await storedFeed()).toMatchObject({ failure: { kind: 'server-error' } });
    expect(await shownBadge()).toMatchObject({ text: '47m', colour: GREY });
  });
});
