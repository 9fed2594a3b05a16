import { fromWall } from '../core/time/time-zone';

const YEAR_10000_MS = 253_402_300_800_000;
/** A service has one zone, or a few. Each more takes 0.15 ms and stays in memory. */
const MOST_ZONES = 20;

/** Seconds, milli-, micro- or nanoseconds since 1970: the number of digits tells which, until the year 2286. */
const EPOCH = /^(\d{9,10}(?:\d{3}){0,3})(?:\.(\d*))?$/;
/** ISO 8601 with or without its marks, and what databases, PHP, Go, Java and Ruby make of it. */
const CALENDAR =
  /^([1-9]\d{3})[-/]?(\d\d)[-/]?(\d\d)(?:[t ]?([01]\d|2[0-4])(?::?([0-5]\d)(?::?([0-5]\d|60)(?:[.,](\d+))?)?)?)?(?: ?([a-z+\-\u2212].*))?$/i;
/**
 * "Fri, 13 Mar 2026 20:39:59 GMT" in HTTP and mail, "Fri Mar 13 2026 17:39:59 GMT-0300 (-03)" in JavaScript, "Fri Mar  3
 * 20:39:59 UTC 2026" in C, Go, Java and Ruby.
 */
const NAMED =
  /^(?:[a-z]{3,9},? )?(?:(\d\d?)[ -])?([a-z]{3})(?: +(\d\d?))?(?:[ -](\d{4}))? (.*?)(?: (2\d{3}))?$/i;
/** Behind the offset may be more: Go and Java add a name, JavaScript a comment. */
const OFFSET = /^(?:z|utc|gmt|)(?:([+\-\u2212])([01]?\d):?([0-5]\d)?)?(?=[ [(]|$)/i;

/**
 * Reads a moment in any spelling that a service may choose; without a zone it is UTC. Not by `Date.parse`: that takes "0"
 * for the year 2000 and 30 February for 2 March, and differs between browsers.
 * @returns epoch milliseconds between 1970 and 9999 (`Intl` fails far from there), or null. Zero is null, too: programs
 * mean "never" by it
 */
export function readMoment(said: string): number | null {
  const text = said.trim();
  const [, whole = '', fraction = ''] = EPOCH.exec(text) ?? [];
  const atMs = whole
    ? // Not by multiplying: 1773434399.123 times 1000 may be a little less.
      Number(`${whole}${fraction}000`.slice(0, whole.length % 3 === 1 ? 13 : 12))
    : fromCalendar(text.replace(NAMED, inNumbers));
  return atMs > 0 && atMs < YEAR_10000_MS ? atMs : null;
}

/** The same with numbers. A name that is no month gives a number that is no month either. */
function inNumbers(_: string, ...parts: string[]): string {
  const [day, month = '', otherDay = '', year, time, lastYear] = parts;
  const number = String('JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3 + 1);
  return `${year || lastYear}-${number.padStart(2, '0')}-${(day || otherDay).padStart(2, '0')} ${time}`;
}

function fromCalendar(text: string): number {
  const [, year = 0, month = 0, day = 0, ...time] = CALENDAR.exec(text) ?? [];
  const [hour = 0, minute = 0, second = 0, fraction = '', zone = ''] = time;
  const date = new Date(Date.UTC(+year, +month - 1, +day));
  // The 30th of February is in March, and the 13th month is January.
  if (date.getUTCMonth() + 1 !== +month) return NaN;
  // 24:00 is the day's end, and 60 a leap second.
  const wallMs = date.getTime() + ((+hour * 60 + +minute) * 60 + +second) * 1000;
  return inZone(wallMs, zone) + Number(`${fraction}000`.slice(0, 3));
}

/** Chromium takes these for other zones than people do: ART for Cairo's, not Argentina's. Firefox knows none of them. */
const AMBIGUOUS = /^(A[CEGRS]|B[ES]|C[ANST]|E[AC]|I[ES]|JS|MI|N[ES]|P[LNRS]|[SV]S)T$/i;
/** Whether each name is that of a zone. */
const zones = new Map<string, boolean>();

function inZone(wallMs: number, zone: string): number {
  const offset = OFFSET.exec(zone);
  if (offset) {
    const [, sign, hours = 0, minutes = 0] = offset;
    return wallMs + (+hours * 60 + +minutes) * (sign === '+' ? -60_000 : 60_000);
  }
  if (AMBIGUOUS.test(zone)) return NaN;
  try {
    // Before it is known to be one: names that are none cost as much.
    if (zones.size < MOST_ZONES && !zones.has(zone)) zones.set(zone, true);
    return zones.get(zone) ? fromWall({ kind: 'named', timeZone: zone }, wallMs) : NaN;
  } catch {
    zones.set(zone, false);
    return NaN;
  }
}
