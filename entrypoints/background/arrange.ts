import { makeMenu } from '../../lib/browser/menu';
import { enableSidePanel } from '../../lib/browser/side-panel';
import { remindersOf } from '../../lib/core/settings/reminder-preferences';
import { menuLines } from '../../lib/core/toolbar/menu';
import type { Loaded } from './load';

/** Gives the button its menu, and the browser its side panel, as the user wants them. No round waits for it. */
export function arrange({ preferences, arePreferencesRead }: Loaded): void {
  if (!arePreferencesRead) return;
  const sidePanel = preferences.sidePanel ?? true;
  const { isOn: reminders } = remindersOf(preferences.reminders);
  makeMenu(menuLines({ sidePanel, reminders }), () => enableSidePanel(sidePanel));
}
