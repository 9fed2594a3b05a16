import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { expectPopup, look } from '../../support/faults/seen';
import { NAMES, SERVICES } from '../../support/stand-ins/stand-ins';
import { nextAlarm, shownAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { endWorker, quiet, startMortal } from '../../support/worker/mortal-worker';
import { atNextRequest, mortalWorld } from '../../support/worker/mortal-world';

const { local, session } = fakeBrowser.storage;

test('two popups that open at once send one request to each service', async ({ task }) => {
  const { requests, worker } = await mortalWorld();
  vi.setSystemTime(Date.now() + 20_000);
  await Promise.all([
    sendFromPage({ kind: 'refresh', asker: 'popup' }),
    sendFromPage({ kind: 'refresh', asker: 'popup' }),
  ]);
  await quiet(worker);
  expect(requests()).toBe(6);
  await expectPopup(task, '0:38:2');
});

describe('after a permission was taken away', () => {
  const moments = [
    { when: 'between rounds', asked: 1 },
    { when: 'during a request', asked: 2 },
  ];
  const cases = SERVICES.flatMap((service) => moments.map((moment) => ({ service, ...moment })));

  test.for(cases)(
    '$when, $service is not asked until it is given back',
    async ({ service, asked }, { task }) => {
      const life = await mortalWorld();
      const { url, requests } = life[service];
      const origins = [`${url}/*`];
      const takeAway = () => fakeBrowser.permissions.remove({ origins });
      const before = await look(service);
      if (asked === 1) await takeAway();
      else {
        const taken = atNextRequest(requests, takeAway);
        await nextAlarm();
        await taken;
      }
      await quiet(life.worker);
      const words = `does not let Olie Timer reach ${NAMES[service]}`;
      const { feed, badge, nextTryS } = await expectPopup(task, words, service);
      expect(feed?.failure?.kind).toBe('permission');
      expect(feed?.data).toMatchObject(Object(before.feed?.data));
      expect(nextTryS).toBeNull();
      expect(badge).toBe(service === 'olie' ? '! alert' : `${37 + asked}m running`);
      await life.next();
      await life.next();
      expect(requests).toHaveLength(asked);
      await fakeBrowser.permissions.request({ origins });
      await quiet(life.worker);
      expect(requests).toHaveLength(asked + 1);
      expect((await look(service)).feed?.failure).toBeNull();
    },
  );

  test('and given back, the last answer survives a restart of the browser', async () => {
    const { olie, worker } = await mortalWorld();
    const origins = [`${olie.url}/*`];
    await fakeBrowser.permissions.remove({ origins });
    await quiet(worker);
    await fakeBrowser.permissions.request({ origins });
    await quiet(worker);
    endWorker();
    await session.clear();
    const { feed, popup } = await look();
    expect(feed?.learntAtMs).toBeGreaterThan(0);
    expect(popup).toContain('0:38:00');
    expect(popup).toContain('Updated 5s ago');
  });
});

test('an alarm that was cleared is made again at the next event', async ({ task }) => {
  const { worker } = await mortalWorld();
  const before = await shownAlarm();
  await fakeBrowser.alarms.clear('tick');
  await sendFromPage({ kind: 'refresh', asker: 'popup' });
  await quiet(worker);
  expect(await shownAlarm()).toEqual(before);
  await expectPopup(task, '0:38:0');
});

test('an update during a round repeats no request and loses nothing', async ({ task }) => {
  const { requests, connections } = await mortalWorld();
  endWorker();
  // The old worker ends after its requests have left.
  const old = await startMortal({ at: 15, effect: 'after' }, nextAlarm);
  expect(old.isDead).toBe(true);
  const updated = await startMortal(null, () =>
    fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', temporary: false }),
  );
  await quiet(updated);
  expect(requests()).toBeLessThanOrEqual(6);
  await nextAlarm();
  await quiet(updated);
  expect(requests()).toBeLessThanOrEqual(9);
  expect((await local.get('settings')).settings).toMatchObject({ connections });
  expect(await expectPopup(task, '0:40:0')).toMatchObject({
    badge: '40m running',
    feed: { failure: null },
  });
});
