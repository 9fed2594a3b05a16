import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '../../../entrypoints/background/commands';
import { remembered } from '../../../entrypoints/background/remember';
import { countHistory } from '../../../lib/browser/history-storage';
import { failure } from '../../../lib/core/feeds/failure';
import { olieConnection } from '../../support/stand-ins/connections';
import { goOn } from '../../support/worker/clock';
import { forgetListeners, shownBadge } from '../../support/worker/fake-browser';
import { roundAfter, runBackground } from '../../support/worker/rounds';
import { storedConnections, storedFeeds, storedSchedule } from '../../support/worker/stored';
import { world } from '../../support/worker/world';

const services = ['olie', 'b3os', 'zaia'] as const;

/** All three services are connected, and the organization has set this, before the background starts. */
async function managedWorld(set: Record<string, unknown>) {
  const made = await world({ services });
  await fakeBrowser.storage.managed.set(set);
  await runBackground();
  await remembered();
  return made;
}
const asked = ({ olie, b3os, zaia }: Awaited<ReturnType<typeof world>>) =>
  [olie, b3os, zaia].map(({ requests }) => requests.length > 0);
const kinds = (rows: { kind: string }[]) => rows.map(({ kind }) => kind);

test('hidden services are not asked and not known, and stay connected', async () => {
  const here = await managedWorld({ hiddenServices: ['b3os', 'zaia'] });
  expect(asked(here)).toEqual([true, false, false]);
  expect(kinds(Object.values(await storedFeeds()))).toEqual(['olie']);
  expect(kinds(await storedConnections())).toEqual(['olie', 'b3os', 'zaia']);
});

test('a connection to another address than the locked one is not asked, and stays stored', async () => {
  const addresses = { olie: 'https://api.company.example' };
  const here = await managedWorld({ addresses, addressesLocked: true });
  expect(asked(here)).toEqual([false, true, true]);
  expect(kinds(await storedConnections())).toEqual(['olie', 'b3os', 'zaia']);
});

test('a locked address where it is connected changes nothing', async () => {
  const here = await world({ services: ['olie'] });
  const set = { addresses: { olie: here.olie.url }, addressesLocked: true };
  await fakeBrowser.storage.managed.set(set);
  await runBackground();
  expect(asked(here)).toEqual([true, false, false]);
});

describe('a page that still shows what is forbidden', () => {
  test('gets no detail of it', async () => {
    const here = await managedWorld({ hiddenServices: ['zaia'] });
    const detail = { connectionId: 'zaia', what: 'nesting', argument: 'run_1' };
    const reply = await runCommand({ kind: 'detail', ...detail });
    expect(reply).toEqual({ failure: failure('permission'), data: null });
    expect(here.zaia.requests).toEqual([]);
  });

  test('tests no connection to it', async () => {
    const addresses = { olie: 'https://api.company.example' };
    const here = await managedWorld({ addresses, addressesLocked: true });
    const reply = await runCommand({ kind: 'test', connection: olieConnection(here.olie) });
    expect(reply).toEqual({ failure: failure('permission'), summary: '' });
    expect(here.olie.requests).toEqual([]);
  });
});

test('what the organization lets go is asked at once', async () => {
  const here = await managedWorld({ hiddenServices: ['zaia'] });
  expect(asked(here)).toEqual([true, true, false]);
  await roundAfter(() => fakeBrowser.storage.managed.clear());
  await vi.waitFor(() => expect(asked(here)).toEqual([true, true, true]));
});

test('the interval and the badge are those of the organization', async () => {
  await managedWorld({ refreshEveryS: 300, badgeShows: 'nothing' });
  const { askedAtMs, dueAtMs } = await storedSchedule();
  // A tenth earlier, for the alarm comes by the minute.
  expect(Number(dueAtMs) - Number(askedAtMs)).toBe(270_000);
  expect((await shownBadge()).text).toBe('');
});

test('without a history nothing is written, and no file is imported', async () => {
  await managedWorld({ historyOff: true });
  expect(await countHistory()).toEqual({ days: 0, sessions: 0 });
  const records = { days: [], sessions: [] };
  const reply = await runCommand({ kind: 'import-history', persons: [], records });
  expect(reply).toEqual({ failure: failure('refused') });
});

test('the history is written where nothing is set', async () => {
  await managedWorld({});
  expect(await countHistory()).toEqual({ days: 1, sessions: 3 });
});

test('a browser that knows of no organization is no fault', async () => {
  const said = vi.spyOn(console, 'error');
  const here = await world({ services });
  const get = vi.spyOn(fakeBrowser.storage.managed, 'get');
  get.mockRejectedValue(new Error('Managed storage manifest not found'));
  await runBackground();
  expect(get).toHaveBeenCalled();
  expect(asked(here)).toEqual([true, true, true]);
  expect(said).not.toHaveBeenCalled();
});

describe('a browser that tells the policy late', () => {
  /** The background starts, and the browser tells when `tell` is called. */
  async function lateWorld(set: Record<string, unknown>) {
    const made = await world({ services, started: true });
    goOn(10 * 60_000);
    await fakeBrowser.action.setBadgeText({ text: '' });
    const count = made.requests();
    let tell = () => {};
    const telling = new Promise((resolve) => {
      tell = () => resolve(set);
    });
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(telling as never);
    forgetListeners();
    vi.resetModules();
    const { default: background } = await import('../../../entrypoints/background/index');
    background.main();
    fakeBrowser.runtime.onStartup.trigger();
    return { made, tell, asked: () => made.requests() - count };
  }

  test('has its badge at once, and asks nobody before', async () => {
    const { made, tell, asked: count } = await lateWorld({ hiddenServices: ['b3os', 'zaia'] });
    await expect.poll(async () => (await shownBadge()).text).toBe('47m');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(count()).toBe(0);
    tell();
    await vi.waitFor(() => expect(count()).toBe(1));
    expect(made.b3os.requests.length + made.zaia.requests.length).toBe(2);
  });
});
