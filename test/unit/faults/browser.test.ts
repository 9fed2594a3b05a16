import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FaultRow } from '../../support/faults/fault-table';
import { look, noteSeen } from '../../support/faults/seen';
import { atNextRequest, connectedLife } from '../../support/worker/connected-life';
import { nextAlarm, shownAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { endWorker, quiet, startMortal } from '../../support/worker/mortal-worker';

const { local, session } = fakeBrowser.storage;
const browserFault = (fault: string, popup: string, service: FaultRow['service'] = '-') => ({
  ...{ area: 'browser' as const, service, fault, popup },
});

test('two popups that open at once send one request to each service', async ({ task }) => {
  const { requests, worker } = await connectedLife();
  vi.setSystemTime(Date.now() + 20_000);
  await Promise.all([
    sendFromPage({ kind: 'refresh', asker: 'popup' }),
    sendFromPage({ kind: 'refresh', asker: 'popup' }),
  ]);
  await quiet(worker);
  expect(requests()).toBe(6);
  await noteSeen(task, browserFault('two popups at once', '0:38:2'));
});

describe('after a permission was taken away', () => {
  const services = [
    { name: 'olie', kind: 'olie', service: 'Olie' },
    { name: 'b3os', kind: 'b3os', service: 'B3OS' },
    { name: 'zaia', kind: 'zaia', service: 'Zaia' },
  ] as const;
  const moments = [
    { when: 'between rounds', asked: 1 },
    { when: 'during a request', asked: 2 },
  ];
  const cases = services.flatMap((one) => moments.map((moment) => ({ ...one, ...moment })));

  test.for(cases)('$when, $service is not asked until it is given back', async (row, { task }) => {
    const { name, kind, service, when, asked } = row;
    const life = await connectedLife();
    const { url, requests } = life[name];
    const origins = [`${url}/*`];
    const takeAway = () => fakeBrowser.permissions.remove({ origins });
    const before = await look(kind);
    if (asked === 1) await takeAway();
    else {
      const taken = atNextRequest(requests, takeAway);
      await nextAlarm();
      await taken;
    }
    await quiet(life.worker);
    const fault = browserFault(
      `permission taken away ${when}`,
      `does not let Olie Timer reach ${service}`,
      service,
    );
    const { feed, badge, nextTry } = await noteSeen(task, fault, kind);
    expect(feed?.failure?.kind).toBe('permission');
    expect(feed?.data).toMatchObject(Object(before.feed?.data));
    expect(nextTry).toBe('when the user does something');
    expect(badge).toBe(name === 'olie' ? '! alert' : `${37 + asked}m running`);
    await life.next();
    await life.next();
    expect(requests).toHaveLength(asked);
    await fakeBrowser.permissions.request({ origins });
    await quiet(life.worker);
    expect(requests).toHaveLength(asked + 1);
    expect((await look(kind)).feed?.failure).toBeNull();
  });

  test('and given back, the last answer survives a restart of the browser', async () => {
    const { olie, worker } = await connectedLife();
    const origins = [`${olie.url}/*`];
    await fakeBrowser.permissions.remove({ origins });
    await quiet(worker);
    await fakeBrowser.permissions.request({ origins });
    await quiet(worker);
    endWorker();
    await session.clear();
    expect((await look()).feed?.schedule.answeredAtMs).toBeGreaterThan(0);
  });
});

test('an alarm that was cleared is made again at the next event', async ({ task }) => {
  const { worker } = await connectedLife();
  const before = await shownAlarm();
  await fakeBrowser.alarms.clear('tick');
  await sendFromPage({ kind: 'refresh', asker: 'popup' });
  await quiet(worker);
  expect(await shownAlarm()).toEqual(before);
  await noteSeen(task, browserFault('alarm cleared', '0:38:0'));
});

test('an update during a round repeats no request and loses nothing', async ({ task }) => {
  const { requests, connections } = await connectedLife();
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
  const fault = browserFault('update during a round', '0:40:0');
  expect(await noteSeen(task, fault)).toMatchObject({
    badge: '40m running',
    feed: { failure: null },
  });
});
