import { browser } from 'wxt/browser';

/**
 * Calls back with each new value of a key in storage, whoever wrote it.
 * @returns stops it
 */
export function watch(
  area: 'local' | 'session' | 'sync' | 'managed',
  key: string,
  callback: (stored: unknown) => void,
): () => void {
  const listener = (changed: Record<string, { newValue?: unknown }>, changedArea: string) => {
    if (changedArea === area && key in changed) callback(changed[key]?.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
