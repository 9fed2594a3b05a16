/**
 * The zone in which times of day are shown: the browser's, which knows about summer time, or a fixed offset if the
 * service's day begins at another moment than the browser's (day.ts).
 */
export type Zone = { kind: 'named'; timeZone: string } | { kind: 'fixed'; offsetMs: number };

export const HOUR_MS = 3_600_000;

/** Making a format takes 0.15 ms, using it 0.006. A popup uses one 70 times (BENCH.md). */
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

/**
 * The moment at which the zone's wall clock shows `wallMs` (written as if that clock were UTC). If the clock skips it,
 * the first moment after the gap.
 */
export function fromWall(zone: Zone, wallMs: number): number {
  const guessMs = wallMs - zoneOffsetMs(zone, wallMs);
  const momentMs = wallMs - zoneOffsetMs(zone, guessMs);
  const isShown = momentMs + zoneOffsetMs(zone, momentMs) === wallMs;
  return isShown ? momentMs : Math.max(guessMs, momentMs);
}
