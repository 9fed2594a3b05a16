import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { loadStored } from '../../../lib/browser/state-storage';
import {
  b3osConnection,
  olieConnection,
  zaiaConnection,
} from '../../support/stand-ins/connections';
import { namedAnswers } from '../../support/stand-ins/named-answers';
import { goOn } from '../../support/worker/clock';
import { storedFeed, storedSchedule, storedTimer } from '../../support/worker/stored';
import { askedFor, connect, world } from '../../support/worker/world';

/** Connected, and answered once with a name that never changes. */
async function startNamed() {
  const { olie } = await world();
  const { fault, offered } = namedAnswers(() => '"first"');
  olie.fail(fault);
  await connect([olieConnection(olie)]);
  await refresh('user');
  return { olie, offered, fault };
}

/** A minute passes, and the alarm goes off. */
async function minute() {
  goOn(60_000);
  await refresh('alarm');
}

describe('a service that says for ever that nothing has changed', () => {
  test('is asked for a whole answer every 15 minutes', async () => {
    const { olie, offered } = await startNamed();
    const id = olie.start();
    const running = async () => (await storedTimer()).current?.id;
    for (let count = 0; count < 14; count += 1) await minute();
    expect(offered.filter((name) => name === undefined)).toHaveLength(1);
    expect(await running()).toBe(olie.executionId);
    await minute();
    expect(offered.filter((name) => name === undefined)).toHaveLength(2);
    expect(await running()).toBe(id);
    for (let count = 0; count < 45; count += 1) await minute();
    expect(offered).toHaveLength(61);
    // The other execution has another address.
    const whole = offered.flatMap((name, at) => (name === undefined ? [at] : []));
    expect(whole).toEqual([0, 15, 16, 31, 46]);
  });

  test('also after the clock was set back', async () => {
    const { offered } = await startNamed();
    await minute();
    goOn(-2 * 3_600_000);
    await minute();
    expect(offered).toEqual([undefined, '"first"', undefined]);
  });

  test('also where the whole answer failed', async () => {
    const { olie, offered, fault } = await startNamed();
    for (let count = 0; count < 14; count += 1) await minute();
    olie.fail({ status: 503 });
    await minute();
    olie.fail(fault);
    goOn(5 * 60_000);
    await minute();
    expect(offered.at(-1)).toBeUndefined();
    await minute();
    expect(offered.at(-1)).toBe('"first"');
  });
});

describe('a name is offered only to the address that it came from', () => {
  test('another execution that runs is asked for without it', async () => {
    const { olie } = await world();
    const { fault, offered } = namedAnswers(() => '"same"');
    olie.fail(fault);
    const id = olie.answer().recent_executions as { id: string }[];
    await connect([olieConnection(olie, { executionId: id[0]?.id ?? '' })]);
    await refresh('user');
    await minute();
    await minute();
    expect(askedFor(olie)).toEqual([id[0]?.id, olie.executionId, olie.executionId]);
    expect(offered).toEqual([undefined, undefined, '"same"']);
  });

  test('of several pages of runs only the first is asked for with its own', async () => {
    const { zaia } = await world();
    const { fault, offered } = namedAnswers(() => '"page"');
    zaia.fail(fault);
    await connect([{ ...zaiaConnection(zaia), show: 1 }]);
    await refresh('user');
    const pages = offered.length;
    expect(pages).toBeGreaterThan(1);
    await minute();
    expect(offered.slice(0, pages)).toEqual(Array(pages).fill(undefined));
    expect(offered.slice(pages)).toEqual(['"page"']);
  });

  test('what is stored of the address holds no token', async () => {
    const { b3os } = await world();
    const { fault, offered } = namedAnswers(() => '"b"');
    b3os.fail(fault);
    const connection = b3osConnection(b3os, 'order_0', 'workflow_running');
    await connect([connection]);
    await refresh('user');
    await minute();
    expect(offered).toEqual([undefined, '"b"']);
    const { etag } = await storedFeed('b3os');
    expect(etag).toMatchObject({ value: '"b"' });
    expect(JSON.stringify(await fakeBrowser.storage.local.get('state'))).not.toContain(
      connection.token,
    );
  });

  test('a name that repeats the token is not kept', async () => {
    const { olie } = await world();
    olie.fail(namedAnswers(() => `"for ${encodeURIComponent(olie.token)}"`).fault);
    await connect([olieConnection(olie)]);
    await refresh('user');
    expect(await storedFeed()).toMatchObject({ etag: null, failure: null });
  });

  test('a name that an earlier version kept is not offered', async () => {
    const { offered } = await startNamed();
    const { state } = await loadStored();
    const feeds = state.feeds.map((feed) => ({ ...feed, etag: '"first"' }));
    await fakeBrowser.storage.local.set({ state: { ...state, feeds } });
    expect((await loadStored()).state.feeds).toMatchObject([{ kind: 'olie', etag: null }]);
    await minute();
    expect(offered).toEqual([undefined, undefined]);
  });

  test('a schedule that an earlier version kept still counts', async () => {
    const { offered } = await startNamed();
    const { schedules } = await loadStored();
    const earlier = Object.entries(schedules).map(([id, { wholeAtMs, ...rest }]) => [id, rest]);
    await fakeBrowser.storage.session.set({ schedules: Object.fromEntries(earlier) });
    expect((await storedSchedule()).dueAtMs).toBeGreaterThan(0);
    await minute();
    expect(offered).toEqual([undefined, undefined]);
  });
});
