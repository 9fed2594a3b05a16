import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { b3osConnection } from '../../support/stand-ins/connections';
import { MESSAGE } from '../../support/stand-ins/event-streams';
import type { Service } from '../../support/stand-ins/stand-ins';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { nextAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { askFromPopup, connectPage, openPopup } from '../../support/worker/fake-pages';
import { roundAfter, roundEnds, startWorker } from '../../support/worker/rounds';
import { allow, saveConnections, storedConnections, storedFeed } from '../../support/worker/stored';
import { anotherB3os, connect, type World, world } from '../../support/worker/world';

/** The popup looks again at least this often (entrypoints/popup/app.tsx). */
const POPUP_ASKS_EVERY_MS = 15_000;

/** So many running workflows; every one was asked once. */
async function watching(workflows = 1, services: Service[] = ['b3os']): Promise<World> {
  const made = await world({ services, workflows });
  // A worker of its own: of the one before, pages and streams would be left.
  await startWorker();
  return made;
}

const asked = ({ b3os }: World) =>
  b3os.requests.filter(({ path }) => !path.includes('/stream')).length;
const openStreams = (made: World, ids: string[]) =>
  expect.poll(() => made.b3os.streams.open().sort()).toEqual(ids);
/** A moment in which a stream would have been opened. */
const quietly = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a stream is open', () => {
  test('only while a page is open', async () => {
    const made = await watching();
    await roundAfter(() => nextAlarm());
    await quietly();
    expect(made.b3os.streams.opened).toEqual([]);
    const popup = await openPopup();
    await openStreams(made, ['order_0']);
    popup.disconnect();
    await openStreams(made, []);
    await roundAfter(() => nextAlarm());
    await quietly();
    expect(made.b3os.streams.opened).toEqual(['order_0']);
  });

  test('before the round asks: what happens meanwhile is told', async () => {
    const made = await watching();
    goOn(POPUP_ASKS_EVERY_MS);
    const fetched = vi.spyOn(globalThis, 'fetch');
    await openPopup();
    const paths = fetched.mock.calls.map(([url]) => new URL(String(url)).pathname);
    const path = '/v1/public/executions/order_0';
    expect(paths).toEqual([`${path}/stream`, path]);
    await openStreams(made, ['order_0']);
  });

  test('until the last of two pages closes', async () => {
    const made = await watching();
    const [first, second] = [await openPopup(), await openPopup()];
    await openStreams(made, ['order_0']);
    first.disconnect();
    await askFromPopup();
    await quietly();
    await openStreams(made, ['order_0']);
    second.disconnect();
    await openStreams(made, []);
    expect(made.b3os.streams.opened).toHaveLength(1);
  });

  test('not for a port of a stranger or of another name', async () => {
    const made = await watching();
    const strangers = [
      connectPage('https://b3os.test/page'),
      connectPage('chrome-extension://other/popup.html'),
      connectPage(undefined, 'other'),
    ];
    expect(strangers.map(({ isRefused }) => isRefused)).toEqual([true, true, true]);
    await askFromPopup();
    await quietly();
    expect(made.b3os.streams.opened).toEqual([]);
  });

  test('with the token in the query, the key in a header, and no cookies', async () => {
    const { b3os } = await world();
    const connection = { ...b3osConnection(b3os, 'exe/1', 'workflow_running'), apiKey: 'key_1' };
    await connect([connection]);
    await startWorker();
    const fetched = vi.spyOn(globalThis, 'fetch');
    await openPopup();
    await until(() => b3os.streams.open().length === 1, 'the stream');
    const request = b3os.requests.find(({ path }) => path.includes('/stream'));
    const path = `/v1/public/executions/exe%2F1/stream?token=${connection.token}`;
    expect(request).toMatchObject({ path, authorization: 'Bearer key_1' });
    const [, options] = fetched.mock.calls.find(([url]) => String(url).includes('/stream')) ?? [];
    expect(options).toMatchObject({
      ...{ credentials: 'omit', redirect: 'error', cache: 'no-store' },
      ...{ referrerPolicy: 'no-referrer', headers: { accept: 'text/event-stream' } },
    });
  });
});

