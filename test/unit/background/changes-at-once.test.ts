import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import {
  b3osConnection,
  olieConnection,
  zaiaConnection,
} from '../../support/stand-ins/connections';
import { until } from '../../support/until';
import { sendFromPage } from '../../support/worker/fake-messages';
import { connectPage } from '../../support/worker/fake-pages';
import { runBackground } from '../../support/worker/rounds';
import { allow, storedConnections, storedFeed, storedFeeds } from '../../support/worker/stored';
import { quietly } from '../../support/worker/watched-streams';
import { anotherB3os, connect, world } from '../../support/worker/world';

// Changes of the connections that meet a round, or each other.

test('two pages that save at the same moment both get what they asked for', async () => {
  const { olie, zaia } = await world();
  await allow(olie.url, zaia.url);
  await runBackground();
  const both = [olieConnection(olie), zaiaConnection(zaia)];
  await Promise.all(
    both.map((connection) => sendFromPage({ kind: 'connect', connection, replacedId: null })),
  );
  expect(await storedConnections()).toEqual(both);
});

test('a workflow that is added twice at the same moment is watched once, with what was said last', async () => {
  const { b3os } = await world();
  await runBackground();
  await allow(b3os.url);
  const added = ['first', 'again'].map((id) => ({ ...b3osConnection(b3os, 'order_1'), id }));
  await Promise.all(
    added.map((connection) => sendFromPage({ kind: 'connect', connection, replacedId: null })),
  );
  expect(await storedConnections()).toEqual([added[1]]);
  const another = { ...b3osConnection(b3os, 'order_2'), id: 'other' };
  await sendFromPage({ kind: 'connect', connection: another, replacedId: null });
  const renamed = { ...b3osConnection(b3os, 'order_1'), id: 'renamed', label: 'Kit' };
  await sendFromPage({ kind: 'connect', connection: renamed, replacedId: 'again' });
  expect(await storedConnections()).toEqual([renamed, another]);
});

test('a workflow that is saved twice at the same moment is watched once, also if it was edited', async () => {
  const { b3os } = await world();
  await runBackground();
  await allow(b3os.url);
  const workflow = (id: string, reference: string) => ({ ...b3osConnection(b3os, reference), id });
  const [first, other] = [workflow('first', 'order_1'), workflow('other', 'order_2')];
  await connect([first, other]);
  const edited = ['edited', 'again'].map((id) => ({ ...workflow(id, 'order_1'), label: 'Kit' }));
  await Promise.all(
    edited.map((connection) => sendFromPage({ kind: 'connect', connection, replacedId: 'first' })),
  );
  expect(await storedConnections()).toEqual([edited[1], other]);
  // Another tab has just added what this one makes of it.
  const moved = workflow('moved', 'order_2');
  await sendFromPage({ kind: 'connect', connection: moved, replacedId: 'again' });
  expect(await storedConnections()).toEqual([moved]);
});

test('a change while another one is asked about costs that one no minute', async () => {
  const { olie, zaia } = await world();
  await allow(olie.url);
  await runBackground();
  olie.fail((good) => ({ ...good, delivery: { byteEveryMs: 1 } }));
  const first = olieConnection(olie);
  const connected = sendFromPage({ kind: 'connect', connection: first, replacedId: null });
  await until(() => olie.requests.length === 1, 'the request');
  olie.fail(null);
  await allow(zaia.url);
  await sendFromPage({ kind: 'connect', connection: zaiaConnection(zaia), replacedId: null });
  await connected;
  expect(await storedFeed('zaia')).toMatchObject({ data: expect.anything() });
  const current = async () => Object((await storedFeed('olie')).data).current;
  await expect.poll(current).toMatchObject({ id: expect.any(String) });
});

