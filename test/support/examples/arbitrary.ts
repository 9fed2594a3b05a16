/**
 * What properties are tried with. `OLIE_SEED=… npm run unit` runs them again as they ran then; `OLIE_TIMES=50` tries each
 * so many times as often, for what is too rare for a run of some seconds to meet.
 */
import fc from 'fast-check';
import { vi } from 'vitest';

const given = process.env.OLIE_SEED;
/** A 32-bit integer, as fast-check wants it. */
const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
const times = Number(process.env.OLIE_TIMES ?? 1);
if (times > 1) vi.setConfig({ testTimeout: 30_000 * times });

/** Gives this file's properties their seed, and prints it. */
export function seeded(): number {
  fc.configureGlobal({ seed, numRuns: runs(100) });
  console.log(`OLIE_SEED=${seed}`);
  return seed;
}

/** How often a property is tried that `npm test` tries so many times. */
export function runs(inTests: number): number {
  return inTests * times;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

const HARD_NUMBERS = [0, -1, 1, 0.5, 1e9 - 1, 1e9, 1e9 + 1, -1e9, 1e13, 1e21, 1e300, -1e300];
/** The first year, and the ends of what `Date` can hold. */
const HARD_MOMENTS = [
  ...['0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59.999Z'],
  ...['-271821-04-20T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'],
];
/** Values that a field should not have, and some that it might. */
const HOSTILE: Json[] = [
  ...[null, true, false, ...HARD_NUMBERS],
  ...['', ' ', '0', '-1', '1e9', '1e999', 'NaN', 'null', 'true', '__proto__', 'constructor'],
  ...['2026-03-13T20:39:59.000000Z', '2026-03-13', '2026-13-45T99:99:99Z', 'yesterday'],
  ...HARD_MOMENTS,
  ...['\u202eabc\u0000', '<b>&', '🙂'.repeat(50), 'x'.repeat(10_000), '\ud800'],
  ...[[], {}, [null], [[]], [{}], { id: null }, { id: 7 }, { length: 9 }, { toString: null }],
];

const anyValue = fc.oneof(
  fc.constantFrom(...HOSTILE),
  // Parsed JSON holds no other values than these.
  fc.jsonValue() as fc.Arbitrary<Json>,
);

/** Any JSON at all. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  anyValue,
  fc.json().map((text): unknown => JSON.parse(text)),
);

/** A document that was right, until some of its values were changed, left out, or put beside others. */
export function broken(document: unknown): fc.Arbitrary<unknown> {
  // It comes from a JSON file, or from what is stored as JSON.
  const whole = document as Json;
  const change = fc.constantFrom(...pathsOf(whole)).chain((path) =>
    fc.record({
      path: fc.constant(path),
      how: fc.constantFrom('replace', 'replace', 'leave out', 'repeat'),
      value: fc.oneof(anyValue, likely(valueAt(whole, path))),
    }),
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    const copy = structuredClone(whole);
    for (const { path, how, value } of changes) alter(copy, path, how, value);
    return copy;
  });
}

/** Values of the type that the field should have, which are hard to bear all the same. */
function likely(value: Json): fc.Arbitrary<Json> {
  if (typeof value === 'string' && Number.isFinite(Date.parse(value))) {
    // `Date` holds 8.64e15 ms on either side of 1970.
    const moments = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    return fc.oneof(moments, fc.constantFrom(...HARD_MOMENTS));
  }
  return typeof value === 'number' ? fc.constantFrom(...HARD_NUMBERS) : anyValue;
}

function valueAt(document: Json, path: Path): Json {
  let value = document;
  for (const key of path) value = Object(value)[key];
  return value;
}

function pathsOf(value: Json, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  const inside = entries.flatMap(([key, one]) => pathsOf(one, [...path, key]));
  return path.length === 0 ? inside : [path, ...inside];
}

/** Changes one place; nothing where an earlier change has taken that place away. */
function alter(document: Json, path: Path, how: string, value: Json): void {
  let holder: Json | undefined = document;
  for (const key of path.slice(0, -1)) holder = Object(holder)[key];
  const last = path.at(-1);
  if (holder === null || typeof holder !== 'object' || last === undefined) return;
  if (!Array.isArray(holder)) {
    if (how === 'leave out') delete holder[last];
    else holder[how === 'repeat' ? `${last}_2` : last] = value;
  } else if (how === 'leave out') holder.splice(Number(last), 1);
  else if (how === 'repeat') holder.push(...structuredClone(holder.slice(0, 3)), value);
  else holder[Number(last)] = value;
}
