import { browser } from 'wxt/browser';
import { isInPolicy } from '../core/feeds/field-readers';
import { orElse } from './or-else';

/**
 * The match pattern for the origin of an address. Firefox's patterns have no ports: there it covers the whole host.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function originPattern(address: string): string {
  const { protocol, hostname, host } = new URL(address);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}

/** @param listed patterns that are known to be allowed */
export async function mayReach(address: string, listed: string[] = []): Promise<boolean> {
  // The manifest has no pattern for the others.
  if (!isInPolicy(address)) return false;
  const pattern = originPattern(address);
  // One that is not listed may be part of a wider pattern that the user granted.
  return listed.includes(pattern) || browser.permissions.contains({ origins: [pattern] });
}

/** All that may be reached, asked for once. Of an address it says null if the browser does not tell. */
export async function loadReach(): Promise<(address: string) => Promise<boolean | null>> {
  const told = await orElse(() => browser.permissions.getAll());
  return (address) => orElse(() => mayReach(address, told?.origins), null);
}

/**
 * Asks the user. Browsers insist that this is called in the click's own turn, before anything is awaited. A browser that
 * throws at once rejects the promise.
 */
export async function askToReach(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(address)] });
}

/** Patterns for many hosts ("on all sites"). We never ask for them, so they are not ours to give back. */
const MANY_HOSTS = /^(\*:|<)|\/\/\*/;

/**
 * Gives back every host permission except those of the given addresses and of the manifest. If the browser refuses, that
 * is tried again with the next change and at its next start.
 */
export async function giveBackAllBut(addresses: string[]): Promise<void> {
  await orElse(() => giveBack(addresses));
}

async function giveBack(addresses: string[]): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const manifest = browser.runtime.getManifest();
  const demanded = 'host_permissions' in manifest ? manifest.host_permissions : undefined;
  const kept = new Set([...addresses.map(originPattern), ...(demanded ?? [])]);
  const unused = origins.filter((origin) => !kept.has(origin) && !MANY_HOSTS.test(origin));
  if (unused.length > 0) await browser.permissions.remove({ origins: unused });
}

/** Does any of the match patterns cover one of the addresses? */
export function coversAny(patterns: string[], addresses: string[]): boolean {
  const own = new Set(addresses.map(originPattern));
  return patterns.some((pattern) => own.has(pattern) || MANY_HOSTS.test(pattern));
}

/** Calls back with the match patterns that the user granted or took away. */
export function onPermissionsChanged(callback: (origins: string[]) => void): void {
  const tell = ({ origins }: { origins?: string[] | undefined }) => callback(origins ?? []);
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
}
