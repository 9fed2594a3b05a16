import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { b3osConnection } from '../../support/stand-ins/connections';
import { MESSAGE, STREAM_FAULTS, type StreamFault } from '../../support/stand-ins/event-streams';
import { until } from '../../support/until';
import { goOn } from '../../support/worker/clock';
import { nextAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { askFromPopup, openPopup, POPUP_ASKS_EVERY_MS } from '../../support/worker/fake-pages';
import { allow, storedFeed } from '../../support/worker/stored';
import { asked, openStreams, quietly, watching } from '../../support/worker/watched-streams';
import { anotherB3os } from '../../support/worker/world';

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

  test.each<[string, StreamFault]>([
    ['a page that goes on for ever', endless({ 'Content-Type': 'text/html' })],
    ['a refusal that goes on for ever', endless({}, 401)],
    ['an endless line', STREAM_FAULTS['an endless line']],
  ])('when it is none, but %s', async (_, fault) => {
    const made = await watching();
    made.b3os.streams.meet(fault);
    await openPopup();
    await until(() => made.b3os.streams.opened.length === 1, 'the try');
    await openStreams(made, []);
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

/** Sends a beginning, and leaves the connection open. */
function endless(headers: Record<string, string>, status = 200): StreamFault {
  return (response) => response.writeHead(status, headers).write('<p>');
}
