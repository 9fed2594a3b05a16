/** Medians jump by a frame (16 ms) where few are taken. */
const TIMES = 15;
/** What takes long is known well enough after fewer times. */
const TIMES_IF_LONG = 3;
/** Who waits is told after so many. */
const TELL_EVERY = 5;

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

/**
 * Measures each one time after the other, again and again: what else the machine does meanwhile meets all alike.
 * @param isLong says of a value that fewer times will do
 * @returns all values of each, without its first one, which finds every cache empty
 */
export async function inTurn<Name extends string, Value>(
  measures: Record<Name, () => Promise<Value>>,
  isLong: (value: Value) => boolean = () => false,
): Promise<Record<Name, Value[]>> {
  // The keys of the record are its names, which `Object.entries` forgets.
  const all = Object.entries(measures) as [Name, () => Promise<Value>][];
  const found = new Map<Name, Value[]>(all.map(([name]) => [name, []]));
  for (let time = 0; time <= TIMES; time += 1) {
    for (const [name, measure] of all) {
      const values = found.get(name) ?? [];
      if (values.length >= TIMES_IF_LONG && values.every(isLong)) continue;
      const value = await measure();
      if (time > 0) values.push(value);
    }
    if (time % TELL_EVERY === 0) {
      console.error(`  ${all.map(([name]) => name).join(', ')}: ${time} of ${TIMES}`);
    }
  }
  // Every name is in the map, and nothing else.
  return Object.fromEntries(found) as Record<Name, Value[]>;
}
