/**
 * Calls the browser, which may refuse anything: it rejects, throws, or lacks the function.
 * @param fallback Default: undefined
 * @returns what it gives; if it refuses, that is reported and `fallback` takes its place
 */
export async function orElse<Value, Fallback = undefined>(
  call: () => Value | Promise<Value>,
  fallback?: Fallback,
): Promise<Value | Fallback> {
  try {
    return await call();
  } catch (error) {
    console.error('The browser refused', error);
    // Without a fallback, the type is `undefined`.
    return fallback as Fallback;
  }
}

/** The same for a function that gives its value at once. */
export function orElseNow<Value>(call: () => Value, fallback: Value): Value {
  try {
    return call();
  } catch (error) {
    console.error('The browser refused', error);
    return fallback;
  }
}
