/** With fewer, medians jump by a frame (16 ms). */
const TIMES = 15;
const TELL_EVERY = 5;

/**
 * Measures each one after the other, again and again, so that whatever else the machine does meets all alike.
 * @returns the values of each, without its first one, which finds every cache empty
 */
export async function inTurn<Name extends string, Value>(
  measures: Record<Name, () => Promise<Value>>,
): Promise<Record<Name, Value[]>> {
  // `Object.keys` forgets that the keys are the names.
  const names = Object.keys(measures) as Name[];
  // Filled in the next line.
  const found = {} as Record<Name, Value[]>;
  for (const name of names) found[name] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    for (const name of names) {
      const value = await measures[name]();
      if (time > 0) found[name].push(value);
    }
    if (time % TELL_EVERY === 0) console.error(`  ${names.join(', ')}: ${time} of ${TIMES}`);
  }
  return found;
}
