/** Medians jump by a frame (16 ms) where few are taken. */
const TIMES = 15;
/** What takes longer than that is known well enough after fewer times. */
const LONG_MS = 3_000;
const TIMES_IF_LONG = 3;

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

/**
 * Measures each one time after the other, again and again: what else the machine does meanwhile meets all alike.
 * @param measures each gives milliseconds
 * @returns the median of each, without its first time, which finds every cache empty
 */
export async function inTurn<Name extends string>(
  measures: Record<Name, () => Promise<number>>,
  times: number = TIMES,
): Promise<Record<Name, number>> {
  // The keys of the record are its names, which `Object.entries` forgets.
  const all = Object.entries(measures) as [Name, () => Promise<number>][];
  const found = new Map<Name, number[]>(all.map(([name]) => [name, []]));
  for (let time = 0; time <= times; time += 1) {
    for (const [name, measure] of all) {
      const values = found.get(name) ?? [];
      if (values.length >= TIMES_IF_LONG && median(values) > LONG_MS) continue;
      const value = await measure();
      if (time > 0) values.push(value);
    }
  }
  // Every name is in the map, and nothing else.
  return Object.fromEntries([...found].map(([name, values]) => [name, median(values)])) as Record<
    Name,
    number
  >;
}
