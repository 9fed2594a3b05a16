/** Reads and changes values inside of JSON documents. */

/** Keys and indexes, from the outside in. */
export type Path = (string | number)[];

/**
 * The paths of all values inside, each before those inside of it.
 * @param most how many values of each object and list are looked at
 */
export function pathsIn(value: unknown, most = Number.POSITIVE_INFINITY): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.slice(0, most).flatMap((key) => {
    const inside = pathsIn(valueAt(value, [key]), most);
    return [[key], ...inside.map((path) => [key, ...path])];
  });
}

/** Undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((holder, key) => Object(holder)[key], value);
}

/** A copy with that value in that place; `undefined` takes the place away. Does nothing outside of the document. */
export function withValue(holder: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof holder !== 'object' || holder === null) return holder;
  const inner = withValue(valueAt(holder, [key]), rest, value);
  if (Array.isArray(holder)) {
    const copy = [...holder];
    if (inner === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = inner;
    return copy;
  }
  const { [key]: _, ...others } = holder as Record<string, unknown>;
  return inner === undefined ? others : { ...holder, [key]: inner };
}
