import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FaultRow } from '../../support/faults/fault-table';
import { look, noteSeen } from '../../support/faults/seen';
import { atNextRequest, connectedLife } from '../../support/worker/connected-life';
import { nextAlarm, shownAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { endWorker, quiet, startMortal } from '../../support/worker/mortal-worker';

const { local, session, sync } = fakeBrowser.storage;
const row = (fault: string, popup: string, service: FaultRow['service'] = '-') => ({
  ...{ area: 'browser' as const, service, fault, popup },
});

describe('storage that is full', () => {
  const errors = [
    new Error('Resource::kQuotaBytes quota exceeded'),
    new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
  ];

  test.for(errors)(
    '(%s) costs neither the badge nor a request, and is over when there is room',
    async (error, { task }) => {
      const reported = vi.spyOn(console, 'error').mockReturnValue();
      const { olie, requests, next } = await connectedLife();
      const settings = (await local.get('settings')).settings;
      const full = vi.spyOn(local, 'set').mockRejectedValue(error);
      olie.stop();
      olie.start();
      await next();
      expect(requests()).toBe(6);
      expect((await look()).badge).toBe('1m running');
      expect(reported).toHaveBeenCalled();
      await sendFromPage({ kind: 'refresh', asker: 'popup' });
      expect(requests()).toBe(6);
      await next();
      expect(requests()).toBe(9);
      expect((await look()).badge).toBe('2m running');
      await noteSeen(task, row(`storage full: ${error.message}`, 'AD-1'));

      full.mockRestore();
      await next();
      expect(requests()).toBe(12);
      expect(await look()).toMatchObject({
        badge: '3m running',
        popup: expect.stringContaining('0:03:0'),
      });
      expect((await local.get('settings')).settings).toEqual(settings);
    },
  );
});

describe('storage that is emptied under us', () => {
  test('between two rounds leaves nothing connected, and no alarm', async ({ task }) => {
    const { requests, worker } = await connectedLife();
    await local.clear();
    await session.clear();
    await quiet(worker);
    const told = row('storage emptied between rounds', 'Connect Olie');
    expect((await noteSeen(task, told)).badge).toBe('workflow');
    expect(await shownAlarm()).toBeNull();
    expect(requests()).toBe(3);
  });

  test('while a request is out does too', async ({ task }) => {
    const { olie, worker } = await connectedLife();
    const arrived = atNextRequest(olie.requests, () => local.clear());
    await nextAlarm();
    await arrived;
    await quiet(worker);
    // The round that was on its way may have written what it knew: the next one knows better.
    await sendFromPage({ kind: 'refresh', asker: 'popup' });
    await quiet(worker);
    const told = row('storage emptied while a request is out', 'Connect Olie');
    expect((await noteSeen(task, told)).badge).toBe('workflow');
    expect(await shownAlarm()).toBeNull();
  });

  test('but for the settings is asked for anew', async ({ task }) => {
    const { requests, next } = await connectedLife();
    await local.remove('state');
    await session.clear();
    await next();
    expect(requests()).toBe(6);
    const told = row('state emptied, settings kept', '0:39:0', 'Olie');
    expect(await noteSeen(task, told)).toMatchObject({ badge: '39m running' });
  });
});

describe('what is stored', () => {
  const states = [
    { fault: 'state of an older version', state: { version: 1, olie: { total: 7 } } },
    { fault: 'state of a newer version', state: { version: 99, feeds: 'elsewhere' } },
    { fault: 'state of a broken shape', state: { version: 3, feeds: [null, 7, { kind: 'olie' }] } },
    { fault: 'state that is a text', state: 'nothing' },
  ];
  test.for(states)('as $fault is asked for anew', async ({ fault, state }, { task }) => {
    const { requests } = await connectedLife();
    endWorker();
    await local.set({ state });
    await session.clear();
    const worker = await startMortal(null, nextAlarm);
    await quiet(worker);
    expect(requests()).toBe(6);
    expect(await noteSeen(task, row(fault, '0:39:0'))).toMatchObject({ badge: '39m running' });
  });

  const unreadable = [
    { fault: 'settings of a newer version', settings: { version: 99, accounts: ['secret'] } },
    { fault: 'settings of a broken shape', settings: { version: 3, connections: 'secret' } },
    { fault: 'settings that are a text', settings: 'secret' },
  ];
  test.for(unreadable)(
    'as $fault stays as it is, and what was known is shown as old',
    async ({ fault, settings }, { task }) => {
      const { requests } = await connectedLife();
      endWorker();
      await local.set({ settings });
      const worker = await startMortal(null, nextAlarm);
      await quiet(worker);
      expect(requests()).toBe(3);
      const { badge } = await noteSeen(task, row(fault, 'settings cannot be read'));
      expect(badge).toBe('! alert');
      expect(await local.get('settings')).toEqual({ settings });
    },
  );

  test('as settings of an older version is read', async ({ task }) => {
    const { requests, connections } = await connectedLife();
    endWorker();
    const [olie] = connections;
    await local.set({ settings: { version: 1, olie } });
    const worker = await startMortal(null, nextAlarm);
    await quiet(worker);
    expect(requests()).toBe(4);
    const told = row('settings of an older version', '0:39:0', 'Olie');
    expect((await noteSeen(task, told)).badge).toBe('39m running');
  });

  test.for([
    { fault: 'preferences of a broken shape', preferences: { refreshEveryS: -1, badgeShows: [] } },
    { fault: 'preferences that are a text', preferences: 'often' },
  ])('as $fault counts as the defaults', async ({ fault, preferences }, { task }) => {
    const { next } = await connectedLife();
    await sync.set({ preferences });
    await next();
    expect(await noteSeen(task, row(fault, '0:39:0'))).toMatchObject({ badge: '39m running' });
    expect(await shownAlarm()).toMatchObject({ periodInMinutes: 1 });
  });
});
