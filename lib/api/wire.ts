/**
 * Values as services send them. What is missing or of another type becomes the empty value, and costs nothing else: one
 * bad field never loses the others, nor one bad row.
 */
/** More seconds than this (some 30 years) are a broken number, not a duration. */
const LARGEST_COUNT_S = 1e9;
/** More credits, or money for an hour, than this are broken too. */
const LARGEST_QUANTITY = 1e12;

/**
 * Characters that turn the text after them. An isolate that is opened and not closed swallows the end of the `<bdi>` around
 * it in Chromium, and turns what follows that too (Unicode, UAX #9, BD9).
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** `JSON.stringify` takes the square of the depth, and fails where that is more than the stack's. */
const DEEPEST = 100;
const YEAR_10000_MS = 253_402_300_800_000;
/** More rows than this fit into the largest answer only where there is nothing in them. */
const MOST_ROWS = 10_000;

/** The rows that can be read. */
export function rows<Row>(value: unknown, read: (row: unknown) => Row | null): Row[] {
  const found: Row[] = [];
  if (!Array.isArray(value)) return found;
  for (let index = 0; index < value.length && index < MOST_ROWS; index += 1) {
    const row = read(value[index]);
    if (row !== null) found.push(row);
  }
  return found;
}

/** The text without what would turn others. Right-to-left scripts need none of that. */
export function plain(value: string): string {
  return value.replace(TURNING, '');
}

/** A string, or a number where ids may be either; '' where neither. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? plain(String(value)) : '';
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? plain(value) : null;
}

/**
 * An ISO 8601 moment as epoch milliseconds, in UTC where it names no zone; null where there is none that `Date` can
 * read, and where it lies before 1970 or after 9999: such a year is broken, and `Intl` fails on the ends of what `Date`
 * holds.
 */
export function moment(value: unknown): number | null {
  const atMs = typeof value === 'string' ? utcMs(value) || Date.parse(inUtc(value)) : Number.NaN;
  return atMs >= 0 && atMs < YEAR_10000_MS ? atMs : null;
}

const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** A date and time without a zone is the service's, and services count in UTC: `Date` would read it as the browser's. */
function inUtc(text: string): string {
  return WITHOUT_ZONE.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}

/** The date that was read last, "2026-03-13T", and its midnight: the rows of an answer share few of them. */
let midnight = { date: '1970-01-01T', atMs: 0 };

/**
 * A moment as all three services write it, "2026-03-13T20:39:59Z" or with a fraction of three digits or more; null for
 * another way, NaN where there is no such date. `Date.parse` says the same and takes 6 ms instead of 2 for five thousand (CPU slowed four times).
 */
function utcMs(text: string): number | null {
  const last = text.length - 1;
  const hasFraction = last >= 23 && text[19] === '.';
  if (!(hasFraction || last === 19)) return null;
  if (text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[last] !== 'Z') return null;
  const hours = numberAt(text, 11, 13);
  const minutes = numberAt(text, 14, 16);
  const seconds = numberAt(text, 17, 19);
  const milliseconds = hasFraction ? numberAt(text, 20, 23) : 0;
  const isWhole = hours < 24 && minutes < 60 && seconds < 60 && numberAt(text, 20, last) >= 0;
  if (!isWhole) return null;
  if (!text.startsWith(midnight.date)) {
    const date = text.slice(0, 11);
    midnight = { date, atMs: Date.parse(`${date}00:00Z`) };
  }
  return midnight.atMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}

/** The number that stands from a place to before another; NaN where anything else does. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Whole seconds, not negative; null where there are none. */
export function count(value: unknown): number | null {
  const seconds = Math.floor(numeric(value));
  return seconds <= LARGEST_COUNT_S ? Math.max(0, seconds) : null;
}

/** A number that is not negative; 0 where there is none. */
export function quantity(value: unknown): number {
  const number = numeric(value);
  return number > 0 && number <= LARGEST_QUANTITY ? number : 0;
}

/** For display: a text as it is, anything else as JSON. */
export function display(value: unknown): string {
  if (typeof value === 'string') return plain(value);
  return isTooDeep(value) ? '…' : plain(JSON.stringify(value));
}

/** No recursion: whoever answers decides how deep it is. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' ? Object.values(one ?? {}) : []));
  }
  return level.length > 0;
}

/** `true`, also as 1, "1" or "true". */
export function flag(value: unknown): boolean {
  return value === true || ['1', 'true'].includes(text(value));
}

/** A number, or one in a string as databases send decimals; NaN where neither. */
function numeric(value: unknown): number {
  if (typeof value === 'number') return value;
  const digits = text(value).trim();
  return digits === '' ? Number.NaN : Number(digits);
}
