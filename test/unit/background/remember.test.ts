import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh';
import { remembered } from '../../../entrypoints/background/remember';
import { loadHistoryMark } from '../../../lib/browser/history-mark';
import { loadFirstDate, loadPersons, saveImported } from '../../../lib/browser/history-storage';
import { savePreferences } from '../../../lib/browser/preferences-storage';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences';
import { PERSON, session, told } from '../../support/examples/example-history';
import { olieConnection } from '../../support/stand-ins/connections';
import type { StandInOlie } from '../../support/stand-ins/olie';
import { BEGIN_MS, goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedDays } from '../../support/worker/history';
import { connect, world } from '../../support/worker/world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MIDNIGHT_MS = Date.parse('2026-03-14T03:00:00Z');

/** The documented day at 18:17:54, connected and asked once. */
async function evening() {
  const made = await world({ services: ['olie'], started: true });
  await remembered();
  return made;
}

/** The stand-in answers as documented. */
function answerOf(olie: StandInOlie) {
  return olie.answer() as { current_execution: object; recent_executions: { user_id: string }[] };
}

/** How often the history was written by what `act` does. */
async function writesOf(act: () => Promise<unknown>): Promise<number> {
  const written = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await act();
  await remembered();
  const { calls } = written.mock;
  written.mockRestore();
  return calls.length;
}

async function askAfter(ms: number) {
  goOn(ms);
  await refresh('user');
  await remembered();
}

test('the first answer is in the history, with whom it is of', async () => {
  const { olie } = await evening();
  expect(await loadPersons()).toEqual([
    {
      id: `${olie.url} ${answerOf(olie).recent_executions[0]?.user_id}`,
      name: 'Test User',
      connectionId: olieConnection(olie).id,
      seenAtMs: BEGIN_MS,
    },
  ]);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday).toMatchObject({ totalS: 38_140, idleS: 27_734, isUnknown: false });
  expect(friday?.parts.map(({ session: { isRunning }, seconds }) => [isRunning, seconds])).toEqual([
    [true, 2275],
    [false, 16_701],
    [false, 19_164],
  ]);
});

test('a round in which nothing but time is new writes nothing for five minutes', async () => {
  await evening();
  expect(await writesOf(() => askAfter(4 * MINUTE_MS))).toBe(0);
  expect(await writesOf(() => askAfter(2 * MINUTE_MS))).toBe(1);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(38_140 + 360);
});

test('what is new is written at once, in one transaction', async () => {
  const { olie } = await evening();
  goOn(MINUTE_MS);
  olie.stop();
  expect(await writesOf(() => refresh('user'))).toBe(1);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(38_200);
  expect(friday?.parts.some((part) => part.session.isRunning)).toBe(false);
});

test('a session that was deleted in Olie goes', async () => {
  const { olie } = await evening();
  const [kept] = answerOf(olie).recent_executions;
  const totalS = 38_140 - 19_164 + 60;
  olie.set({ recent_executions: [kept], total_time: totalS, idle_time: 65_934 - totalS });
  await askAfter(MINUTE_MS);
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  expect(friday?.totalS).toBe(totalS);
  expect(friday?.parts).toHaveLength(2);
});

test('at midnight the day that ends is kept to its last answer, and the next begins', async () => {
  const { olie } = await evening();
  goOn(MIDNIGHT_MS - BEGIN_MS - 90_000);
  await refresh('user');
  await remembered();
  await askAfter(60_000);
  goOn(60_000);
  olie.startDay(MIDNIGHT_MS);
  await refresh('user');
  const [friday, saturday] = await storedDays('2026-03-13', '2026-03-14');
  const restS = (MIDNIGHT_MS - BEGIN_MS) / 1000;
  expect(friday).toMatchObject({ totalS: 38_140 + restS, isPartial: false });
  expect(saturday).toMatchObject({ totalS: 30, isPartial: false });
});

test('of what stopped unseen at midnight, all that was confirmed before counts', async () => {
  const { olie } = await evening();
  goOn(MIDNIGHT_MS - BEGIN_MS - 90_000);
  await refresh('user');
  await remembered();
  expect(await writesOf(() => askAfter(60_000))).toBe(0);
  goOn(60_000);
  olie.set({ current_execution: null, recent_executions: [], total_time: 0, idle_time: 30 });
  await refresh('user');
  const [friday] = await storedDays('2026-03-13', '2026-03-13');
  const countedS = (MIDNIGHT_MS - BEGIN_MS) / 1000 - 30;
  expect(friday).toMatchObject({ totalS: 38_140 + countedS, isPartial: false });
});

test('another account at the same address has a history of its own', async () => {
  const { olie } = await evening();
  const other = (row: object) => ({ ...row, user_id: 'u-2', user: { id: 'u-2', name: 'Other' } });
  const { recent_executions: rows, current_execution: running } = answerOf(olie);
  olie.set({ recent_executions: rows.map(other), current_execution: other(running) });
  await connect([{ ...olieConnection(olie), id: 'another' }]);
  await refresh('user');
  await remembered();
  expect(
    (await loadPersons()).map(({ name, connectionId }) => [name, connectionId]).sort(),
  ).toEqual([
    ['Other', 'another'],
    ['Test User', olieConnection(olie).id],
  ]);
});

test('an answer that names nobody is of whom the connection told before', async () => {
  const { olie } = await evening();
  olie.set({ current_execution: null, recent_executions: [], total_time: 0, idle_time: 65_934 });
  await askAfter(MINUTE_MS);
  expect(await loadPersons()).toHaveLength(1);
  expect((await storedDays('2026-03-13', '2026-03-13'))[0]).toMatchObject({ totalS: 0, parts: [] });
});

test('days that are older than wanted go, and so do their sessions', async () => {
  const { olie } = await evening();
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
  await savePreferences({ ...DEFAULT_PREFERENCES, historyMonths: 3 });
  await askAfter(6 * MINUTE_MS);
  expect(await loadFirstDate(id)).toBe('2025-12-20');
  expect(PERSON).not.toBe(id);
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
    const { olie } = await evening();
    expect((await shownBadge()).text).not.toBe('');
    expect(await loadHistoryMark()).toMatchObject({ problem: 'QuotaExceededError: full' });
    expect(error).toHaveBeenCalled();
    put.mockRestore();
    await askAfter(MINUTE_MS);
    expect(await loadHistoryMark()).toMatchObject({ problem: null });
    expect((await loadPersons())[0]?.id).toContain(olie.url);
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
