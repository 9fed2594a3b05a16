import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { refresh } from '../../../entrypoints/background/refresh';
import { loadStored } from '../../../lib/browser/state-storage';
import { b3osConnection } from '../../support/stand-ins/connections';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { shownAlarm, shownBadge } from '../../support/worker/fake-browser';
import { allow, storedFeeds } from '../../support/worker/stored';
import { anotherB3os, askedFor, connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const BLUE = '#3a4fc4';
const RED = '#b3261e';

describe('50 entries on 3 hosts', () => {
  /** Every request waits on the wire until it is let go; how many do at a time is counted. */
  function countedFetch() {
    const { fetch } = globalThis;
    const seen = { now: 0, most: 0 };
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return fetch(...request).finally(() => {
        seen.now -= 1;
      });
    });
    return seen;
  }

  test('are asked once each, at most four at a time, and counted on the badge', async () => {
    await world();
    const hosts = [await anotherB3os(), await anotherB3os(), await anotherB3os()];
    const connections = Array.from({ length: 50 }, (_, index) => {
      const host = hosts[index % hosts.length];
      if (host === undefined) throw new Error('There are three hosts');
      return b3osConnection(
        host,
        `exe_${index}`,
        index < 7 ? 'workflow_succeeded' : 'workflow_running',
      );
    });
    await connect(connections);
    const wire = countedFetch();
    await refresh('alarm');
    expect(wire).toEqual({ now: 0, most: 4 });
    const asked = hosts.flatMap(askedFor).sort();
    expect(asked).toEqual(connections.map(({ id }) => id).sort());
    const feeds = Object.values(await storedFeeds());
    expect(feeds.map(({ connectionId }) => connectionId)).toEqual(connections.map(({ id }) => id));
    for (const { failure, data } of feeds) {
      expect(failure).toBeNull();
      expect(data).not.toBeNull();
    }
    expect(await shownBadge()).toMatchObject({ text: '43', colour: BLUE });
    expect((await shownBadge()).title).toBe('Olie Timer\n43 in progress');
    goOn(MINUTE_MS);
    await refresh('alarm');
    expect(hosts.flatMap(({ requests }) => requests)).toHaveLength(50 + 43);
  });
});

test('a browser that does not say what its badge shows costs nothing that was learnt', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const { b3os } = await world();
  await connect([b3osConnection(b3os, 'a', 'workflow_running')]);
  const failing = vi
    .spyOn(fakeBrowser.action, 'getTitle')
    .mockRejectedValue(new Error('No window'));
  await refresh('alarm');
  failing.mockRestore();
  expect(said.mock.calls.flat().map(String)).toContain('Error: No window');
  expect((await shownBadge()).text).toBe('1');
  expect((await storedFeeds()).a?.data).not.toBeNull();
});

test('each is asked with its own token', async () => {
  const { b3os } = await world();
  await connect(['a', 'b', 'c'].map((id) => b3osConnection(b3os, id)));
  await refresh('alarm');
  const feeds = await storedFeeds();
  for (const id of ['a', 'b', 'c'])
    expect(feeds[id]).toMatchObject({ failure: null, data: { id } });
  expect(new Set(b3os.requests.map(({ path }) => path)).size).toBe(3);
  const { settings, ...rest } = await fakeBrowser.storage.local.get();
  expect(JSON.stringify(settings)).toContain('ct_');
  expect(JSON.stringify(rest)).not.toContain('ct_');
});

test('one that is silent does not delay what the others said', async () => {
  await world();
  const [silent, quick] = [await anotherB3os(), await anotherB3os()];
  silent.fail('silent');
  await connect([
    b3osConnection(silent, 'silent'),
    ...['a', 'b', 'c', 'd', 'e'].map((id) => b3osConnection(quick, id)),
  ]);
  const startedMs = performance.now();
  const round = refresh('alarm');
  await until(async () => (await shownBadge()).text === '5', 'what the others said', 3000);
  expect(performance.now() - startedMs).toBeLessThan(2000);
  const feeds = await storedFeeds();
  for (const id of ['a', 'b', 'c', 'd', 'e']) expect(feeds[id]?.data).toMatchObject({ id });
  expect(feeds.silent).toMatchObject({ data: null, failure: null });
  await silent.pause();
  await round;
  expect((await storedFeeds()).silent).toMatchObject({ failure: { kind: 'network' } });
  expect((await shownBadge()).text).toBe('5');
});

