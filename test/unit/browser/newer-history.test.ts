import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { remembered } from '../../../entrypoints/background/remember';
import { saveAbsences } from '../../../lib/browser/absences-storage';
import { isOfNewer, openHistory } from '../../../lib/browser/history-db';
import { loadHistoryMark } from '../../../lib/browser/history-mark';
import { saveImported } from '../../../lib/browser/history-storage';
import { dayRecordSchema } from '../../../lib/core/history/records';
import { PERSON, session, told } from '../../support/examples/example-history';
import { goOn } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { openPage } from '../../support/worker/open-page';
import { world } from '../../support/worker/world';

const FULL_DAY = told('2026-03-12 23:59', [session('a', '2026-03-12 09:00', '2026-03-12 10:00')]);
const person = { id: PERSON, name: 'Ana', connectionId: 'c', seenAtMs: 5 };

describe('a database of a newer version', () => {
  /** Olie is connected, and a newer version has changed the database. */
  async function downgraded() {
    const made = await world({ services: ['olie'], started: true });
    await remembered();
    await openHistory();
    // Which closes ours.
    const newer = await openDB('history', 9, {
      upgrade: (db) => db.createObjectStore('later').put('kept', 1),
    });
    const days = await newer.count('days');
    newer.close();
    onTestFinished(async () => {
      const db = await openDB('history');
      const version = { version: db.version, later: await db.get('later', 1) };
      expect([version, await db.count('days')]).toEqual([{ version: 9, later: 'kept' }, days]);
      db.close();
      await forget();
    });
    vi.spyOn(console, 'error').mockReturnValue();
    return made;
  }

  /** The other tests begin without any. */
  async function forget() {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('history');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  }

  test('costs no round, and the mark says that nothing was written', async () => {
    const { olie } = await downgraded();
    const before = olie.requests.length;
    goOn(6 * 60_000);
    await refresh('user');
    await remembered();
    expect(olie.requests.length).toBe(before + 1);
    expect((await shownBadge()).text).toBe('43m');
    expect((await loadHistoryMark())?.problem).toContain('VersionError');
    await expect(openHistory()).rejects.toSatisfy(isOfNewer);
  });

  test('is told of in the options as what it is', async () => {
    await downgraded();
    const options = await openPage('options');
    await options.shows('A newer version of Olie Timer has kept the history.');
  });
});

describe('what only a newer version knows of a record stays', () => {
  /** Plants a field in all rows that are kept. */
  async function colour(db: Pick<IDBPDatabase, 'transaction'>): Promise<void> {
    const names = ['persons', 'days', 'sessions', 'absences'];
    const tx = db.transaction(names, 'readwrite');
    for (const name of names) {
      const store = tx.objectStore(name);
      for (const row of await store.getAll()) await store.put({ ...row, colour: 'red' });
    }
    await tx.done;
  }

  test('when the same is told again', async () => {
    await world();
    await saveImported([person], FULL_DAY);
    await saveAbsences('c', [{ fromMs: 1, toMs: 2 }]);
    // Its types know only our stores and fields.
    const db = (await openHistory()) as unknown as IDBPDatabase;
    await colour(db);
    const [day] = FULL_DAY.days.map((row) => dayRecordSchema.parse(row));
    const later = { ...person, seenAtMs: 9, name: 'Bia' };
    const again = told('2026-03-13 23:59', []).days.map((row) => ({
      ...row,
      date: day?.date ?? '',
    }));
    await saveImported([later], {
      days: again,
      sessions: FULL_DAY.sessions.map((row) => ({ ...row, seenAtMs: row.seenAtMs + 1 })),
    });
    await saveAbsences('c', [{ fromMs: 1, toMs: 3 }]);
    expect(await db.getAll('persons')).toEqual([{ ...later, colour: 'red' }]);
    expect(await db.getAll('days')).toMatchObject([
      { colour: 'red', answeredAtMs: again[0]?.answeredAtMs },
    ]);
    expect(await db.getAll('sessions')).toMatchObject([{ colour: 'red', id: 'a' }]);
    expect(await db.getAll('absences')).toMatchObject([{ colour: 'red', toMs: 3 }]);
  });
});
