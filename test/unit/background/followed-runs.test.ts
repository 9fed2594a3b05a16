import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AgentRuns } from '../../../lib/core/zaia/agent-runs';
import { zaiaConnection } from '../../support/stand-ins/connections';
import type { Answer, Fault, ReceivedRequest } from '../../support/stand-ins/server';
import { goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { alarms, roundEnds, startWorker } from '../../support/worker/rounds';
import { storedConnections, storedFeed, storedSchedule } from '../../support/worker/stored';
import { shortenTimeouts } from '../../support/worker/timeouts';
import { connect, type World, world } from '../../support/worker/world';

const PATH = '/api/v1/executions/';

const follow = async (id: string, isFollowed = true, connectionId = 'zaia') => {
  goOn(1000);
  const reply = await sendFromPage({ kind: 'follow', connectionId, id, isFollowed });
  await roundEnds();
  return reply;
};
const data = async () => (await storedFeed('zaia')).data as AgentRuns;
/** What is stored of the followed runs: id, status and failure. */
const followed = async () =>
  ((await data()).followed ?? []).map(({ id, run, failure }) => [id, run?.status, failure]);
/** The ids that were asked for one by one, since the last look. */
function asked({ zaia }: World): () => string[] {
  let seen = zaia.requests.length;
  return () => {
    const since = zaia.requests.slice(seen);
    seen = zaia.requests.length;
    return since.map(({ path }) => path).flatMap((path) => path.split(PATH)[1] ?? []);
  };
}
/** Only the requests for that run meet the fault. */
const of =
  (id: string, fault: Exclude<Fault, (...given: never[]) => unknown>) =>
  (_: Answer, { path }: ReceivedRequest) =>
    path === PATH + id ? fault : null;
/** Enough younger runs that an older one is off the first page. */
function pushOff({ zaia }: World) {
  for (let run = 0; run < 10; run += 1) zaia.endRun(zaia.startRun());
}

async function following(count: number) {
  const made = await world({ services: ['zaia'], started: true });
  const ids = Array.from({ length: count }, () => made.zaia.startRun());
  for (const id of ids) await follow(id);
  return { ...made, ids };
}

test('a followed run is asked for each minute until it has ended, also off the first page', async () => {
  const made = await following(1);
  const [id = ''] = made.ids;
  expect(await followed()).toEqual([[id, 'running', null]]);
  pushOff(made);
  const since = asked(made);
  await alarms(2);
  expect((await data()).runs.map((run) => run.id)).not.toContain(id);
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
  expect((await data()).runs).toEqual([]);
  expect(await followed()).toEqual([[id, 'running', null]]);
  expect((await shownBadge()).text).toBe('1');
});

test('it keeps what is known, and its connection', async () => {
  const { zaia } = await world({ services: ['zaia'], started: true });
  const before = await storedFeed('zaia');
  await follow(zaia.startRun());
  expect((await storedFeed('zaia')).connectionId).toBe(before.connectionId);
  expect((await data()).creditsToday).toBe((before.data as AgentRuns).creditsToday);
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

describe('one that fails is marked, and costs nothing else', () => {
  test.each<[string, Exclude<Fault, (...given: never[]) => unknown>, string, boolean]>([
    ['refused: 401', { status: 401, body: { message: 'No.' } }, 'token-refused', false],
    ['refused: 403', { status: 403, body: { message: 'No.' } }, 'token-refused', false],
    ['gone: 404', { status: 404, body: { message: 'Gone' } }, 'unknown-id', false],
    ['broken: 500', { status: 500, body: {} }, 'server-error', true],
    ['odd: an empty object', { status: 200, body: {} }, 'unexpected-answer', true],
    ['odd: another run', { status: 200, body: { id: 'x' } }, 'unexpected-answer', true],
    ['odd: HTML', { status: 200, body: '<p>Log in</p>' }, 'unexpected-answer', true],
    ['a redirect', { status: 302, headers: { Location: '/x' }, body: '' }, 'network', true],
    ['cut off', 'reset', 'network', true],
  ])('%s', async (_, fault, failure, isAskedAgain) => {
    const made = await following(2);
    const [failing = '', well = ''] = made.ids;
    made.zaia.fail(of(failing, fault));
    const newest = made.zaia.startRun();
    await alarms(1);
    expect(await followed()).toEqual([
      [well, 'running', null],
      [failing, 'running', failure],
    ]);
    expect((await data()).runs[0]?.id).toBe(newest);
    expect((await storedFeed('zaia')).failure).toBeNull();
    expect((await storedSchedule('zaia')).failures).toBe(0);
    const since = asked(made);
    await alarms(1);
    expect(since()).toEqual(isAskedAgain ? [well, failing] : [well]);
    made.zaia.fail(null);
    await alarms(1);
    if (isAskedAgain) expect(await followed()).toContainEqual([failing, 'running', null]);
  });

  test('silent: the others are asked before it, and the list comes all the same', async () => {
    const made = await following(6);
    const silent = made.ids[5] ?? '';
    made.zaia.fail(of(silent, 'silent'));
    // Only its own: on a busy computer, the others need their time.
    const timeouts = shortenTimeouts(made.zaia.url + PATH + silent);
    await alarms(1);
    expect(await followed()).toContainEqual([silent, 'running', 'timeout']);
    const newest = made.zaia.startRun();
    made.zaia.endRun(made.ids[0] ?? '');
    await alarms(1);
    expect((await data()).runs[0]?.id).toBe(newest);
    expect(await followed()).toContainEqual([made.ids[0], 'completed', null]);
    expect((await storedFeed('zaia')).failure).toBeNull();
    expect(timeouts.every((ms) => ms === 10_000)).toBe(true);
  });

  test('twenty silent ones hold back the list for one timeout, not for twenty', async () => {
    const made = await world({ services: ['zaia'] });
    const ids = Array.from({ length: 20 }, () => made.zaia.startRun());
    await connect([{ ...zaiaConnection(made.zaia), followed: ids }]);
    made.zaia.fail((_, { path }) => (ids.includes(path.split(PATH)[1] ?? '') ? 'silent' : null));
    shortenTimeouts(made.zaia.url + PATH);
    const since = asked(made);
    await startWorker();
    expect(since()).toHaveLength(4);
    expect((await data()).runs).toHaveLength(10);
  });

  test('a pause that one is asked for counts for all of Zaia', async () => {
    const made = await following(1);
    const [id = ''] = made.ids;
    const fault = { status: 429, headers: { 'Retry-After': '600' }, body: {} };
    made.zaia.fail(of(id, fault));
    await alarms(1);
    expect((await storedFeed('zaia')).failure).toMatchObject({ retryAfterS: 600 });
    const before = made.zaia.requests.length;
    await alarms(9);
    expect(made.zaia.requests).toHaveLength(before);
  });
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
    return path === PATH + ids[0] ? { status: 200, body } : null;
  });
  await alarms(1);
  const { settings: _, ...readable } = await fakeBrowser.storage.local.get();
  expect(JSON.stringify(readable)).toContain(ids[0]);
  expect(JSON.stringify(readable)).not.toContain(zaia.apiKey);
});
