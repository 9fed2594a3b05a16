import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { DayRecord, Person, SessionRecord } from '../core/history/records';
import { orElseNow } from './or-else';

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
const OPENING_MS = 5000;
/** A write that takes longer never ends. A file of 23 MB took 17 s on a busy machine; the largest may have 50 MB. */
const WRITING_MS = 120_000;

/** Opened once a worker or page: opening takes longer than all else. */
let opened: Promise<Database> | null = null;
/** If the browser takes the database away again and again, pages read no more often. */
const AFTER_LOSS_MS = 1000;
/** What to call when the database was taken away. */
const losing = new Set<() => void>();

/** Rejects if the browser does not open it, or does not say within five seconds. */
export function openHistory(): Promise<Database> {
  opened ??= openInTime();
  return opened;
}

/** True if a newer version of ours has made the database: it stays as it is, and opens again after the next update. */
export function isOfNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

/**
 * Calls back a second after the database was taken away, with what was read: the browser closed it, or another page deletes it
 * or changes its version.
 * @returns stops it
 */
export function watchLoss(callback: () => void): () => void {
  losing.add(callback);
  return () => losing.delete(callback);
}

function openInTime(): Promise<Database> {
  const opening = open();
  return inTime(opening, OPENING_MS).catch((error) => {
    // It may still open, and would be in the way of the next try.
    forget(opening);
    throw error;
  });
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
    blocking: lose,
    terminated: lose,
  });
}

async function inTime<Value>(act: Promise<Value>, patienceMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('The history does not open, or does not end')),
      patienceMs,
    );
  });
  return Promise.race([act, isLate]).finally(() => clearTimeout(timer));
}

/** Closes it, and opens it anew next time. */
function forget(opening: Promise<Database> | null): void {
  opened = null;
  opening?.then((db) => db.close()).catch(() => undefined);
}

/** Another page deletes it or changes its version, or the browser closed it. */
function lose(): void {
  forget(opened);
  setTimeout(() => {
    for (const callback of losing) callback();
  }, AFTER_LOSS_MS);
}

/**
 * Writes in one transaction. Rejects if the browser did not take it, or does not end it within two minutes; nothing is
 * written then.
 */
export async function writeHistory(change: (tx: Writing) => Promise<void>): Promise<void> {
  const db = await openHistory();
  const tx = db.transaction([...db.objectStoreNames], 'readwrite');
  try {
    await inTime(Promise.all([change(tx), tx.done]), WRITING_MS);
  } catch (error) {
    // It may have ended by itself, which the browser reports by throwing.
    orElseNow(() => tx.abort(), undefined);
    forget(opened);
    throw error;
  }
}

/** The keys of a person's days, or sessions by date, both dates included. */
export function datesOf(personId: string, from: string, to: string): IDBKeyRange {
  return IDBKeyRange.bound([personId, from], [personId, to]);
}
