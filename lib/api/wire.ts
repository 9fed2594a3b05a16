import * as z from '../core/zod';

/*
 * The pieces that a service's answer is declared with. None of them fails: a value that is missing or broken becomes
 * the empty one, and costs no other field and no other row.
 */

/** More seconds than this, some 30 years, are a broken number. */
const LARGEST_SECONDS = 1e9;
/** More credits, or money for an hour, than this are broken too. */
const LARGEST_QUANTITY = 1e12;
const YEAR_10000_MS = 253_402_300_800_000;
/** No service sends as many; an answer of 1 MB has room for 500,000 broken ones. */
const MOST_ROWS = 10_000;
/**
 * Characters that change the direction of the text after them. In Chromium one that is not closed reaches beyond its
 * `<bdi>` (Unicode, UAX #9, BD9).
 */
const DIRECTION_CHARACTERS = /[\u202a-\u202e\u2066-\u2069]/g;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** A text, or a number, as ids may be either; '' if it is neither. */
export function text() {
  return z.transform((value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : '',
  );
}

/** A text; null if it is none. */
export function textOrNull() {
  return z.transform((value: unknown) => (typeof value === 'string' ? plainText(value) : null));
}

/**
 * A date and time in ISO 8601, as epoch milliseconds. Without a zone it is UTC. Null if it cannot be read or is not
 * within the years 1970 to 9999, since `Intl` fails on the ends of what `Date` holds.
 */
export function moment() {
  return z.transform((value: unknown) => {
    if (typeof value !== 'string') return null;
    // `Date` would take a time without a zone for the browser's.
    const atMs = Date.parse(WITHOUT_ZONE.test(value) ? `${value.replace(' ', 'T')}Z` : value);
    return atMs >= 0 && atMs < YEAR_10000_MS ? atMs : null;
  });
}

/** Whole seconds, never negative; null if there are none. */
export function seconds() {
  return z.transform((value: unknown) => {
    const whole = Math.floor(toNumber(value));
    return whole <= LARGEST_SECONDS ? Math.max(0, whole) : null;
  });
}

/** An amount of credits or money; 0 if there is none. */
export function quantity() {
  return z.transform((value: unknown) => {
    const number = toNumber(value);
    return number > 0 && number <= LARGEST_QUANTITY ? number : 0;
  });
}

/** True for `true`, 1, "1" and "true". */
export function flag() {
  return z.transform(
    (value: unknown) => value === true || value === 1 || value === '1' || value === 'true',
  );
}

/** A nested object; an empty one, each field of which is empty, if it is none. */
export function part<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown => (isObject(value) ? value : {})),
    z.object(shape),
  );
}

/** A nested object; null if it is none. */
export function partOrNull<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown => (isObject(value) ? value : null)),
    z.nullable(z.object(shape)),
  );
}

/** A list of objects; what is no object is left out. Of more than 10,000 rows the first 10,000 are looked at. */
export function rows<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown =>
      Array.isArray(value) ? value.slice(0, MOST_ROWS).filter(isObject) : [],
    ),
    z.array(z.object(shape)),
  );
}

/** A list of anything; null if it is none. */
export function listOrNull() {
  return z.transform((value: unknown): unknown[] | null => (Array.isArray(value) ? value : null));
}

/** The text without what would change the direction of others. Right-to-left scripts do not need it. */
export function plainText(value: string): string {
  return value.replace(DIRECTION_CHARACTERS, '');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number, or one in a text, as databases send decimals; NaN if it is neither. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
