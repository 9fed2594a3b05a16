/** What one HTTP exchange tells about the server's clock. Times are epoch milliseconds. */
interface ClockReading {
  /** Browser's clock when the request left. */
  sentMs: number;
  /** Browser's clock when the answer's headers came. */
  receivedMs: number;
  /** The `Date` header, or null if it is missing or unreadable. */
  dateMs: number | null;
  /** The `Age` header in seconds, 0 if there is none: how long a cache kept the answer. */
  ageS: number;
}

/** The name of one state of a document. It says nothing about a document of another address. */
export interface Etag {
  /** Where the document is, without secrets. */
  url: string;
  /** The `ETag` header. */
  value: string;
}

/** What one HTTP exchange tells beside its body. */
export interface Exchange extends ClockReading {
  /** Null if it has none. */
  etag: Etag | null;
}

/** A `Date` outside these years is no clock that somebody set. */
const PLAUSIBLE_FROM_MS = Date.UTC(2020, 0, 1);
const PLAUSIBLE_UNTIL_MS = Date.UTC(2100, 0, 1);
/** We ask past every cache: none keeps an answer for longer than a day. A longer `Age` counts as none. */
const LONGEST_AGE_S = 86_400;

/** The `Date` of the exchange if it can be believed, otherwise null. */
export function believableDateMs({ dateMs }: ClockReading): number | null {
  return dateMs !== null && dateMs >= PLAUSIBLE_FROM_MS && dateMs < PLAUSIBLE_UNTIL_MS
    ? dateMs
    : null;
}

/**
 * The moment for which an answer is true, on the server's clock: its `Date`, else the middle of the exchange.
 * @param offsetMs how far the server's clock is ahead of the browser's
 */
export function answeredMs(exchange: ClockReading, offsetMs: number): number {
  return believableDateMs(exchange) ?? middleMs(exchange) + offsetMs;
}

/** Moments are whole milliseconds: some are part of a name. */
function middleMs({ sentMs, receivedMs }: ClockReading): number {
  return Math.round((sentMs + receivedMs) / 2);
}

/**
 * How far the server's clock is ahead of the browser's, in milliseconds (RFC 9110 section 6.6.1, RFC 9111 section 5.1).
 *
 * The first answer gives `Date + Age - (sent + received) / 2`. `Date` has whole seconds, so the clock would jump by up to
 * a second at every refresh. So a known offset is kept while the new exchange allows it, and moved only as far as it
 * must.
 * @param knownMs the offset in use so far, or null before the first answer
 * @returns the known offset (0 if there is none) if the exchange has no believable `Date`
 */
export function serverOffsetMs(exchange: ClockReading, knownMs: number | null): number {
  const dateMs = believableDateMs(exchange);
  if (dateMs === null) return knownMs ?? 0;
  const { sentMs, receivedMs } = exchange;
  const ageS = exchange.ageS <= LONGEST_AGE_S ? exchange.ageS : 0;
  const serverMs = dateMs + ageS * 1000;
  if (knownMs === null) return serverMs - middleMs(exchange);
  // A `Date` in whole seconds stands for the second that follows it. So does `Age`.
  const resolutionMs = ageS > 0 ? 2000 : 1000;
  const least = serverMs - receivedMs;
  const most = serverMs + resolutionMs - sentMs;
  return Math.min(Math.max(Math.round(knownMs), least), most);
}
