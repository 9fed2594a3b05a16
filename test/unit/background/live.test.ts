import { describe, expect, test, vi } from 'vitest';
import { b3osConnection } from '../../support/stand-ins/connections';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { nextAlarm } from '../../support/worker/fake-browser';
import {
  askFromPopup,
  connectPage,
  openPopup,
  POPUP_ASKS_EVERY_MS,
} from '../../support/worker/fake-pages';
import { roundAfter, roundEnds, startWorker } from '../../support/worker/rounds';
import { allow, saveConnections, storedConnections } from '../../support/worker/stored';
import { asked, openStreams, quietly, watching } from '../../support/worker/watched-streams';
import { connect, world } from '../../support/worker/world';

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
