import { DAY_MS } from '../time/day';
import { fromWall, type Zone, zoneOffsetMs } from '../time/time-zone';

/** Calendar dates are `YYYY-MM-DD`, so that their order is that of the text. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function isDate(value: unknown): boolean {
  return typeof value === 'string' && DATE.test(value) && dateOf(wallMs(value)) === value;
}

/** The date of a moment on the zone's wall clock. */
export function dateIn(zone: Zone, atMs: number): string {
  return dateOf(atMs + zoneOffsetMs(zone, atMs));
}

/** The moment at which the date begins in the zone. */
export function startOfDate(date: string, zone: Zone): number {
  return fromWall(zone, wallMs(date));
}

export function addDays(date: string, days: number): string {
  return dateOf(wallMs(date) + days * DAY_MS);
}

/** The first of the month so many months later. */
export function addMonths(date: string, months: number): string {
  const first = new Date(wallMs(date));
  return dateOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1));
}

/** All dates from one to another, both included. */
export function datesBetween(from: string, to: string): string[] {
  const count = daysFrom(from, to) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index));
}

/** How many days later the second date is; negative if it is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((wallMs(to) - wallMs(from)) / DAY_MS);
}

/** @returns 1 for Monday to 7 for Sunday, as `Intl.Locale` counts */
export function weekday(date: string): number {
  return new Date(wallMs(date)).getUTCDay() || 7;
}

/** @param firstDay of the week, 1 for Monday to 7 for Sunday */
export function startOfWeek(date: string, firstDay: number): string {
  return addDays(date, -((weekday(date) - firstDay + 7) % 7));
}

/** The midnight that begins the date on a clock in UTC: what formats take. */
export function wallMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOf(atWallMs: number): string {
  return Number.isFinite(atWallMs) ? new Date(atWallMs).toISOString().slice(0, 10) : '';
}
