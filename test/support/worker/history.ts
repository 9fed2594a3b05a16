import { expect } from 'vitest';
import { remembered } from '../../../entrypoints/background/remember.ts';
import { openHistory } from '../../../lib/browser/history-db.ts';
import { loadAllRecords, loadPersons } from '../../../lib/browser/history-storage.ts';
import { datesBetween } from '../../../lib/core/history/calendar.ts';
import { type HistoryDay, historyDays } from '../../../lib/core/history/days.ts';
import { SAO_PAULO } from '../examples/example-history.ts';
import { serverNowMs } from './clock.ts';

/** The days of the history as they are stored, of the person that was told of last. */
export async function storedDays(from: string, to: string): Promise<HistoryDay[]> {
  await remembered();
  const [person] = await loadPersons();
  if (person === undefined) return [];
  const records = await loadAllRecords(person.id);
  return historyDays(datesBetween(from, to), records, SAO_PAULO, serverNowMs());
}

/** A day with the moment until which the service had counted it. */
export interface KeptDay extends HistoryDay {
  answeredAtMs: number;
}

/** The days of the only person, as they are stored by workers that have their own modules. */
export async function keptDays(dates: string[]): Promise<KeptDay[]> {
  const persons = await loadPersons();
  expect(persons).toHaveLength(1);
  const records = await loadAllRecords(persons[0]?.id ?? '');
  const days = historyDays(dates, records, SAO_PAULO, serverNowMs());
  return days.map((day) => {
    const record = records.days.find(({ date }) => date === day.date);
    return { ...day, answeredAtMs: record?.answeredAtMs ?? day.startMs };
  });
}

/**
 * Remembers what is in the history.
 *
 * @returns puts all of that back in place of what was written since; can be called again and again
 */
export async function keepHistory(): Promise<() => Promise<void>> {
  const db = await openHistory();
  const stores = ['persons', 'days', 'sessions'] as const;
  const kept = await Promise.all(stores.map((store) => db.getAll(store)));
  return async () => {
    const tx = db.transaction(stores, 'readwrite');
    for (const [index, store] of stores.entries()) {
      await tx.objectStore(store).clear();
      for (const row of kept[index] ?? []) await tx.objectStore(store).put(row);
    }
    await tx.done;
  };
}

/**
 * Keeps everybody from the database, as a page does whose transaction does not end.
 *
 * @returns lets them in
 */
export async function holdHistory(): Promise<() => void> {
  const db = await openHistory();
  const tx = db.transaction(['persons', 'days', 'sessions', 'absences'], 'readwrite');
  let isHeld = true;
  const hold = async () => {
    while (isHeld) await tx.objectStore('persons').count();
  };
  hold();
  return () => {
    isHeld = false;
  };
}
