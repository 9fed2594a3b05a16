/** Plants made-up days into the history that the extension keeps. Tests in browsers reach its database only through here. */
import type { Page } from 'puppeteer-core';
import { shownOf } from '../../../components/history/shown-of.ts';
import { addDays, datesBetween } from '../../../lib/core/history/calendar.ts';
import { createDates } from '../../../lib/core/history/dates.ts';
import { historyDays } from '../../../lib/core/history/days.ts';
import type { Period } from '../../../lib/core/history/period.ts';
import type { DayRecord, Records, Stretch } from '../../../lib/core/history/records.ts';
import type { Zone } from '../../../lib/core/time/time-zone.ts';
import { madeUpWeeks } from '../examples/made-up-weeks.ts';
import { until } from '../until.ts';
import { evaluateText } from './evaluate.ts';

export interface PlantedHistory {
  personId: string;
  /** What is told of today. */
  today: DayRecord;
  /** What was planted. */
  records: Records;
}

/**
 * Plants days before today, of the person whose timer is connected. A page that is open shows them after the next round.
 * @param page any page of the extension
 * @param makeUp the days before that date. Default: four weeks
 */
export async function plantHistory(
  page: Page,
  makeUp: (before: string, zone: Zone, personId: string) => Records = madeUpWeeks,
): Promise<PlantedHistory> {
  // The background writes today with the first answer.
  const today = await until(() => newestDay(page), 'today in the history');
  const { personId, date, zone } = today;
  const records = makeUp(date, zone, personId);
  await writeRows(page, { ...records });
  return { personId, today, records };
}

/** Plants when nobody was at the computer. A page that is opened after that shows it. */
export async function plantAbsences(
  page: Page,
  personId: string,
  absences: Stretch[],
): Promise<void> {
  await writeRows(page, { absences: absences.map((one) => ({ personId, ...one })) });
}

/** What the planted records come to, by the same arithmetic as the unit tests hold. */
export function shownOfPlanted(
  { records, today }: PlantedHistory,
  period: Period,
  project: string | null,
) {
  return shownOf({
    view: { period, project },
    today: today.date,
    dates: createDates('en-US'),
    records,
    absences: [],
    live: null,
    zone: today.zone,
    nowMs: today.answeredAtMs,
    preferences: {},
  });
}

/** The days of the four weeks before today. */
export function plantedDays({ records, today }: PlantedHistory) {
  const dates = datesBetween(addDays(today.date, -28), addDays(today.date, -1));
  return historyDays(dates, records, today.zone, today.answeredAtMs);
}

/** Writes rows over what is kept. @param rows of each store, by its name */
async function writeRows(page: Page, rows: Record<string, object[]>): Promise<void> {
  await evaluateText(
    page,
    `${OPEN}.then((db) => new Promise((resolve, reject) => {
      const rows = ${JSON.stringify(rows)};
      const tx = db.transaction(Object.keys(rows), 'readwrite');
      for (const name in rows) for (const row of rows[name]) tx.objectStore(name).put(row);
      tx.oncomplete = () => { db.close(); resolve(); };
      tx.onerror = () => reject(tx.error);
    }))`,
  );
}

/**
 * Keeps everybody else from the database, as a long import does.
 * @param page any page of the extension
 * @returns lets them in
 */
export async function holdHistory(page: Page): Promise<() => Promise<void>> {
  await evaluateText(
    page,
    `${OPEN}.then((db) => {
      const store = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('persons');
      let isHeld = true;
      globalThis.releaseHistory = () => { isHeld = false; };
      const hold = () => { store.count().onsuccess = () => { if (isHeld) hold(); else db.close(); }; };
      hold();
    })`,
  );
  return async () => {
    await evaluateText(page, 'globalThis.releaseHistory()');
  };
}

/** The last day that is kept; null if there is none yet. */
async function newestDay(page: Page): Promise<DayRecord | null> {
  const text = await evaluateText(
    page,
    `indexedDB.databases().then((all) => all.some(({ name }) => name === 'history') ? ${OPEN}.then((db) =>
      new Promise((resolve) => {
        const rows = db.transaction('days').objectStore('days').getAll();
        rows.onsuccess = () => { db.close(); resolve(JSON.stringify(rows.result.at(-1) ?? null)); };
      })) : 'null')`,
  );
  // The background has written it.
  return JSON.parse(String(text)) as DayRecord | null;
}

/** The database as it is: it never makes one. */
const OPEN = `new Promise((resolve, reject) => {
  const request = indexedDB.open('history');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  request.onupgradeneeded = () => request.transaction.abort();
})`;
