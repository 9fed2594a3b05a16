import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadHistoryMark } from '../../../lib/browser/history-mark';
import {
  countHistory,
  loadFirstDate,
  loadPersons,
  loadRecords,
  saveImported,
} from '../../../lib/browser/history-storage';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { historyDays } from '../../../lib/core/history/days';
import { mergedRecords } from '../../../lib/core/history/merge';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences';
import { PERSON, SAO_PAULO, session, told } from '../../support/examples/example-history';
import { olieConnection } from '../../support/stand-ins/connections';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedDays } from '../../support/worker/history';
import { answerOf, askAfter, rememberedEvening } from '../../support/worker/remembered-evening';
import { world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');

test('days that are older than wanted go, and so do their sessions', async () => {
  const { olie } = await rememberedEvening();
  const id = `${olie.url} ${answerOf(olie).recent_executions[0]?.user_id}`;
  const day = (date: string) => {
    const { days, sessions } = told(`${date} 23:59`, [
      session(date, `${date} 09:00`, `${date} 10:00`),
    ]);
    const own = <Row extends { personId: string }>(row: Row) => ({ ...row, personId: id });
    return { days: days.map(own), sessions: sessions.map(own) };
  };
  for (const date of ['2025-11-20', '2025-12-20']) await saveImported([], day(date));
  expect(await loadFirstDate(id)).toBe('2025-11-20');
  // What the options page says before it is chosen.
  expect(await countHistory('2025-12-01')).toEqual({ days: 1, sessions: 1 });
  await savePreferences({ ...DEFAULT_PREFERENCES, historyMonths: 3 });
  await askAfter(6 * MINUTE_MS);
  expect(await loadFirstDate(id)).toBe('2025-12-20');
  expect(PERSON).not.toBe(id);
});

test('of a choice that the browser does not tell, nothing is deleted', async () => {
  const { olie } = await rememberedEvening();
  const id = `${olie.url} ${answerOf(olie).recent_executions[0]?.user_id}`;
  const { days } = told('2019-11-20 23:59', []);
  await saveImported([], { days: days.map((row) => ({ ...row, personId: id })), sessions: [] });
  const refused = vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('refused'));
  vi.spyOn(console, 'error').mockReturnValue();
  await askAfter(6 * MINUTE_MS);
  refused.mockRestore();
  await savePreferences({ ...DEFAULT_PREFERENCES, historyMonths: 999 as never });
  await askAfter(6 * MINUTE_MS);
  expect(await loadFirstDate(id)).toBe('2019-11-20');
});

test('a deleted session is gone from each day that it went through', async () => {
  const long = session('l', '2026-03-10 20:00', '2026-03-13 08:00');
  const before = told('2026-03-13 09:00', [long]);
  const after = told('2026-03-13 10:00', []);
  await world();
  await saveImported([], mergedRecords(before, after));
  const { days, sessions } = await loadRecords(PERSON, '2026-03-11', '2026-03-11');
  expect(sessions).toHaveLength(1);
  expect(historyDays(['2026-03-11'], { days, sessions }, SAO_PAULO, BEGIN_MS)).toMatchObject([
    { parts: [], totalS: 0 },
  ]);
});

describe('a database that does not work costs no round', () => {
  function said() {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => error.mockRestore());
    return error;
  }

  test('refused: it is said, and tried again with the next round', async () => {
    const error = said();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { olie } = await rememberedEvening();
    expect((await shownBadge()).text).not.toBe('');
    expect(await loadHistoryMark()).toMatchObject({ problem: 'QuotaExceededError: full' });
    expect(error).toHaveBeenCalled();
    put.mockRestore();
    await askAfter(MINUTE_MS);
    expect(await loadHistoryMark()).toMatchObject({ problem: null });
    expect((await loadPersons())[0]?.id).toContain(olie.url);
  });

  test('refused at the end of a day: what it had then is in the history on the next, also after a restart', async () => {
    said();
    const { olie } = await rememberedEvening();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    olie.stop();
    await askAfter(MINUTE_MS);
    put.mockRestore();
    await fakeBrowser.storage.session.clear();
    olie.set({ current_execution: null, recent_executions: [], total_time: 0, idle_time: 60 });
    await askAfter(MIDNIGHT_MS - BEGIN_MS);
    const [friday] = await storedDays('2026-03-13', '2026-03-13');
    expect(friday?.parts.map(({ session: { isRunning } }) => isRunning)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('silent: rounds go on, and badge and requests are as ever', async () => {
    vi.doMock('idb', () => ({ openDB: () => new Promise(() => undefined) }));
    onTestFinished(() => vi.doUnmock('idb'));
    vi.resetModules();
    const { olie } = await world({ services: ['olie'], started: true });
    const fresh = await import('../../../entrypoints/background/refresh');
    const read = vi.spyOn(fakeBrowser.storage.session, 'get');
    for (let round = 0; round < 3; round += 1) {
      goOn(MINUTE_MS);
      await fresh.refresh('user');
    }
    expect(olie.requests).toHaveLength(4);
    expect((await shownBadge()).text).toBe('40m');
    // One write waits, and none behind it.
    expect(read.mock.calls.filter(([key]) => key === 'history')).toEqual([]);
  });
});

test('the days that 0.1.0 kept wait for an answer that tells whose they are', async () => {
  vi.resetModules();
  const { olie } = await world({ services: ['olie'] });
  const earlier = { connectionId: olieConnection(olie).id, days: [] };
  await fakeBrowser.storage.local.set({ earlier });
  olie.set({ current_execution: null, recent_executions: [], total_time: 0, idle_time: 65_874 });
  const { refresh: ask } = await import('../../../entrypoints/background/refresh');
  const { remembered: written } = await import('../../../entrypoints/background/remember');
  await ask('user');
  await written();
  expect(await fakeBrowser.storage.local.get('earlier')).toEqual({ earlier });
});

test('the days that 0.1.0 kept move in with the first answer, once, and nothing is lost', async () => {
  vi.resetModules();
  const { olie } = await world({ services: ['olie'] });
  const connectionId = olieConnection(olie).id;
  const day = (daysBefore: number) => {
    const startMs = MIDNIGHT_MS - (daysBefore + 1) * DAY_MS;
    const at = new Date(startMs).toISOString().slice(0, 10);
    return {
      startMs,
      answeredAtMs: startMs + DAY_MS / 2,
      sessions: [session(at, `${at} 09:00`, `${at} 10:00`)],
    };
  };
  const earlier = { connectionId, days: [day(1), day(2), day(4)] };
  await fakeBrowser.storage.local.set({ earlier });
  const { refresh: ask } = await import('../../../entrypoints/background/refresh');
  const { remembered: written } = await import('../../../entrypoints/background/remember');
  await ask('user');
  await written();
  const days = await storedDays('2026-03-09', '2026-03-13');
  expect(days.map(({ totalS }) => totalS)).toEqual([3600, 0, 3600, 3600, 38_140]);
  expect(await fakeBrowser.storage.local.get('earlier')).toEqual({});
});
