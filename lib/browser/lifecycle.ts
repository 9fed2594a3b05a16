import { browser } from 'wxt/browser';

/** Calls back when the extension was installed or updated, and when the browser starts. */
export function onStart(callback: () => void): void {
  browser.runtime.onInstalled.addListener(callback);
  browser.runtime.onStartup.addListener(callback);
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
