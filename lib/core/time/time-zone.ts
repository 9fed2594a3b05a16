/**
 * The zone in which times of day are shown. The service counts the day from the user's own midnight: where that is the
 * browser's midnight too, the browser's zone is used (it knows about summer time); elsewhere a fixed offset.
 */
export type Zone = { kind: 'named'; timeZone: string } | { kind: 'fixed'; offsetMs: number };

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Civil time reaches from UTC-12 to UTC+14 (tz database, 2026). */
const LEAST_OFFSET_MS = -12 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function numericFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** How far the zone's wall clock is ahead of UTC at that moment, in milliseconds. */
export function zoneOffsetMs(zone: Zone, atMs: number): number {
  if (zone.kind === 'fixed') return zone.offsetMs;
  const part: Record<string, number> = {};
  for (const { type, value } of numericFormat(zone.timeZone).formatToParts(atMs)) {
    part[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wholeSecondMs = Math.floor(atMs / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecondMs;
}

/** The midnight that begins the day of `atMs` in the zone; the first moment of that date where midnight is skipped. */
export function midnightBefore(zone: Zone, atMs: number): number {
  return fromWall(zone, wallMidnight(zone, atMs));
}

/** The day's midnight on the wall clock of the zone, written as if that clock were UTC. */
export function wallMidnight(zone: Zone, atMs: number): number {
  return Math.floor((atMs + zoneOffsetMs(zone, atMs)) / DAY_MS) * DAY_MS;
}

/**
 * The moment at which the zone's wall clock shows `wallMs` (written as if that clock were UTC). Where the clock skips
 * it, the first moment after the gap.
 */
export function fromWall(zone: Zone, wallMs: number): number {
  const guessMs = wallMs - zoneOffsetMs(zone, wallMs);
  const momentMs = wallMs - zoneOffsetMs(zone, guessMs);
  const isShown = momentMs + zoneOffsetMs(zone, momentMs) === wallMs;
  return isShown ? momentMs : Math.max(guessMs, momentMs);
}

/**
 * The zone in which `startOfDayMs` is midnight.
 * @param browserTimeZone IANA name, as the browser says it
 */
export function zoneOfDay(startOfDayMs: number, browserTimeZone: string): Zone {
  const browser: Zone = { kind: 'named', timeZone: browserTimeZone };
  if (midnightBefore(browser, startOfDayMs) === startOfDayMs) return browser;
  return fixedZoneOfDay(startOfDayMs, zoneOffsetMs(browser, startOfDayMs));
}

/**
 * The zone without summer time in which `startOfDayMs` is midnight.
 * @param browserOffsetMs how far the browser's wall clock is ahead of UTC then
 */
export function fixedZoneOfDay(startOfDayMs: number, browserOffsetMs: number): Zone {
  // Midnight at 11:00Z is UTC-11 or UTC+13: of the two, take the one nearer to where the browser is.
  // `%` takes the sign of what is divided: a day before 1970 would have no candidate.
  const westernMs = -(((startOfDayMs % DAY_MS) + DAY_MS) % DAY_MS);
  const candidates = [westernMs, westernMs + DAY_MS].filter(
    (offsetMs) => offsetMs >= LEAST_OFFSET_MS && offsetMs <= 14 * HOUR_MS,
  );
  const distance = (offsetMs: number) => Math.abs(offsetMs - browserOffsetMs);
  const offsetMs = candidates.reduce((a, b) => (distance(a) <= distance(b) ? a : b));
  return { kind: 'fixed', offsetMs };
}
