/**
 * The zone in which times of day are shown: the browser's, which knows about summer time, or if the service's day begins at
 * another moment than the browser's, the one that day.ts finds: a fixed offset on most days.
 */
export type Zone = { kind: 'named'; timeZone: string } | { kind: 'fixed'; offsetMs: number };

export const HOUR_MS = 3_600_000;
/** Civil time reaches from UTC-12 to UTC+14 (tz database, 2026). */
const LEAST_OFFSET_MS = -12 * HOUR_MS;
export const LARGEST_OFFSET_MS = 14 * HOUR_MS;

/** Making a format takes 0.15 ms, using it 0.006. A popup uses one 70 times (BENCH.md). */
const formats = new Map<string, Intl.DateTimeFormat>();

function newFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function numericFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = newFormat(timeZone);
    formats.set(timeZone, format);
  }
  return format;
}

/** How far the zone's wall clock is ahead of UTC at that moment, in milliseconds. */
export function zoneOffsetMs(zone: Zone, atMs: number): number {
  return zone.kind === 'fixed' ? zone.offsetMs : offsetIn(numericFormat(zone.timeZone), atMs);
}

/**
 * True if the zone's clock is put forward or back between the two moments. Its format is not kept: whoever asks this asks
 * it of every zone there is.
 */
export function changesBetween(timeZone: string, fromMs: number, toMs: number): boolean {
  const format = newFormat(timeZone);
  return offsetIn(format, fromMs) !== offsetIn(format, toMs);
}

/** True if it is a zone that this browser knows. Stored ones may be of an older or newer browser. */
export function isZone(value: unknown): value is Zone {
  try {
    // Whatever it is: what is no zone has no name, throws, or has no offset of less than a day.
    const zone = value as Zone;
    if (zone.kind !== 'fixed' && typeof zone.timeZone !== 'string') return false;
    const offsetMs = zoneOffsetMs(zone, 0);
    return Number.isInteger(offsetMs) && Math.abs(offsetMs) < 24 * HOUR_MS;
  } catch {
    return false;
  }
}

function offsetIn(format: Intl.DateTimeFormat, atMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(atMs)) {
    part[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wholeSecondMs = Math.floor(atMs / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecondMs;
}

/**
 * The moment at which the zone's wall clock shows `wallMs` (written as if that clock were UTC): the first one if it shows
 * that twice. If the clock skips it, the moment of the change for a gap that begins there, as that of a skipped midnight
 * does.
 */
export function fromWall(zone: Zone, wallMs: number): number {
  // Wherever the zone is, the wall clock shows it between these two moments.
  const around = [wallMs - LARGEST_OFFSET_MS, wallMs - LEAST_OFFSET_MS];
  const [before = 0, after = 0] = around.map((atMs) => wallMs - zoneOffsetMs(zone, atMs));
  if (before === after) return before;
  const shown = [before, after].filter((atMs) => atMs + zoneOffsetMs(zone, atMs) === wallMs);
  return shown.length > 0 ? Math.min(...shown) : Math.max(before, after);
}
