import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh, refreshSeen } from '../../../entrypoints/background/refresh';
import { loadStored } from '../../../lib/browser/state-storage';
import { b3osConnection, olieConnection } from '../../support/stand-ins/connections';
import { goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedFeeds } from '../../support/worker/stored';
import { ticks } from '../../support/worker/ticks';
import { connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const GREEN = '#0a7a52';
const BLUE = '#3a4fc4';
const RED = '#b3261e';

/** One workflow that runs is watched. */
async function watching() {
  const { olie, b3os } = await world();
  const connection = b3osConnection(b3os, 'order', 'workflow_running');
  await connect([connection]);
  await refresh('alarm');
  return { olie, b3os, connection };
}

describe('a workflow that ends', () => {
  test.each(['workflow_succeeded', 'workflow_failed', 'workflow_cancelled'])(
    'with %s is not asked for again, whoever asks',
    async (status) => {
      const { b3os } = await watching();
      b3os.advance('order', status);
      await ticks(1);
      expect(b3os.requests).toHaveLength(2);
      await ticks(30);
      await refresh('popup');
      expect(b3os.requests).toHaveLength(2);
      goOn(1000);
      await refresh('user');
      expect(b3os.requests).toHaveLength(2);
      expect((await storedFeeds()).order).toMatchObject({ data: { status }, failure: null });
    },
  );

  test('well takes its count from the badge', async () => {
    const { b3os } = await watching();
    expect(await shownBadge()).toMatchObject({ text: '1', colour: BLUE });
    b3os.advance('order', 'workflow_succeeded');
    await ticks(1);
    expect(await shownBadge()).toEqual({ text: '', colour: BLUE, title: 'Olie Timer' });
  });

  test('with a status that we do not know has not ended', async () => {
    const { b3os } = await watching();
    b3os.advance('order', 'workflow_archived');
    await ticks(3);
    expect(b3os.requests).toHaveLength(4);
    expect((await shownBadge()).text).toBe('1');
  });
});

/** The user has seen how that workflow ended. */
async function orderIsSeen(): Promise<void> {
  await refreshSeen([(await storedFeeds()).order?.connectionId ?? '']);
}

describe('one that ends badly', () => {
  test('turns the badge red until it was in view', async () => {
    const { b3os } = await watching();
    b3os.advance('order', 'workflow_failed');
    await ticks(1);
    expect(await shownBadge()).toEqual({
      text: '!',
      colour: RED,
      title: 'Olie Timer\norder failed',
    });
    await ticks(5);
    goOn(1000);
    await refresh('user');
    expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
    // An open popup shows the first ones: others may need scrolling.
    await refresh('popup');
    expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
    await orderIsSeen();
    expect(await shownBadge()).toEqual({ text: '', colour: BLUE, title: 'Olie Timer' });
    expect((await storedFeeds()).order?.isSeen).toBe(true);
    await ticks(5);
    goOn(1000);
    await refresh('user');
    expect((await shownBadge()).text).toBe('');
  });

  test('is seen too if that is said while a round runs', async () => {
    const { b3os } = await watching();
    b3os.advance('order', 'workflow_failed');
    await ticks(1);
    const running = refresh('user');
    await orderIsSeen();
    await running;
    expect((await storedFeeds()).order?.isSeen).toBe(true);
    expect((await shownBadge()).text).toBe('');
  });

  test('leaves a timer on the badge its text', async () => {
    const { olie, b3os, connection } = await watching();
    await connect([connection, olieConnection(olie)]);
    await refresh('user');
    expect(await shownBadge()).toMatchObject({ text: '37m', colour: GREEN });
    expect((await shownBadge()).title).toContain('\n1 in progress\nAD-1 awdawd');
    b3os.advance('order', 'workflow_failed');
    goOn(MINUTE_MS);
    await refresh('alarm');
    expect(await shownBadge()).toMatchObject({ text: '38m', colour: RED });
    await orderIsSeen();
    expect(await shownBadge()).toMatchObject({ text: '38m', colour: GREEN });
  });

  test('is told again if its answer is lost, and the next one ends badly too', async () => {
    const { b3os } = await watching();
    b3os.advance('order', 'workflow_failed');
    await ticks(1);
    await orderIsSeen();
    const { state } = await loadStored();
    const feeds = state.feeds.map((feed) => ({ ...feed, data: {} }));
    await fakeBrowser.storage.local.set({ state: { ...state, feeds } });
    b3os.fail({ status: 200, body: { data: { id: 'order', status: 'workflow_running' } } });
    await ticks(1);
    expect(await shownBadge()).toMatchObject({ text: '1', colour: BLUE });
    b3os.fail(null);
    await ticks(1);
    expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
  });

  test('and is watched anew is told again', async () => {
    const { b3os, connection } = await watching();
    b3os.advance('order', 'workflow_failed');
    await ticks(1);
    await refresh('popup');
    await connect([{ ...connection, id: 'again', label: 'Order 7' }]);
    await refresh('user');
    expect((await shownBadge()).title).toBe('Olie Timer\nOrder 7 failed');
  });
});