test('what a round has asked before the change is not asked again', async () => {
  const { olie, b3os, zaia } = await world();
  await runBackground();
  const silent = await anotherB3os();
  silent.fail('silent');
  const workflows = [b3osConnection(b3os, 'order_0'), b3osConnection(silent, 'silent')];
  await connect([olieConnection(olie), ...workflows]);
  const round = refresh('user');
  await until(async () => (await storedFeeds()).olie?.data, 'the answer of Olie');
  await allow(zaia.url);
  await sendFromPage({ kind: 'connect', connection: zaiaConnection(zaia), replacedId: null });
  expect(zaia.requests).toHaveLength(1);
  expect(olie.requests).toHaveLength(1);
  // Only the one that was still awaited is asked once more.
  await until(() => silent.requests.length === 2, 'the silent one again');
  await silent.pause();
  await round;
  await quietly();
  expect(olie.requests).toHaveLength(1);
  expect(b3os.requests).toHaveLength(1);
});

test('a connection that another round asks first is waited for all the same', async () => {
  const { olie } = await world();
  await allow(olie.url);
  await runBackground();
  const { permissions } = fakeBrowser;
  const getAll = permissions.getAll.bind(permissions);
  // It is saved, and permissions are given back: a round of the alarm comes between.
  vi.spyOn(permissions, 'getAll').mockImplementationOnce(async () => {
    olie.fail((good) => ({ ...good, delivery: { byteEveryMs: 1 } }));
    refresh('alarm');
    await until(() => olie.requests.length === 1, 'the request of that round');
    olie.fail(null);
    return getAll();
  });
  const connection = olieConnection(olie);
  await sendFromPage({ kind: 'connect', connection, replacedId: null });
  expect(await storedFeed('olie')).toMatchObject({ failure: null, data: expect.anything() });
});

describe('once a connection is removed, nothing more is asked with its token', () => {
  test('not what was still to be asked in the same round', async () => {
    const { b3os } = await world();
    await runBackground();
    const ids = Array.from({ length: 20 }, (_, index) => `order_${index}`);
    b3os.fail('silent');
    await connect(ids.map((id) => b3osConnection(b3os, id)));
    const fetched = vi.spyOn(globalThis, 'fetch');
    const round = refresh('user');
    await until(() => b3os.requests.length === 4, 'the first requests');
    await sendFromPage({ kind: 'disconnect', ids });
    // The silent ones end, which lets the next ones go.
    await b3os.pause();
    await round;
    await quietly();
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  /** Olie or B3OS has answered, and the round waits for one that is silent. */
  async function answeredBeside(answering: 'olie' | 'b3os') {
    const made = await world();
    await runBackground();
    const silent = await anotherB3os();
    silent.fail('silent');
    const { olie, b3os } = made;
    const answered = answering === 'olie' ? olieConnection(olie) : b3osConnection(b3os, 'order_0');
    await connect([answered, b3osConnection(silent, 'silent')]);
    const round = refresh('user');
    await until(() => made[answering].requests.length === 1, 'the answer');
    await quietly();
    const end = async () => {
      await sendFromPage({ kind: 'disconnect', ids: [answered.id] });
      await silent.pause();
      await round;
      await quietly();
    };
    return { ...made, end };
  }

  test('not what is expected on its project', async () => {
    const { olie, end } = await answeredBeside('olie');
    await end();
    expect(olie.aside).toEqual([]);
  });

  test('and no stream of it is opened', async () => {
    connectPage();
    const { b3os, end } = await answeredBeside('b3os');
    await end();
    expect(b3os.streams.opened).toEqual([]);
  });
});

test('a removal does not wait for a service that is silent', async () => {
  await world();
  await runBackground();
  const silent = await anotherB3os();
  silent.fail('silent');
  await connect([b3osConnection(silent, 'silent')]);
  const round = refresh('user');
  await until(() => silent.requests.length === 1, 'the silent request');
  const sentMs = performance.now();
  await sendFromPage({ kind: 'disconnect', ids: ['silent'] });
  // What the others have said is shown once a second. That is too long here.
  expect(performance.now() - sentMs).toBeLessThan(700);
  await silent.pause();
  await round;
});
