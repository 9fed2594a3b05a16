/**
 * Schemas for what comes from outside: each reads an unknown value, and gives it with its type or says that it does not
 * fit. A small part of what zod has, and by its names: zod's core alone took 3.2 kB (gzip) in each bundle, a fifth of the
 * background's limit, and three times as long to read a stored state (BENCH.md).
 */
import { fieldsOrNull, isNumber } from './fields';

/** Given in place of what does not fit. A class, so that no value from outside can be one. */
class Misfit {
  // Tells its type from those of values that have a message too.
  readonly fits = false;
  /** What a form's reader says against it. */
  readonly message: string | undefined;

  constructor(message?: string) {
    this.message = message;
  }
}

const MISFIT = new Misfit();

/** Reads a value: what is left of it as the schema has it, or a misfit. */
export type Schema<Output = unknown> = (value: unknown) => Output | Misfit;
/** The type of what a schema reads. */
type OutputOf<Of extends Schema> = Of extends (value: unknown) => infer Read
  ? Exclude<Read, Misfit>
  : never;

export type { OutputOf as infer };

export type Parsed<Output> =
  | { success: true; data: Output }
  | { success: false; data?: undefined; message: string | undefined };

export function safeParse<Of extends Schema>(schema: Of, value: unknown): Parsed<OutputOf<Of>> {
  const read = schema(value);
  return read instanceof Misfit
    ? { success: false, message: read.message }
    : // What is no misfit is what the schema says.
      { success: true, data: read as OutputOf<Of> };
}

export const string = () => guardedBy((value) => typeof value === 'string');
export const number = () => guardedBy(isNumber);
export const boolean = () => guardedBy((value) => typeof value === 'boolean');
export const unknown = (): Schema => (value) => value;

/** One of these values, numbers or texts. */
export const oneOf = <const Value extends string | number>(values: readonly Value[]) =>
  guardedBy((value): value is Value => values.some((one) => one === value));

function guardedBy<Value>(isRight: (value: unknown) => value is Value): Schema<Value> {
  return (value) => (isRight(value) ? value : MISFIT);
}

export function nullable<Output>(inner: Schema<Output>): Schema<Output | null> {
  return (value) => (value === null ? null : inner(value));
}

/** A list whose rows are all as the schema says. The first that is not ends it: there may be 300 000 broken ones. */
export function array<Output>(element: Schema<Output>): Schema<Output[]> {
  return (list) => {
    if (!Array.isArray(list)) return MISFIT;
    const read: Output[] = [];
    for (const row of list) {
      const one = element(row);
      if (one instanceof Misfit) return one;
      read.push(one);
    }
    return read;
  };
}

type Shape = Record<string, Schema>;
type Fields<Of extends Shape> = { [Name in keyof Of]: OutputOf<Of[Name]> };

/** An object with these fields. Those that the shape does not name are left out. */
export function object<Of extends Shape>(shape: Of): Schema<Fields<Of>> {
  const schemas = Object.entries(shape);
  return (value) => {
    const fields = fieldsOrNull(value);
    if (fields === null) return MISFIT;
    const read: Record<string, unknown> = {};
    for (const [name, schema] of schemas) {
      const field = schema(fields[name]);
      if (field instanceof Misfit) return field;
      read[name] = field;
    }
    // Each field of the shape is there, as its schema says.
    return read as Fields<Of>;
  };
}

/** Keeps the fields that the shape does not name. */
export function looseObject<Of extends Shape>(shape: Of): Schema<Fields<Of> & Row> {
  const named = object(shape);
  return (value) => {
    const read = named(value);
    return read instanceof Misfit ? read : { ...fieldsOrNull(value), ...read };
  };
}
type Row = Record<string, unknown>;

type Read = { ok: true; value: string } | { ok: false; error?: string | undefined };

/** A text that a form's reader accepts; what the reader says against it is the misfit's message. */
export function readText(read: (text: string) => Read): Schema<string> {
  return (text) => {
    if (typeof text !== 'string') return MISFIT;
    const result = read(text);
    return result.ok ? result.value : new Misfit(result.error);
  };
}
