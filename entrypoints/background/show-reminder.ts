import { loadPreferences } from '../../lib/browser/choices-storage';
import { mayNotify, showNotification } from '../../lib/browser/notifications';
import { browserTimeZone, loadTexts, translate, wordsFor } from '../../lib/browser/texts';
import { type Failure, failure } from '../../lib/core/feeds/failure';
import type { CommandOf } from '../../lib/core/messages/command';
import { reminderButtons } from '../../lib/core/reminders/buttons';
import { exampleReminder, type Reminder } from '../../lib/core/reminders/decide';
import type { Preferences } from '../../lib/core/settings/preferences';

/** Shows what a rule would say. @returns null, or why it is not shown */
export async function showExample({ rule }: CommandOf<'show-reminder'>): Promise<Failure | null> {
  if (!(await mayNotify())) return failure('permission');
  await loadTexts();
  const preferences = await loadPreferences();
  const shown = exampleReminder(rule, Date.now(), browserTimeZone(), wordsFor(preferences));
  return (await show(shown, preferences)) ? null : failure('refused');
}

/** Resolves with false if the browser does not show it. */
export function show({ id, title, message }: Reminder, preferences: Preferences): Promise<boolean> {
  const buttons = reminderButtons(id, preferences.olieWebAddress).map((text) => translate(text));
  return showNotification({ id, title, message, buttons });
}
