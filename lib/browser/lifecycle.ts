import { browser } from 'wxt/browser';
import { orElse } from './or-else';

/** Calls back when the extension was installed or updated, and when the browser starts. */
export function onStart(callback: () => void): void {
  browser.runtime.onInstalled.addListener(callback);
  browser.runtime.onStartup.addListener(callback);
}

/** If the browser refuses, they open as any page does. */
export async function openOptions(): Promise<void> {
  const isOpen = await orElse(() => browser.runtime.openOptionsPage().then(() => true), false);
  if (!isOpen) globalThis.open(browser.runtime.getURL('/options.html'));
}
