/**
 * Input for property tests: the same in each `npm test`, so that it fails only because of a change; another one in each
 * `npm run test:all`. `OLIE_SEED=… npm run unit` tries what that seed makes, and `OLIE_TIMES=50` 50 times as many inputs.
 */
import fc from 'fast-check';
import { isThorough } from '../thorough.ts';
import { type Path, pathsIn, valueAt, withValue } from './json-paths.ts';

const given = process.env.OLIE_SEED;
/** A 32-bit integer. */
const seed = Number(given ?? (isThorough ? Math.floor(Math.random() * 2 ** 31) : 1));
/** The tests' time limit grows with it (vitest.config.ts). */
const times = Number(process.env.OLIE_TIMES ?? 1);

/** Sets and prints the seed for this file's properties. */
export function seeded(): number {
  fc.configureGlobal({ seed, numRuns: runs(100) });
  console.log(`OLIE_SEED=${seed}`);
  return seed;
}

/** @param inTests how many inputs `npm test` tries */
export function runs(inTests: number): number {
  return inTests * times;
}

const HARD_NUMBERS = [0, -1, 1, 0.5, 1e9 - 1, 1e9, 1e9 + 1, -1e9, 1e13, 1e21, 1e300, -1e300];
/** Years 1, 1969 and 9999, and the first and last moment of `Date`. */
const HARD_MOMENTS = [
  ...['0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59.999Z'],
  ...['-271821-04-20T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'],
];
/** Values that most fields should not have. */
const HOSTILE: unknown[] = [
  ...[null, true, false, ...HARD_NUMBERS],
  ...['', ' ', '0', '-1', '1e9', '1e999', 'NaN', 'null', 'true', '__proto__', 'constructor'],
  ...['2026-03-13T20:39:59.000000Z', '2026-03-13', '2026-13-45T99:99:99Z', 'yesterday'],
  ...HARD_MOMENTS,
  ...['\u202eabc\u0000', '<b>&', '🙂'.repeat(50), 'x'.repeat(10_000), '\ud800'],
  ...[[], {}, [null], [[]], [{}], { id: null }, { id: 7 }, { length: 9 }, { toString: null }],
];

const anyValue: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue());

/** Any JSON at all. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  anyValue,
  fc.json().map((text): unknown => JSON.parse(text)),
);

/** The document with some of its values replaced, removed or repeated. */
export function broken(document: unknown): fc.Arbitrary<unknown> {
  const inside = pathsIn(document);
  const change = fc.constantFrom(...(inside.length > 0 ? inside : [[]])).chain((path) =>
    fc.record({
      path: fc.constant(path),
      how: fc.constantFrom('replace', 'replace', 'leave out', 'repeat'),
      value: fc.oneof(anyValue, likely(valueAt(document, path))),
    }),
  );
  const changes = fc.array(change, { minLength: 1, maxLength: 6 });
  return changes.map((all) => all.reduce(changed, document));
}

/** Extreme values of the right type. */
function likely(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string' && Number.isFinite(Date.parse(value))) {
    const moments = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    return fc.oneof(moments, fc.constantFrom(...HARD_MOMENTS));
  }
  return typeof value === 'number' ? fc.constantFrom(...HARD_NUMBERS) : anyValue;
}

interface Change {
  path: Path;
  how: string;
  value: unknown;
}

function changed(document: unknown, { path, how, value }: Change): unknown {
  if (how === 'leave out') return withValue(document, path, undefined);
  if (how === 'replace') return withValue(document, path, value);
  const parent = path.slice(0, -1);
  const holder = valueAt(document, parent);
  if (Array.isArray(holder)) {
    return withValue(document, parent, [...holder, ...holder.slice(0, 3), value]);
  }
  return withValue(document, [...parent, `${path.at(-1)}_2`], value);
}
