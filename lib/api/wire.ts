import * as z from '../core/zod';

// The pieces that answers are declared with. None fails: a missing or broken value becomes the empty one.

/** Larger numbers are broken. */
const LARGEST_SECONDS = 1e9;
const LARGEST_QUANTITY = 1e12;
const YEAR_10000_MS = 253_402_300_800_000;
/** 1 MB has room for 500,000 broken ones. */
const MOST_ROWS = 10_000;
/** They turn the text after them; in Chromium even beyond the `<bdi>` around them (UAX #9, BD9). */
const DIRECTION_CHARACTERS = /[\u202a-\u202e\u2066-\u2069]/g;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** A text or a number, as ids may be; else ''. */
export function text() {
  return z.transform((value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : '',
  );
}

/** A text, else null. */
export function textOrNull() {
  return z.transform((value: unknown) => (typeof value === 'string' ? plainText(value) : null));
}

/** An ISO 8601 time as epoch milliseconds, UTC if it has no zone. Null outside 1970 to 9999: `Intl` fails far from it. */
export function moment() {
  return z.transform((value: unknown) => {
    if (typeof value !== 'string') return null;
    const atMs = Date.parse(WITHOUT_ZONE.test(value) ? `${value.replace(' ', 'T')}Z` : value);
    return atMs >= 0 && atMs < YEAR_10000_MS ? atMs : null;
  });
}

/** Whole seconds, never negative, else null. */
export function seconds() {
  return z.transform((value: unknown) => {
    const whole = Math.floor(toNumber(value));
    return whole <= LARGEST_SECONDS ? Math.max(0, whole) : null;
  });
}

/** Whole seconds, which may be negative, else null. */
export function signedSeconds() {
  return z.transform((value: unknown) => {
    const whole = Math.floor(toNumber(value));
    return Math.abs(whole) <= LARGEST_SECONDS ? whole : null;
  });
}

/** An amount of credits or money, else 0. */
export function quantity() {
  return z.transform((value: unknown) => {
    const number = toNumber(value);
    return number > 0 && number <= LARGEST_QUANTITY ? number : 0;
  });
}

/** PHP and databases also send 1, "1" and "true". */
export function flag() {
  return z.transform(
    (value: unknown) => value === true || value === 1 || value === '1' || value === 'true',
  );
}

/** A nested object, else one with empty fields. */
export function part<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown => (isObject(value) ? value : {})),
    z.object(shape),
  );
}

/** A nested object, else null. */
export function partOrNull<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown => (isObject(value) ? value : null)),
    z.nullable(z.object(shape)),
  );
}

/** The objects among the first 10,000 rows of a list. */
export function rows<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown =>
      Array.isArray(value) ? value.slice(0, MOST_ROWS).filter(isObject) : [],
    ),
    z.array(z.object(shape)),
  );
}

/** A list of anything, else null. */
export function listOrNull() {
  return z.transform((value: unknown): unknown[] | null => (Array.isArray(value) ? value : null));
}

/** Right-to-left scripts do not need what is removed. */
export function plainText(value: string): string {
  return value.replace(DIRECTION_CHARACTERS, '');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number, also in a text as databases send decimals, else NaN. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