describe('of many workflows, the newest four are listened to', () => {
  test('by the time of their creation', async () => {
    const { b3os } = await world();
    const made: string[] = [];
    for (const id of ['e', 'b', 'f', 'a', 'd', 'c']) {
      goOn(1000);
      made.push(id);
      await allow(b3os.url);
      const rest = await storedConnections();
      // The newest is the first of the list: the order of the list does not matter.
      await saveConnections([b3osConnection(b3os, id, 'workflow_running'), ...rest]);
    }
    await startWorker();
    await openPopup();
    await expect.poll(() => b3os.streams.open().sort()).toEqual(made.slice(2).sort());
    await askFromPopup();
    await quietly();
    expect(b3os.streams.opened).toHaveLength(4);
  });

  test('at the same time, those that were added last; and one that ended makes room', async () => {
    const made = await watching(6);
    await openPopup();
    await openStreams(made, ['order_2', 'order_3', 'order_4', 'order_5']);
    made.b3os.advance('order_4', 'workflow_succeeded');
    await until(async () => asked(made) > 6, 'the request');
    await roundEnds();
    await openStreams(made, ['order_1', 'order_2', 'order_3', 'order_5']);
  });
});

describe('a stream is closed', () => {
  test('when the execution has ended, and the last message is still heeded', async () => {
    const made = await watching();
    await openPopup();
    await openStreams(made, ['order_0']);
    made.b3os.advance('order_0', 'workflow_failed');
    const status = async () => Object((await storedFeed('b3os')).data).status;
    await expect.poll(status).toBe('workflow_failed');
    await openStreams(made, []);
    await askFromPopup();
    await quietly();
    expect(made.b3os.streams.opened).toEqual(['order_0']);
    expect(asked(made)).toBe(2);
  });

  test('when a service does not end the stream of what has ended', async () => {
    const made = await watching();
    await openPopup();
    await openStreams(made, ['order_0']);
    const { streams, executionOf } = made.b3os;
    Object.assign(executionOf('order_0') ?? {}, { status: 'workflow_cancelled' });
    streams.send('order_0', MESSAGE);
    await openStreams(made, []);
  });

  test.each([
    ['removed', () => sendFromPage({ kind: 'disconnect', ids: ['order_0'] })],
    ['cleared with the whole storage', () => fakeBrowser.storage.local.clear()],
  ])('when the connection is %s', async (_, change) => {
    const made = await watching();
    await openPopup();
    await openStreams(made, ['order_0']);
    await change();
    await openStreams(made, []);
    await askFromPopup();
    await quietly();
    expect(made.b3os.streams.opened).toHaveLength(1);
  });

  test('when the connection is changed; another is opened with its new token', async () => {
    const made = await watching();
    await openPopup();
    await openStreams(made, ['order_0']);
    const other = await anotherB3os();
    await allow(other.url);
    const connection = { ...b3osConnection(other, 'exe_9', 'workflow_running'), id: 'new' };
    await sendFromPage({ kind: 'connect', connection, replacedId: 'order_0' });
    await openStreams(made, []);
    await expect.poll(other.streams.open).toEqual(['exe_9']);
  });

  test('when another service is silent, too: removing does not wait for it', async () => {
    const made = await watching(1, ['b3os', 'zaia']);
    await openPopup();
    await openStreams(made, ['order_0']);
    made.zaia.fail('silent');
    nextAlarm();
    await until(() => made.zaia.requests.length === 2, 'the silent request');
    sendFromPage({ kind: 'disconnect', ids: ['order_0'] });
    await openStreams(made, []);
    await made.zaia.pause();
  });

  test('when the permission is taken away; given back, it is opened again', async () => {
    const made = await watching();
    await openPopup();
    await openStreams(made, ['order_0']);
    const origins = [`${made.b3os.url}/*`];
    await fakeBrowser.permissions.remove({ origins });
    await openStreams(made, []);
    await fakeBrowser.permissions.request({ origins });
    await openStreams(made, ['order_0']);
  });

  test('when the service asks for a pause, also if it tells so to another of its executions', async () => {
    const made = await watching(2);
    await openPopup();
    await openStreams(made, ['order_0', 'order_1']);
    made.b3os.fail((good, { path }) =>
      path.includes('order_0')
        ? { status: 429, headers: { 'Retry-After': '120' }, body: {} }
        : { ...good },
    );
    goOn(POPUP_ASKS_EVERY_MS);
    await askFromPopup();
    await openStreams(made, []);
    made.b3os.fail(null);
    goOn(60_000);
    await askFromPopup();
    await quietly();
    expect(made.b3os.streams.open()).toEqual([]);
    goOn(120_000);
    await askFromPopup();
    await openStreams(made, ['order_0', 'order_1']);
  });
});

test('a worker that was killed listens again once the page has found out', async () => {
  const made = await watching();
  await openPopup();
  await openStreams(made, ['order_0']);
  made.b3os.streams.end('order_0');
  await startWorker();
  await quietly();
  expect(made.b3os.streams.open()).toEqual([]);
  await openPopup();
  await openStreams(made, ['order_0']);
  expect(made.b3os.streams.opened).toHaveLength(2);
});
