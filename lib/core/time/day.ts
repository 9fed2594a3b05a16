import { modulo } from './modulo';
import { fromWall, HOUR_MS, type Zone, zoneOffsetMs } from './time-zone';

/** What a day has if no summer time begins or ends in it. */
export const DAY_MS = 24 * HOUR_MS;
/** Civil time reaches from UTC-12 to UTC+14 (tz database, 2026). */
const LEAST_OFFSET_MS = -12 * HOUR_MS;
const LARGEST_OFFSET_MS = 14 * HOUR_MS;

/** A day of the user, from midnight to midnight. Times are epoch milliseconds on the server's clock. */
export interface Day {
  startMs: number;
  endMs: number;
  zone: Zone;
}

/** The day of a moment in a named zone. */
export function dayAt(atMs: number, timeZone: string): Day {
  const zone: Zone = { kind: 'named', timeZone };
  return dayFrom(startOfDay(zone, atMs), zone);
}

/** The day that begins at a midnight of the zone. */
export function dayFrom(startMs: number, zone: Zone): Day {
  return { startMs, endMs: fromWall(zone, wallStart(zone, startMs) + DAY_MS), zone };
}

/** The midnight that begins the day of a moment; the first moment of that date if the clock skips midnight. */
export function startOfDay(zone: Zone, atMs: number): number {
  return fromWall(zone, wallStart(zone, atMs));
}

/** The day's midnight on the wall clock of the zone, written as if that clock were UTC. */
function wallStart(zone: Zone, atMs: number): number {
  return Math.floor((atMs + zoneOffsetMs(zone, atMs)) / DAY_MS) * DAY_MS;
}

/**
 * A zone in which a day begins at that moment: the browser's if it does there, otherwise a fixed offset.
 * @param browserTimeZone the browser's, an IANA name
 */
export function zoneOfDay(startMs: number, browserTimeZone: string): Zone {
  const browser: Zone = { kind: 'named', timeZone: browserTimeZone };
  if (startOfDay(browser, startMs) === startMs) return browser;
  // Midnight at 11:00Z is UTC-11 or UTC+13: take the one nearer to where the browser is.
  const westernMs = -modulo(startMs, DAY_MS);
  const candidates = [westernMs, westernMs + DAY_MS].filter(
    (offsetMs) => offsetMs >= LEAST_OFFSET_MS && offsetMs <= LARGEST_OFFSET_MS,
  );
  const browserOffsetMs = zoneOffsetMs(browser, startMs);
  const distance = (offsetMs: number) => Math.abs(offsetMs - browserOffsetMs);
  const offsetMs = candidates.reduce((a, b) => (distance(a) <= distance(b) ? a : b));
  return { kind: 'fixed', offsetMs };
}

/** Where in the day a moment lies, from 0 to 1. Moments outside are drawn at the nearer end. */
export function fractionOfDay({ startMs, endMs }: Day, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - startMs) / (endMs - startMs)));
}

/** Where the wall clock's 0, 6, 12, 18 and 24 lie in the day: not evenly on days of 23 or 25 hours. */
export function hourMarks(day: Day): { hour: number; at: number }[] {
  const wallStartMs = wallStart(day.zone, day.startMs);
  return [0, 6, 12, 18, 24].map((hour) => ({
    hour,
    at: fractionOfDay(day, fromWall(day.zone, wallStartMs + hour * HOUR_MS)),
  }));
}
