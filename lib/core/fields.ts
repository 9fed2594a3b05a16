/**
 * The fields of an object; null if the value is none. By hand: an answer may hold hundreds of thousands of rows, and
 * a schema takes some microseconds for each.
 */
export function fieldsOrNull(value: unknown): Record<string, unknown> | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  // An object has fields of any name and value; what it does not have is undefined.
  return isObject ? (value as Record<string, unknown>) : null;
}

/** The fields of an object; none where the value is none. */
export function fields(value: unknown): Record<string, unknown> {
  return fieldsOrNull(value) ?? {};
}

/** The year 10000 and some hours, in milliseconds since 1970; far below what `Date` holds. */
const LARGEST = 2.6e14;

/** A number as ours are: no moment, duration or amount is larger, and `Intl` fails on moments that are. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST;
}
