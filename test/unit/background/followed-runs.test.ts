import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AgentRuns } from '../../../lib/core/zaia/agent-runs';
import { zaiaConnection } from '../../support/stand-ins/connections';
import { shownBadge } from '../../support/worker/fake-browser';
import {
  agentRuns,
  asked,
  follow,
  followed,
  following,
  RUN_PATH,
} from '../../support/worker/followed-runs';
import { alarms, startWorker } from '../../support/worker/rounds';
import { storedConnections, storedFeed } from '../../support/worker/stored';
import { connect, type World, world } from '../../support/worker/world';

/** Enough younger runs that an older one is off the first page. */
function pushOff({ zaia }: World) {
  for (let run = 0; run < 10; run += 1) zaia.endRun(zaia.startRun());
}

test('a followed run is asked for each minute until it has ended, also off the first page', async () => {
  const made = await following(1);
  const [id = ''] = made.ids;
  expect(await followed()).toEqual([[id, 'running', null]]);
  pushOff(made);
  const since = asked(made);
  await alarms(2);
  expect((await agentRuns()).runs.map((run) => run.id)).not.toContain(id);
  expect(since()).toEqual([id, id]);
  made.zaia.endRun(id, 'failed');
  await alarms(1);
  expect(since()).toEqual([id]);
  expect(await followed()).toEqual([[id, 'failed', null]]);
  await alarms(3);
  expect(since()).toEqual([]);
  expect(await followed()).toEqual([[id, 'failed', null]]);
});

test('a followed run that belongs to no chosen responder is known and counted on the badge', async () => {
  const made = await world();
  await connect([{ ...zaiaConnection(made.zaia), responderIds: [crypto.randomUUID()] }]);
  await startWorker();
  expect((await shownBadge()).text).toBe('');
  const id = made.zaia.startRun();
  await follow(id);
  expect((await agentRuns()).runs).toEqual([]);
  expect(await followed()).toEqual([[id, 'running', null]]);
  expect((await shownBadge()).text).toBe('1');
});

test('it keeps what is known, and its connection', async () => {
  const { zaia } = await world({ services: ['zaia'], started: true });
  const before = await storedFeed('zaia');
  await follow(zaia.startRun());
  expect((await storedFeed('zaia')).connectionId).toBe(before.connectionId);
  expect((await agentRuns()).creditsToday).toBe((before.data as AgentRuns).creditsToday);
});

test('unfollowed, it is not asked for any more', async () => {
  const made = await following(2);
  const [first = '', second = ''] = made.ids;
  expect(await follow(first, false)).toEqual({ isDone: true });
  const since = asked(made);
  await alarms(1);
  expect(since()).toEqual([second]);
  expect(await followed()).toEqual([[second, 'running', null]]);
});

test('a 21st run is refused, and nothing changes', async () => {
  const made = await world({ services: ['zaia'] });
  const ids = Array.from({ length: 20 }, () => made.zaia.startRun());
  await connect([{ ...zaiaConnection(made.zaia), followed: ids }]);
  await startWorker();
  expect(await follow(made.zaia.startRun())).toEqual({ isDone: false });
  expect(await storedConnections()).toMatchObject([{ followed: ids }]);
  const since = asked(made);
  await alarms(1);
  expect(since().toSorted()).toEqual(ids.toSorted());
});

test('of a connection that is gone, nothing is followed', async () => {
  const { zaia } = await world({ services: ['zaia'], started: true });
  expect(await follow(zaia.startRun(), true, 'gone')).toEqual({ isDone: false });
  expect(await storedConnections()).toEqual([zaiaConnection(zaia)]);
});

test('a worker that dies once the settings are saved loses nothing', async () => {
  const made = await world({ services: ['zaia'], started: true });
  const id = made.zaia.startRun();
  await connect([{ ...zaiaConnection(made.zaia), followed: [id] }]);
  await startWorker();
  await alarms(1);
  expect(await followed()).toEqual([[id, 'running', null]]);
});

test('without a followed run, nothing more is asked than before', async () => {
  const made = await world({ services: ['zaia'], started: true });
  const before = made.zaia.requests.length;
  const since = asked(made);
  await alarms(10);
  expect(since()).toEqual([]);
  expect(made.zaia.requests.length - before).toBe(10);
});

test('it is followed and unfollowed at once on the page, also while Zaia wants to be left alone', async () => {
  const made = await following(1);
  const [known = ''] = made.ids;
  made.zaia.fail({ status: 429, headers: { 'Retry-After': '600' }, body: {} });
  await alarms(1);
  const since = asked(made);
  const id = made.zaia.startRun();
  await follow(id);
  expect(await followed()).toEqual([
    [id, undefined, null],
    [known, 'running', null],
  ]);
  await follow(known, false);
  expect(await followed()).toEqual([[id, undefined, null]]);
  expect(since()).toEqual([]);
});

test('at most four are asked at a time', async () => {
  const made = await world({ services: ['zaia'] });
  const ids = Array.from({ length: 20 }, () => made.zaia.startRun());
  await connect([{ ...zaiaConnection(made.zaia), followed: ids }]);
  let [out, most] = [0, 0];
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    out += 1;
    most = Math.max(most, out);
    try {
      return await fetch(...request);
    } finally {
      out -= 1;
    }
  };
  try {
    await startWorker();
  } finally {
    globalThis.fetch = fetch;
  }
  expect(await followed()).toHaveLength(20);
  expect(most).toBe(4);
});

test('an ETag of the list does not hide what a followed run has to tell', async () => {
  const made = await following(1);
  const [id = ''] = made.ids;
  made.zaia.fail((good) => ({ ...good, headers: { ETag: '"same"' } }));
  await alarms(1);
  made.zaia.fail((good, { headers }) =>
    headers.includes('"same"')
      ? { status: 304, body: '' }
      : { ...good, headers: { ETag: '"same"' } },
  );
  made.zaia.endRun(id);
  await alarms(1);
  expect(await followed()).toEqual([[id, 'completed', null]]);
  // From now on the list alone is asked, and may say that nothing is new.
  await alarms(1);
  expect(made.zaia.requests.at(-1)?.headers).toContain('"same"');
  expect(await followed()).toEqual([[id, 'completed', null]]);
});

test('no answer about a followed run brings the key into what pages read', async () => {
  const made = await following(1);
  const { zaia, ids } = made;
  zaia.fail((good, { path }) => {
    const body = { ...(good.body as object), status: zaia.apiKey, detail: zaia.apiKey };
    return path === RUN_PATH + ids[0] ? { status: 200, body } : null;
  });
  await alarms(1);
  const { settings: _, ...readable } = await fakeBrowser.storage.local.get();
  expect(JSON.stringify(readable)).toContain(ids[0]);
  expect(JSON.stringify(readable)).not.toContain(zaia.apiKey);
});
