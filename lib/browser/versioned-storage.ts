import { browser } from 'wxt/browser';
import { byVersion, listOf } from '../core/settings/by-version';

/** The key under which is kept what a newer version stored under this one. */
export function setAsideKey(key: string): string {
  return `${key}-set-aside`;
}

/** What is stored under a key and what was set aside, by which version can read it. */
export async function loadByVersion(key: string, version: number) {
  const aside = setAsideKey(key);
  const stored = await browser.storage.local.get([key, aside]);
  const setAside = listOf(stored[aside]);
  return { stored: stored[key], setAside, ...byVersion(stored[key], setAside, version) };
}

/**
 * Stores a value under a key. What a newer version stored there is set aside in the same write, never overwritten.
 * @param now what is there. What could be read of it is part of the value, and is not set aside any more
 * @param others what else is written with it, by key
 */
export async function saveVersioned(
  key: string,
  value: object,
  now: Awaited<ReturnType<typeof loadByVersion>>,
  others: object = {},
): Promise<void> {
  const { local } = browser.storage;
  const { setAside, newer } = now;
  const aside = setAsideKey(key);
  await local.set({ [key]: value, ...others, ...(newer.length > 0 && { [aside]: newer }) });
  if (newer.length === 0 && setAside.length > 0) await local.remove(aside);
}
