/** An event of the fake browser: what WXT's lacks. */
export function event<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => unknown>();
  return {
    addListener: (listener: (...args: Args) => unknown) => listeners.add(listener),
    removeListener: (listener: (...args: Args) => unknown) => listeners.delete(listener),
    removeAllListeners: () => listeners.clear(),
    trigger: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
  };
}
