import { isObject } from '../core/feeds/is-object';
import * as z from '../core/zod';
import { readMoment } from './moment';

// The pieces that answers are declared with. None fails: a missing or broken value becomes the empty one.

/** Larger numbers are broken. */
const LARGEST_SECONDS = 1e9;
const LARGEST_QUANTITY = 1e12;
/** 1 MB has room for 500,000 broken ones. */
const MOST_ROWS = 10_000;
/**
 * Marks that turn the direction of the text after them, in Chromium even beyond the `<bdi>` around them (UAX #9, BD9); and
 * halves of characters (lone surrogates), as a text that is cut may end with one.
 */
const NOT_SHOWN = /[\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;
/** Nobody reads more. A longer one would fill the storage, where `<` takes six bytes. */
const LONGEST_TEXT = 2_000;
/** What services put answers and lists into. */
const WRAPPERS = ['data', 'items', 'executions', 'execution'];
const MOST_LAYERS = 3;
/** How programs spell no and yes. PHP makes "" of false. A verdict may be a word. */
const NO = /^(0|f|false|n|no|off|error|fail|)$/i;
const YES = /^(1|t|true|y|yes|on)$/i;
/** What programs send for a missing id. */
const NO_ID = /^[\s(){}]*(null|none|[0-]*)[\s(){}]*$/i;

/** A text or a number, as ids may be; else ''. */
export function text() {
  return z.transform(readText);
}

/** The same of an id: '' also for what programs send in place of none. */
export function id() {
  return z.transform((value: unknown) => readText(value).replace(NO_ID, ''));
}

/** A text or a number as a text without the blanks around it, else ''. */
export function readText(value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? plainText(String(value)).trim() : '';
}

export function hasId(row: unknown): row is Record<string, unknown> {
  return isObject(row) && readText(row.id) !== '';
}

/** A text, else null. */
export function textOrNull() {
  return z.transform((value: unknown) => (typeof value === 'string' ? plainText(value) : null));
}

/** A moment in any spelling, also as an object, as epoch milliseconds, else null: see `readMoment`. */
export function moment() {
  return z.transform((value: unknown) =>
    readMoment(isObject(value) ? momentIn(value) : readText(value)),
  );
}

/** PHP has `{date, timezone}`, whose zone may be an object, too; MongoDB `{$date}`, Go `{Time, Valid}`, Firestore and protobuf whole seconds and a rest. */
function momentIn(value: Record<string, unknown>): string {
  const { date, $date, Time, seconds, _seconds, timezone } = value;
  // A zone that cannot be read gives no time: not that of UTC.
  const zone = isObject(timezone) ? (timezone.timezone ?? timezone.name) : (timezone ?? '');
  return `${readText(date ?? $date ?? Time ?? seconds ?? _seconds)} ${zone}`;
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

/** False unless it is set, in any spelling: see `readFlag`. */
export function flag() {
  return z.transform((value: unknown) => readFlag(value) === true);
}

/** A flag as PHP, databases and forms send it: 1, "1", "true", "yes"…; null if it is none. */
export function readFlag(value: unknown): boolean | null {
  if (typeof value === 'object') return null;
  const said = String(value).trim();
  if (YES.test(said)) return true;
  return NO.test(said) ? false : null;
}

/** A nested object, else one with empty fields. */
export function part<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown => toObject(value, shape) ?? {}),
    z.object(shape),
  );
}

/** A nested object, else null. */
export function partOrNull<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown => toObject(value, shape)),
    z.nullable(z.object(shape)),
  );
}

/** PHP's resources come as `{data: {…}}`, and a single row sometimes as `[{…}]`. */
function toObject(value: unknown, shape: object): unknown {
  const isIt = (one: unknown) => isObject(one) && Object.keys(shape).some((name) => name in one);
  const found = layers(first(value)).map(first);
  return found.find(isIt) ?? found.find(isObject) ?? null;
}

function first(value: unknown): unknown {
  if (Array.isArray(value)) return value[0] ?? value;
  if (!isKeyed(value)) return value;
  // Reads one value only: a hostile object may have 75,000.
  return value[String(Object.keys(value)[0])] ?? value;
}

/** PHP's list with gaps: no field of an answer has a digit in its name. */
function isKeyed(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Object.keys(value).every((name) => /\d/.test(name));
}

/** The objects among the first 10,000 rows of a list, in any form: see `toList`. */
export function rows<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown): unknown =>
      (toList(value) ?? []).slice(0, MOST_ROWS).filter(isObject),
    ),
    z.array(z.object(shape)),
  );
}

/**
 * The rows of a list, or null if there is none. It may be wrapped, as `{data: […]}`, and PHP sends an object with numbers
 * or ids as names if rows were taken out of it. Lists in a list are one: rows beside their number, or in groups. Of several
 * lists the first with rows.
 */
export function toList(...values: unknown[]): unknown[] | null {
  let empty: unknown[] | null = null;
  for (const layer of values.flatMap((value) => layers(value))) {
    const keyed = isKeyed(layer);
    const list = keyed ? Object.values(layer) : layer;
    if (!Array.isArray(list)) continue;
    if (list.length > 0) return Array.isArray(list[0]) ? list.flat() : list;
    // PHP makes [] of an empty object, not the other way round.
    if (!keyed) empty ??= list;
  }
  return empty;
}

/** The value and what it wraps, outermost first; undefined for what it does not. */
export function layers(value: unknown, depth = 0): unknown[] {
  if (depth === MOST_LAYERS || !isObject(value)) return [value];
  return [value, ...WRAPPERS.flatMap((name) => layers(value[name], depth + 1))];
}

/** The first 2,000 characters. Right-to-left scripts do not need what is removed. */
export function plainText(value: string): string {
  return value.slice(0, LONGEST_TEXT).replace(NOT_SHOWN, '');
}

/** A number, also in a text as databases send decimals, else NaN. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
