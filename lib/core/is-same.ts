/** Are two values of plain data equal, whatever the order of their keys? Browsers store objects with sorted ones. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const entries = Object.entries(a);
  // An object has fields of any name.
  const others = b as Record<string, unknown>;
  return (
    entries.length === Object.keys(others).length &&
    entries.every(([key, value]) => Object.hasOwn(others, key) && isSame(value, others[key]))
  );
}
