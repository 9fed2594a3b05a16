import { DAY_MS, fromWall, midnightBefore, wallMidnight, type Zone } from './time-zone';

const HOUR_MS = 3_600_000;

/** The user's day as the service counts it. Times are epoch milliseconds on the server's clock. */
export interface Day {
  startMs: number;
  endMs: number;
  zone: Zone;
}

/** The browser's own day. */
export function dayAt(atMs: number, browserTimeZone: string): Day {
  const zone: Zone = { kind: 'named', timeZone: browserTimeZone };
  return dayFrom(midnightBefore(zone, atMs), zone);
}

/** The day that begins at a midnight of the zone. */
export function dayFrom(startMs: number, zone: Zone): Day {
  return { startMs, endMs: fromWall(zone, wallMidnight(zone, startMs) + DAY_MS), zone };
}

/** Where in the day a moment lies, from 0 to 1; moments outside are drawn at the nearer end. */
export function fractionOfDay({ startMs, endMs }: Day, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - startMs) / (endMs - startMs)));
}

/** Where the wall clock's 0, 6, 12, 18 and 24 lie in the day: not evenly on days of 23 or 25 hours. */
export function hourMarks(day: Day): { hour: number; at: number }[] {
  const wallStartMs = wallMidnight(day.zone, day.startMs);
  return [0, 6, 12, 18, 24].map((hour) => ({
    hour,
    at: fractionOfDay(day, fromWall(day.zone, wallStartMs + hour * HOUR_MS)),
  }));
}
