/** Breaks each field of an example in turn, and leaves fields out of what is compared. */

export const WAYS = ['missing', 'null', 'of a wrong type', 'huge'] as const;
export type Way = (typeof WAYS)[number];

/** A key, or an index, after the other. */
type Path = (string | number)[];

/** The example with one field broken. */
export interface Variant {
  /** As "data.events.0.id". */
  field: string;
  /** The field, its value, and the whole, for a failing test's message. */
  broken: unknown;
  body: unknown;
}

const ONE_OF_EACH_TYPE = [7, 'x', true, [], {}];
const MANY = 10_000;

/** Every field of the example, whether it holds a value or others, broken in that way. */
export function variantsOf(example: unknown, way: Way): Variant[] {
  return pathsIn(example).flatMap((path) =>
    replacements(at(example, path), way).map((broken) => {
      const body = structuredClone(example);
      put(body, path, broken);
      return { field: path.join('.'), broken, body };
    }),
  );
}

/** A copy without these fields; an element of a list is taken out of it. */
export function without(value: unknown, fields: string[]): unknown {
  const copy = structuredClone(value);
  for (const field of fields) take(copy, field.split('.'));
  return copy;
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const inner = [...path, key];
    return [inner, ...pathsIn(at(value, [key]), inner)];
  });
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

/** Of the same type, and more than anybody expects. */
function huge(good: unknown): unknown {
  if (typeof good === 'number') return 1e300;
  if (Array.isArray(good)) return Array.from({ length: MANY }, () => null);
  if (typeof good === 'object' && good !== null) {
    return Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`field${index}`, index]));
  }
  return 'x'.repeat(MANY * 10);
}

function at(value: unknown, path: Path): unknown {
  // Paths are made of the keys that there are.
  return path.reduce((inner, key) => (inner as Record<string | number, unknown>)?.[key], value);
}

/** JSON leaves out what is undefined, but in a list, where it becomes null: there it must go by itself. */
function put(root: unknown, path: Path, broken: unknown): void {
  const parent = at(root, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  if (broken === undefined) take(root, path);
  else parent[key] = broken;
}

function take(root: unknown, path: Path): void {
  const parent = at(root, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, key);
}
