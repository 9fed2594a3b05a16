import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refresh } from '../../../entrypoints/background/refresh.ts';
import { reminded } from '../../../entrypoints/background/remind.ts';
import { askToNotify } from '../../../lib/browser/notifications.ts';
import { savePreferences } from '../../../lib/browser/preferences-storage.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../lib/core/settings/preferences.ts';
import { ALL_OFF } from '../examples/reminder-facts.ts';
import { goOn } from './clock.ts';
import { world } from './world.ts';

const ALL_DAY = { workDays: [1, 2, 3, 4, 5, 6, 7], workFromMin: 0, workToMin: 1440 };

/** Reminders with these rules, at any time of any day. */
export function remindersWith(rules: object, patch: object = {}): Preferences {
  const reminders = { isOn: true, ...ALL_DAY, rules: { ...ALL_OFF, ...rules }, ...patch };
  return { ...DEFAULT_PREFERENCES, reminders } as Preferences;
}

/** The documented day at 18:17:54: an execution has run for 39 minutes. It is told of after two hours. */
export async function evening(preferences = remindersWith({ 'still-running': 2 })) {
  const made = await world({ services: ['olie'] });
  await forgetNotifications();
  await savePreferences(preferences);
  await askToNotify();
  await askAfter(0);
  return made;
}

export async function askAfter(ms: number, asker: 'user' | 'alarm' = 'user') {
  goOn(ms);
  await refresh(asker);
  await reminded();
}

/** The notifications that are shown: the id and the rest of each. */
export async function shownNotifications() {
  return Object.entries(await fakeBrowser.notifications.getAll());
}

export function spyOnShowing() {
  return vi.spyOn(fakeBrowser.notifications, 'create');
}

/** The fake browser keeps those of the test before. */
export async function forgetNotifications(): Promise<void> {
  for (const [id] of await shownNotifications()) await fakeBrowser.notifications.clear(id);
}
