import { modulo } from './modulo';
import {
  changesBetween,
  fromWall,
  HOUR_MS,
  LARGEST_OFFSET_MS,
  type Zone,
  zoneOffsetMs,
} from './time-zone';

/** What a day has if no summer time begins or ends in it. */
export const DAY_MS = 24 * HOUR_MS;
/** The western end of the zones where people live (Pago Pago). UTC-12 is at sea. */
const LEAST_OFFSET_MS = -11 * HOUR_MS;
/** How far from the browser a zone counts as near. */
const NEAR_MS = 3 * HOUR_MS;

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

/** True if a day of the zone begins at `startMs` and is not over at `atMs`. */
function hasDay(zone: Zone, startMs: number, atMs: number): boolean {
  return startOfDay(zone, startMs) === startMs && dayFrom(startMs, zone).endMs >= atMs;
}

/**
 * A zone in which a day begins at that moment: the browser's if it does there, otherwise the known one, otherwise one
 * whose clock changes in that day, for it has its own length and times of day. On most days there is none, and a fixed
 * offset says the same as any zone.
 * @param browserTimeZone the browser's, an IANA name
 * @param atMs a moment of that day. Default: its start
 * @param known where the user was found before
 */
export function zoneOfDay(
  startMs: number,
  browserTimeZone: string,
  atMs = startMs,
  known?: Zone,
): Zone {
  const browser: Zone = { kind: 'named', timeZone: browserTimeZone };
  const fits = (zone: Zone) => hasDay(zone, startMs, atMs);
  if (fits(browser)) return browser;
  if (known && fits(known)) return known;
  return changingZones(startMs).find(fits) ?? fixedZone(startMs, browser);
}

/** The day that begins at that moment, in the zone if a day begins there, otherwise with a fixed offset. */
export function dayNear(startMs: number, zone: Zone): Day {
  return dayFrom(startMs, hasDay(zone, startMs, startMs) ? zone : fixedZone(startMs, zone));
}

/**
 * The offset with which a day begins at that moment. Midnight at 11:00Z is UTC-11 or UTC+13: the eastern one has more
 * people, so the western one must be near to where the browser is. It is so at 10:00Z too. From 12:00Z on, and between
 * whole hours, there is nobody in the west.
 */
function fixedZone(startMs: number, near: Zone): Zone {
  const westernMs = 0 - modulo(startMs, DAY_MS);
  const easternMs = westernMs + DAY_MS;
  const isWestern =
    easternMs > LARGEST_OFFSET_MS ||
    (westernMs >= LEAST_OFFSET_MS &&
      westernMs % HOUR_MS === 0 &&
      Math.abs(westernMs - zoneOffsetMs(near, startMs)) <= NEAR_MS);
  return { kind: 'fixed', offsetMs: isWestern ? westernMs : easternMs };
}

/** Looking through all zones takes 0.1 s. What it finds never changes. */
const found = new Map<number, Zone[]>();

/**
 * The zones in which a day begins at that moment that has not 24 hours: one for each kind of day, that of most zones
 * first. On a day of 23 hours, Lisbon's comes before that of the station Troll in Antarctica, which has 22.
 */
function changingZones(startMs: number): Zone[] {
  const known = found.get(startMs);
  if (known) return known;
  const kinds = new Map<string, Zone[]>();
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    if (!changesBetween(timeZone, startMs - 1, startMs + DAY_MS + HOUR_MS)) continue;
    const zone: Zone = { kind: 'named', timeZone };
    const { endMs } = dayFrom(startMs, zone);
    if (endMs === startMs + DAY_MS || !hasDay(zone, startMs, startMs)) continue;
    const kind = `${endMs} ${zoneOffsetMs(zone, startMs)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), zone]);
  }
  const zones = [...kinds.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((alike) => alike.slice(0, 1));
  found.set(startMs, zones);
  return zones;
}

/** Where in the day a moment lies, from 0 to 1. Moments outside are drawn at the nearer end. */
export function fractionOfDay({ startMs, endMs }: Day, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - startMs) / (endMs - startMs)));
}

/**
 * Where the wall clock's 0, 6, 12, 18 and 24 lie in the day: not evenly on days of 23 or 25 hours. A flight to the east ends
 * a day early: the hours that it did not have are left out, and those too near to its end.
 */
export function hourMarks(day: Day): { hour: number; at: number }[] {
  const wallStartMs = wallStart(day.zone, day.startMs);
  return [0, 6, 12, 18, 24]
    .map((hour) => ({
      hour,
      at: fractionOfDay(day, fromWall(day.zone, wallStartMs + hour * HOUR_MS)),
    }))
    .filter(({ hour, at }) => hour === 24 || at < 0.9);
}
