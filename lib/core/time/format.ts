import { offsetsByDay } from './offsets-by-day';
import type { TimeStyle } from './time-style';
import { HOUR_MS, type Zone } from './time-zone';

/** `H:MM:SS`; hours are not cut at 24. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** ISO 8601 duration in whole seconds, for `<time datetime>`. */
export function isoDuration(seconds: number): string {
  return `PT${seconds}S`;
}

/** ISO 8601 moment in UTC, for `<time datetime>`. */
export function isoMoment(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** Texts for people, in their language. */
export interface Format {
  /** "10:35:40" or "10.59 h" */
  duration(seconds: number): string;
  /** "10:35" or "10.59 h" */
  minutes(seconds: number): string;
  /** The same beside the word for hours: "10:35" or "10.59" */
  hours(seconds: number): string;
  /** "37 minutes 55 seconds" */
  spoken(seconds: number): string;
  /** "12 s ago", "3 min. ago": whole seconds up to a minute, then whole minutes, hours, days. "now" for no seconds */
  ago(seconds: number): string;
  /** "17:39", on the zone's wall clock */
  timeOfDay(atMs: number, zone: Zone): string;
  /** "17:39:59", on the zone's wall clock */
  timeOfDayWithSeconds(atMs: number, zone: Zone): string;
  /** "18" or "6 PM": an hour between 0 and 24, as a mark */
  hourMark(hour: number): string;
  /** "Friday 13 March", on the zone's wall clock */
  date(atMs: number, zone: Zone): string;
  /** "Fri 13 Mar", on the zone's wall clock */
  shortDate(atMs: number, zone: Zone): string;
  /** "F": as short as the language has a day of the week, on a clock in UTC */
  weekdayLetter(atMs: number): string;
  /** "58%", from a share between 0 and 1 */
  percent(share: number): string;
  /** "31.60": a plain number with two decimals, for amounts without a currency */
  decimal(value: number): string;
  /** "12.4": at most two decimals */
  credits(value: number): string;
  /** Whether the words after that number are in the singular: "1 credit", in Portuguese "0 crédito" too */
  isOne(value: number): boolean;
}

/** What is shown of a moment on a wall clock. */
const SHAPES = {
  time: { timeStyle: 'short' },
  timeWithSeconds: { timeStyle: 'medium' },
  hour: { hour: 'numeric' },
  date: { weekday: 'long', day: 'numeric', month: 'long' },
  shortDate: { weekday: 'short', day: 'numeric', month: 'short' },
  weekdayLetter: { weekday: 'narrow' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const HOUR_CYCLES = { language: undefined, '12': 'h12', '24': 'h23' } as const;

/**
 * @param language of the texts (BCP 47): numbers and dates stand among them
 * @param style how the user wants times written; left out: as the language has it
 */
export function createFormat(language: string, style: TimeStyle = {}): Format {
  // Making an `Intl` object takes 0.15 ms, so each is made when it is first used, and kept.
  // Every clock says its time each second: each "37 minutes" is made once.
  const unit = once((name: string) => {
    const options = { style: 'unit', unit: name, unitDisplay: 'long' } as const;
    const format = new Intl.NumberFormat(language, options);
    return once((value: number) => format.format(value));
  });
  const relative = once(
    (numeric: 'always' | 'auto') =>
      new Intl.RelativeTimeFormat(language, { style: 'narrow', numeric }),
  );
  const isDecimal = style.durations === 'decimal';
  const hourCycle = HOUR_CYCLES[style.hours ?? 'language'];
  const wall = once(
    (shape: keyof typeof SHAPES) =>
      new Intl.DateTimeFormat(language, { ...SHAPES[shape], hourCycle, timeZone: 'UTC' }),
  );
  const percent = once(() => new Intl.NumberFormat(language, { style: 'percent' }));
  const decimal = once(
    () => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  );
  const credits = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }));
  const plural = once(() => new Intl.PluralRules(language));
  const offsetAt = offsetsByDay();
  const onWall = (atMs: number, zone: Zone) => atMs + offsetAt(zone, atMs);
  const hours = (seconds: number) =>
    isDecimal ? decimal('').format(seconds / 3600) : clockText(seconds).slice(0, -3);
  const minutes = (seconds: number) => (isDecimal ? `${hours(seconds)} h` : hours(seconds));
  return {
    duration: isDecimal ? minutes : clockText,
    minutes,
    hours,
    spoken: (seconds) => spoken(seconds, (name, value) => unit(name)(value)),
    // "now" for no seconds. But "yesterday" would be wrong for many a "1 day ago".
    ago: (seconds) => relative(seconds > 0 ? 'always' : 'auto').format(...age(seconds)),
    timeOfDay: (atMs, zone) => wall('time').format(onWall(atMs, zone)),
    timeOfDayWithSeconds: (atMs, zone) => wall('timeWithSeconds').format(onWall(atMs, zone)),
    hourMark: (hour) => {
      const parts = wall('hour').formatToParts(hour * HOUR_MS);
      // In the language's own order, but without its "Uhr" or "h".
      const kept = parts.filter(({ type }) => type === 'hour' || type === 'dayPeriod');
      // The end of a day of 24 hours is no hour of a clock.
      if (kept.length === 1 && hour === 24) return '24';
      return kept.map(({ value }) => value).join(' ');
    },
    date: (atMs, zone) => wall('date').format(onWall(atMs, zone)),
    shortDate: (atMs, zone) => wall('shortDate').format(onWall(atMs, zone)),
    weekdayLetter: (atMs) => wall('weekdayLetter').format(atMs),
    percent: (share) => percent('').format(share),
    decimal: (value) => decimal('').format(value),
    credits: (value) => credits('').format(value),
    isOne: (value) => plural('').select(Math.round(value * 100) / 100) === 'one',
  };
}

function spoken(seconds: number, format: (unit: string, value: number) => string): string {
  const parts: [string, number][] = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor(seconds / 60) % 60],
    ['second', seconds % 60],
  ];
  const said = parts.filter(([, value]) => value > 0);
  return (said.length > 0 ? said : parts.slice(-1))
    .map(([unit, value]) => format(unit, value))
    .join(' ');
}

function age(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  if (seconds < 60) return [-Math.max(0, seconds), 'second'];
  if (seconds < 3600) return [-Math.floor(seconds / 60), 'minute'];
  if (seconds < 86_400) return [-Math.floor(seconds / 3600), 'hour'];
  return [-Math.floor(seconds / 86_400), 'day'];
}

/** Makes a value for each key when it is first asked for. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
