import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { expectPopup, look } from '../../support/faults/seen';
import { SERVICES } from '../../support/stand-ins/stand-ins';
import { nextAlarm, shownAlarm } from '../../support/worker/fake-browser';
import { sendFromPage } from '../../support/worker/fake-messages';
import { endWorker, quiet, startMortal } from '../../support/worker/mortal-worker';
import { atNextRequest, mortalWorld } from '../../support/worker/mortal-world';

const { local, session, sync } = fakeBrowser.storage;

describe('stored', () => {
  test('settings of an older version are read', async ({ task }) => {
    const { requests, connections } = await mortalWorld();
    endWorker();
    const [olie] = connections;
    await local.set({ settings: { version: 1, olie } });
    const worker = await startMortal(null, nextAlarm);
    await quiet(worker);
    expect(requests()).toBe(4);
    expect((await expectPopup(task, '0:39:0')).badge).toBe('39m running');
  });

  const states = [
    { fault: 'state of an older version', state: { version: 1, olie: { total: 7 } } },
    { fault: 'state of a newer version', state: { version: 99, feeds: 'elsewhere' } },
    { fault: 'state of a wrong shape', state: { version: 3, feeds: [null, 7, { kind: 'olie' }] } },
    { fault: 'state that is a text', state: 'nothing' },
  ];
  test.for(states)(
    '$fault is dropped, and everything is asked for again',
    async ({ state }, { task }) => {
      const { requests } = await mortalWorld();
      endWorker();
      await local.set({ state });
      await session.clear();
      const worker = await startMortal(null, nextAlarm);
      await quiet(worker);
      expect(requests()).toBe(6);
      expect(await expectPopup(task, '0:39:0')).toMatchObject({
        badge: '39m running',
      });
    },
  );

  const unreadable = [
    { fault: 'settings of a newer version', settings: { version: 99, accounts: ['secret'] } },
    { fault: 'settings of a wrong shape', settings: { version: 3, connections: 'secret' } },
    { fault: 'settings that are a text', settings: 'secret' },
  ];
  test.for(unreadable)(
    '$fault are kept as they are, and nobody is asked',
    async ({ settings }, { task }) => {
      const { requests } = await mortalWorld();
      endWorker();
      await local.set({ settings });
      const worker = await startMortal(null, nextAlarm);
      await quiet(worker);
      expect(requests()).toBe(3);
      const { badge } = await expectPopup(task, 'settings cannot be read');
      expect(badge).toBe('! alert');
      expect(await local.get('settings')).toEqual({ settings });
    },
  );

  test.for([
    { fault: 'preferences of a wrong shape', preferences: { refreshEveryS: -1, badgeShows: [] } },
    { fault: 'preferences that are a text', preferences: 'often' },
  ])('$fault are replaced by the defaults', async ({ preferences }, { task }) => {
    const { next } = await mortalWorld();
    await sync.set({ preferences });
    await next();
    expect(await expectPopup(task, '0:39:0')).toMatchObject({
      badge: '39m running',
    });
    expect(await shownAlarm()).toMatchObject({ periodInMinutes: 1 });
  });
});

describe('when storage is emptied', () => {
  test('between rounds, nothing is connected and the alarm is gone', async ({ task }) => {
    const { requests, worker } = await mortalWorld();
    await local.clear();
    await session.clear();
    await quiet(worker);
    expect((await expectPopup(task, 'Connect Olie')).badge).toBe('workflow');
    expect(await shownAlarm()).toBeNull();
    expect(requests()).toBe(3);
  });

  test('while a request waits, nothing is connected either', async ({ task }) => {
    const { olie, worker } = await mortalWorld();
    const arrived = atNextRequest(olie.requests, () => local.clear());
    await nextAlarm();
    await arrived;
    await quiet(worker);
    // The interrupted round may have saved its answers. The next one removes them.
    await sendFromPage({ kind: 'refresh', asker: 'popup' });
    await quiet(worker);
    expect((await expectPopup(task, 'Connect Olie')).badge).toBe('workflow');
    expect(await shownAlarm()).toBeNull();
  });

  test('except for the settings, everything is asked for again', async ({ task }) => {
    const { requests, next } = await mortalWorld();
    await local.remove('state');
    await session.clear();
    await next();
    expect(requests()).toBe(6);
    expect(await expectPopup(task, '0:39:0')).toMatchObject({ badge: '39m running' });
  });
});

describe('when storage is full', () => {
  const errors = [
    new Error('Resource::kQuotaBytes quota exceeded'),
    new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
  ];

  test.for(errors)(
    'badge and requests go on until there is room again (%s)',
    async (error, { task }) => {
      const reported = vi.spyOn(console, 'error').mockReturnValue();
      const { olie, requests, next } = await mortalWorld();
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
      await expectPopup(task, 'AD-1');
      const words = "New answers cannot be saved: the browser's storage or the disk is full.";
      await expectPopup(task, words);
      expect((await look()).title).toContain(words);

      full.mockRestore();
      await next();
      expect((await look()).popup).not.toContain(words);
      expect(requests()).toBe(12);
      expect(await look()).toMatchObject({
        badge: '3m running',
        popup: expect.stringContaining('0:03:0'),
      });
      expect((await local.get('settings')).settings).toEqual(settings);
    },
  );

  test.for(SERVICES)(
    'a pause that %s asks for is kept, also by the next worker',
    async (service) => {
      vi.spyOn(console, 'error').mockReturnValue();
      const world = await mortalWorld();
      const server = world[service];
      const full = vi.spyOn(local, 'set').mockRejectedValue(errors[0]);
      server.fail({ status: 429, headers: { 'Retry-After': '600' }, body: {} });
      // Each alarm wakes a new worker.
      const nextWorker = async () => quiet(await startMortal(null, nextAlarm));
      const before = server.requests.length;
      await world.next();
      const asked = server.requests.length;
      expect(asked).toBeGreaterThan(before);
      const others = world.requests();
      for (let minute = 0; minute < 8; minute += 1) await nextWorker();
      expect(server.requests).toHaveLength(asked);
      expect(world.requests()).toBeGreaterThan(others + 8);
      server.fail(null);
      for (let minute = 0; minute < 3; minute += 1) await nextWorker();
      expect(server.requests.length).toBeGreaterThan(asked);
      full.mockRestore();
    },
  );
});
