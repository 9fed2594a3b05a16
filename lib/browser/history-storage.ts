import { addDays } from '../core/history/calendar';
import { mergedDay, mergedSession } from '../core/history/merge';
import { readable } from '../core/history/readable';
import {
  dayRecordSchema,
  lastTold,
  type Person,
  personIdOf,
  personSchema,
  type Records,
  sessionRecordSchema,
} from '../core/history/records';
import { datesOf, openHistory, type Writing, writeHistory } from './history-db';

/** A timer that was forgotten for longer is cut in the days that are read. */
const LONGEST_SESSION_DAYS = 31;
/** After every date. */
const AFTER_ALL = '\uffff';

/** Who was told of, the last one first. */
export async function loadPersons(): Promise<Person[]> {
  const rows = await (await openHistory()).getAll('persons');
  return readable(personSchema, rows).sort((a, b) => b.seenAtMs - a.seenAtMs);
}

/**
 * What is known of some days.
 * @param from the first date
 * @param to the last date
 * @returns these days with some before and after them, and all sessions that may lie in them
 */
export async function loadRecords(personId: string, from: string, to: string): Promise<Records> {
  const tx = (await openHistory()).transaction(['days', 'sessions']);
  // The day on which a session ended says whether it was deleted.
  const last = addDays(to, LONGEST_SESSION_DAYS);
  const [days, sessions] = await Promise.all([
    tx.objectStore('days').getAll(datesOf(personId, addDays(from, -1), last)),
    tx
      .objectStore('sessions')
      .index('byDate')
      .getAll(datesOf(personId, from, last)),
  ]);
  return {
    days: readable(dayRecordSchema, days),
    sessions: readable(sessionRecordSchema, sessions),
  };
}

/** All that is known of a person. */
export async function loadAllRecords(personId: string): Promise<Records> {
  return loadRecords(personId, '0000-01-02', '9999-01-01');
}

/** The first date of which something is known; null if nothing is. */
export async function loadFirstDate(personId: string): Promise<string | null> {
  const db = await openHistory();
  const all = datesOf(personId, '', AFTER_ALL);
  const [day, session] = await Promise.all([
    db.getAllKeys('days', all, 1),
    db.getAllFromIndex('sessions', 'byDate', all, 1),
  ]);
  const dates = [day[0]?.[1], session[0]?.date].filter((date) => date !== undefined);
  return dates.sort()[0] ?? null;
}

/** Who told, and what. */
export interface Told {
  /** The API's: "https://api.olie.ai" */
  origin: string;
  connectionId: string;
  /** '' if the answer names nobody: it is of whom the connection told before. */
  userId: string;
  name: string;
  /** On the server's clock. */
  seenAtMs: number;
  /** Null if there is nothing to keep. @param isKnown the connection told of somebody before */
  records(personId: string, isKnown: boolean): Records | null;
  /** Dates before this one are forgotten; null for none. */
  keptFrom: string | null;
}

/**
 * Merges what was told into what is known, in one transaction.
 * @returns false if there was nothing to keep
 */
export async function saveTold(told: Told): Promise<boolean> {
  const { origin, connectionId, userId, name, seenAtMs, keptFrom } = told;
  let isSaved = false;
  await writeHistory(async (tx) => {
    const persons = readable(personSchema, await tx.objectStore('persons').getAll());
    const before = lastTold(persons, connectionId);
    const id = userId !== '' || before === undefined ? personIdOf(origin, userId) : before.id;
    const records = told.records(id, before !== undefined);
    if (records === null) return;
    isSaved = true;
    const known = persons.find((person) => person.id === id);
    const person = { ...known, id, name: name || known?.name || '', connectionId, seenAtMs };
    // Also if the known one says a later time: then a clock was ahead.
    await tx.objectStore('persons').put(person);
    await putRecords(tx, records);
    if (keptFrom === null) return;
    const until = addDays(keptFrom, -1);
    await Promise.all(persons.map((person) => deleteUntil(tx, person.id, until)));
  });
  return isSaved;
}

/**
 * Merges records from a file into what is known, in one transaction. Whom a connection of this browser told of stays known:
 * a file names those of another.
 */
export async function saveImported(persons: Person[], records: Records): Promise<void> {
  await writeHistory(async (tx) => {
    for (const person of persons) {
      const [known] = readable(personSchema, [await tx.objectStore('persons').get(person.id)]);
      // The newer one of the two is kept.
      if (known !== undefined && known.seenAtMs > person.seenAtMs) continue;
      const { connectionId } = known ?? person;
      await tx.objectStore('persons').put({ ...known, ...person, connectionId });
    }
    await putRecords(tx, records);
  });
}

async function putRecords(tx: Writing, records: Records): Promise<void> {
  const days = tx.objectStore('days');
  const sessions = tx.objectStore('sessions');
  await Promise.all([
    ...records.days.map(async (day) => {
      const [old] = readable(dayRecordSchema, [await days.get([day.personId, day.date])]);
      await days.put(old === undefined ? day : mergedDay(old, day));
    }),
    ...records.sessions.map(async (session) => {
      const stored = await sessions.get([session.personId, session.id]);
      const [old] = readable(sessionRecordSchema, [stored]);
      await sessions.put(old === undefined ? session : mergedSession(old, session));
    }),
  ]);
}

async function deleteUntil(tx: Writing, personId: string, until: string): Promise<void> {
  const dates = datesOf(personId, '', until);
  await tx.objectStore('days').delete(dates);
  // Of UTC: in some zones the last of them stay for a day longer.
  const absences = IDBKeyRange.bound([personId, 0], [personId, Date.parse(until)]);
  await tx.objectStore('absences').delete(absences);
  const sessions = tx.objectStore('sessions');
  const keys = await sessions.index('byDate').getAllKeys(dates);
  await Promise.all(keys.map((key) => sessions.delete(key)));
}

/** Deletes all that is known of everybody. */
export async function deleteHistory(): Promise<void> {
  await writeHistory(async (tx) => {
    for (const name of tx.objectStoreNames) await tx.objectStore(name).clear();
  });
}

/**
 * How much there is, of everybody.
 * @param before only what is of an earlier date. Left out: all
 */
export async function countHistory(before?: string): Promise<{ days: number; sessions: number }> {
  const db = await openHistory();
  if (before === undefined) {
    const [days, sessions] = await Promise.all([db.count('days'), db.count('sessions')]);
    return { days, sessions };
  }
  const ids = await db.getAllKeys('persons');
  const earlier = ids.map((id) => datesOf(id, '', addDays(before, -1)));
  const counts = await Promise.all(
    earlier.map(async (dates) => ({
      days: await db.count('days', dates),
      sessions: await db.countFromIndex('sessions', 'byDate', dates),
    })),
  );
  return {
    days: counts.reduce((sum, { days }) => sum + days, 0),
    sessions: counts.reduce((sum, { sessions }) => sum + sessions, 0),
  };
}
