import { browser } from 'wxt/browser';

/** What is stored under a key; undefined if nothing is. Rejects if the browser does not tell. */
export async function storedValue(
  area: 'local' | 'session' | 'sync',
  key: string,
): Promise<unknown> {
  return (await browser.storage[area].get(key))[key];
}
