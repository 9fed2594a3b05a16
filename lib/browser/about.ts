import { browser } from 'wxt/browser';
import type { Environment } from '../core/state/problem-report';
import { orElse, orElseNow } from './or-else';
import { browserTimeZone, textLanguage } from './texts';

/** What this is, and where it runs. */
export function environment(): Environment {
  return {
    version: orElseNow(() => browser.runtime.getManifest().version, 'unknown'),
    userAgent: navigator.userAgent,
    languages: [orElseNow(() => browser.i18n.getUILanguage(), 'unknown'), textLanguage()],
    timeZone: browserTimeZone(),
  };
}

/** The key that opens the popup; '' if the user has taken it away. */
export async function popupShortcut(): Promise<string> {
  const commands = await orElse(() => browser.commands.getAll(), []);
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}

/** Opens the browser's own page for shortcuts. */
export async function openShortcuts(): Promise<void> {
  await orElse(async () => {
    // Firefox has a function for it; the polyfill's types do not know it yet.
    const { openShortcutSettings } = browser.commands as { openShortcutSettings?(): Promise<void> };
    if (openShortcutSettings) await openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  }, undefined);
}
