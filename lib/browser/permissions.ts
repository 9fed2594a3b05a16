import { browser } from 'wxt/browser';

/**
 * The match pattern for exactly the origin of an address. Firefox's patterns know no ports: there it is the host.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function originPattern(address: string): string {
  const { protocol, hostname, host } = new URL(address);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}

export function mayReach(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(address)] });
}

/** All that may be reached, asked for once. */
export async function loadReach(): Promise<(address: string) => boolean | Promise<boolean>> {
  const { origins } = await browser.permissions.getAll();
  // What is not there by its own pattern may be part of a wider one that the user granted.
  return (address) => origins?.includes(originPattern(address)) || mayReach(address);
}

/** Asks the user. Must be called in the click's own turn, before anything is awaited: browsers insist on it. */
export function askToReach(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(address)] });
}

/** What the user granted to more hosts than one ("on all sites"): not asked for by us, so not ours to give back. */
const MANY_HOSTS = /^(\*:|<)|\/\/\*/;

/** Gives every host permission back but those of the given addresses and those that the manifest itself demands. */
export async function giveBackAllBut(addresses: string[]): Promise<void> {
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
