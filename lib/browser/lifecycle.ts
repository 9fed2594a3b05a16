import { browser } from 'wxt/browser';
import { orElse } from './or-else';

/**
 * Calls back when the extension was installed or updated, and when the browser starts. `isNew`: it was installed for the first
 * time, and neither it nor the browser was updated.
 */
export function onStart(callback: (isNew: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => callback(reason === 'install'));
  browser.runtime.onStartup.addListener(() => callback(false));
}

/** Opens an address in a tab of its own. */
export async function openTab(url: string): Promise<void> {
  await orElse(() => browser.tabs.create({ url }));
}

/** Opens the welcome page in a tab of its own. */
export async function openWelcome(): Promise<void> {
  await openTab(browser.runtime.getURL('/welcome.html'));
}

/** Opens the popup, or its page in a small window: a browser without a window in front opens no popup. */
export async function openPopup(): Promise<void> {
  const isOpen = await orElse(() => browser.action.openPopup().then(() => true), false);
  if (isOpen) return;
  const url = browser.runtime.getURL('/popup.html');
  await orElse(() => browser.windows.create({ url, type: 'popup', width: 400, height: 640 }));
}

/** Opens the history in a tab of its own. */
export async function openHistory(): Promise<void> {
  await openTab(browser.runtime.getURL('/history.html'));
}

/** If the browser refuses, they open as any page does. */
export async function openOptions(): Promise<void> {
  const isOpen = await orElse(() => browser.runtime.openOptionsPage().then(() => true), false);
  if (!isOpen) globalThis.open(browser.runtime.getURL('/options.html'));
}