test('one that has failed is asked after the others: it may keep silent', async () => {
  const { b3os } = await world();
  const other = await anotherB3os();
  const ids = ['a', 'b', 'c', 'd', 'e'];
  await connect([b3osConnection(other, 'failing'), ...ids.map((id) => b3osConnection(b3os, id))]);
  other.fail({ status: 500 });
  await refresh('alarm');
  other.fail(null);
  goOn(2 * MINUTE_MS);
  const fetched = vi.spyOn(globalThis, 'fetch');
  await refresh('user');
  expect(fetched).toHaveBeenCalledTimes(6);
  expect(String(fetched.mock.lastCall?.[0])).toContain('/failing?');
});

test('one that fails costs none of the others', async () => {
  const { b3os } = await world();
  const wrong = { ...b3osConnection(b3os, 'wrong'), token: 'ct_wrong' };
  const gone = { ...b3osConnection(b3os, 'gone'), executionId: 'nobody' };
  await connect([wrong, gone, b3osConnection(b3os, 'good', 'workflow_running')]);
  await refresh('alarm');
  expect(await storedFeeds()).toMatchObject({
    wrong: { failure: { kind: 'token-refused' } },
    gone: { failure: { kind: 'unknown-id' } },
    good: { failure: null, data: { status: 'workflow_running' } },
  });
  expect((await loadStored()).schedules).toMatchObject({
    wrong: { dueAtMs: null },
    gone: { dueAtMs: null },
    good: { dueAtMs: expect.any(Number) },
  });
  expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
  expect((await shownBadge()).title).toContain('B3OS refused the token');
  goOn(MINUTE_MS);
  await refresh('alarm');
  expect(askedFor(b3os).filter((id) => id === 'good')).toHaveLength(2);
  expect(b3os.requests).toHaveLength(4);
});

test('a connection that is saved while another one is silent is asked within a second or so', async () => {
  await world();
  const [silent, quick] = [await anotherB3os(), await anotherB3os()];
  silent.fail('silent');
  const first = b3osConnection(silent, 'silent');
  await connect([first]);
  refresh('alarm');
  await until(() => silent.requests.length === 1, 'the request');
  await allow(quick.url);
  const startedMs = performance.now();
  const connection = b3osConnection(quick, 'saved');
  await runCommand({ kind: 'connect', connection, replacedId: null });
  expect(performance.now() - startedMs).toBeLessThan(3000);
  expect((await storedFeeds()).saved).toMatchObject({ failure: null, data: { id: 'saved' } });
  // What is asked already is not asked twice.
  expect(silent.requests).toHaveLength(1);
  await silent.pause();
});

describe('a connection that is removed', () => {
  test('vanishes from the state, and is asked no more; the others stay as they were', async () => {
    const { b3os } = await world();
    const [kept, removed] = [b3osConnection(b3os, 'kept'), b3osConnection(b3os, 'removed')];
    await connect([removed, kept]);
    await refresh('alarm');
    const before = await storedFeeds();
    await connect([kept]);
    await refresh('alarm');
    expect(await storedFeeds()).toEqual({ kept: before.kept });
    goOn(MINUTE_MS);
    await refresh('alarm');
    expect(askedFor(b3os).sort()).toEqual(['kept', 'kept', 'removed']);
  });

  test('while it is asked is gone with the next round', async () => {
    const { b3os } = await world();
    b3os.fail('silent');
    await connect([b3osConnection(b3os, 'removed')]);
    const round = refresh('alarm');
    await until(() => b3os.requests.length === 1, 'the request');
    await connect([]);
    const next = refresh('alarm');
    await b3os.pause();
    await Promise.all([round, next]);
    expect(await storedFeeds()).toEqual({});
    expect(await shownAlarm()).toBeNull();
    expect((await shownBadge()).text).toBe('');
  });
});
