/** Breaks each field of an example in turn, and leaves fields out of a comparison. */
import { pathsIn, valueAt, withValue } from '../examples/json-paths.ts';

export const WAYS = ['missing', 'null', 'of a wrong type', 'huge'] as const;
export type Way = (typeof WAYS)[number];

/** The example with one field broken. */
export interface Variant {
  /** Such as "data.events.0.id". */
  field: string;
  /** Its value. */
  broken: unknown;
  /** The whole example. */
  body: unknown;
}

const ONE_OF_EACH_TYPE = [7, 'x', true, [], {}];
const MANY = 10_000;

/** Every field of the example broken in that way, fields that hold others included. */
export function variantsOf(example: unknown, way: Way): Variant[] {
  return pathsIn(example).flatMap((path) =>
    replacements(valueAt(example, path), way).map((broken) => ({
      field: path.join('.'),
      broken,
      body: withValue(example, path, broken),
    })),
  );
}

/** A copy without these fields, which may be elements of lists. */
export function without(value: unknown, fields: string[]): unknown {
  return fields.reduce((left, field) => withValue(left, field.split('.'), undefined), value);
}

function replacements(good: unknown, way: Way): unknown[] {
  if (way === 'missing') return [undefined];
  if (way === 'null') return [null];
  if (way === 'huge') return [huge(good)];
  return ONE_OF_EACH_TYPE.filter((other) => typeOf(other) !== typeOf(good));
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

/** A huge value of the same type. */
function huge(good: unknown): unknown {
  if (typeof good === 'number') return 1e300;
  if (Array.isArray(good)) return Array.from({ length: MANY }, () => null);
  if (typeof good === 'object' && good !== null) {
    return Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`field${index}`, index]));
  }
  return 'x'.repeat(MANY * 10);
}
