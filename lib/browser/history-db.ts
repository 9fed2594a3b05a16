import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { DayRecord, Person, SessionRecord } from '../core/history/records';

/**
 * The history, in IndexedDB. The background writes it, pages read it. Every function rejects if the browser does not let us:
 * the database is broken, full, or of a newer version.
 */
const NAME = 'history';
const VERSION = 1;

interface HistoryDb extends DBSchema {
  persons: { key: string; value: Person };
  days: { key: [string, string]; value: DayRecord };
  sessions: {
    key: [string, string];
    value: SessionRecord;
    indexes: { byDate: [string, string] };
  };
  /** When nobody was at the computer. */
  absences: { key: [string, number]; value: { personId: string; fromMs: number; toMs: number } };
}

type Database = IDBPDatabase<HistoryDb>;
export type Writing = IDBPTransaction<
  HistoryDb,
  ('persons' | 'days' | 'sessions' | 'absences')[],
  'readwrite'
>;

/** A database that does not open for so long waits for another window, or is broken. */
const PATIENCE_MS = 5000;

/** Opened once a worker or page: opening takes longer than all else. */
let opened: Promise<Database> | null = null;

/** Rejects if the browser does not open it, or does not say within five seconds. */
export function openHistory(): Promise<Database> {
  opened ??= inTime(open()).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** True if a newer version of ours has made the database: it stays as it is, and opens again after the next update. */
export function isOfNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

function open(): Promise<Database> {
  return openDB<HistoryDb>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('persons', { keyPath: 'id' });
      db.createObjectStore('days', { keyPath: ['personId', 'date'] });
      const sessions = db.createObjectStore('sessions', { keyPath: ['personId', 'id'] });
      sessions.createIndex('byDate', ['personId', 'date']);
      db.createObjectStore('absences', { keyPath: ['personId', 'fromMs'] });
    },
    // Another version of ours waits to change it, or the browser closed it: open it again next time.
    blocking: forget,
    terminated: forget,
  });
}

/** One that opens too late is closed: it would be in the way of the next try. */
async function inTime(opening: Promise<Database>): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  });
  const first = await Promise.race([opening, isLate]).finally(() => clearTimeout(timer));
  if (first !== 'late') return first;
  closeOnceOpen(opening);
  throw new Error('The history does not open');
}

function closeOnceOpen(opening: Promise<Database> | null): void {
  opening?.then((db) => db.close()).catch(() => undefined);
}

function forget(): void {
  closeOnceOpen(opened);
  opened = null;
}

/** Writes in one transaction. Rejects if the browser did not take it, and nothing is written then. */
export async function writeHistory(change: (tx: Writing) => Promise<void>): Promise<void> {
  const stores = ['persons', 'days', 'sessions', 'absences'] as const;
  const tx = (await openHistory()).transaction([...stores], 'readwrite');
  await Promise.all([change(tx), tx.done]);
}

/** The keys of a person's days, or sessions by date, both dates included. */
export function datesOf(personId: string, from: string, to: string): IDBKeyRange {
  return IDBKeyRange.bound([personId, from], [personId, to]);
}
