import { loadPreferences } from '../../lib/browser/choices-storage';
import { openPopup, openTab } from '../../lib/browser/lifecycle';
import { clearNotification } from '../../lib/browser/notifications';
import { orElse } from '../../lib/browser/or-else';
import { loadStored } from '../../lib/browser/state-storage';
import { ruleOfNotification } from '../../lib/core/reminders/ledger';
import { UNREADABLE } from '../../lib/core/state/state';
import { timerPage } from '../../lib/core/state/timer-page';
import { mute } from './remind';

/** A click on a reminder shows the timer. */
export async function notificationClicked(id: string): Promise<void> {
  if (ruleOfNotification(id) === null) return;
  // First: browsers open a popup only in the click's own turn.
  await openPopup();
  await clearNotification(id);
}

/**
 * Its first button mutes for today; if that cannot be saved, it stays. The second opens the running project on the web
 * (`reminderButtons`).
 */
export async function notificationPressed(id: string, button: number): Promise<void> {
  // Firefox shows no buttons: its package leaves this out.
  if (import.meta.env.FIREFOX || ruleOfNotification(id) === null) return;
  if (button !== 0) await openOlie();
  else if (await mute({ kind: 'mute', until: 'today' })) return;
  await clearNotification(id);
}

async function openOlie(): Promise<void> {
  const [{ olieWebAddress }, { state }] = await Promise.all([
    loadPreferences(),
    orElse(loadStored, UNREADABLE),
  ]);
  if (olieWebAddress === undefined) return;
  await openTab(timerPage(state, olieWebAddress));
}
