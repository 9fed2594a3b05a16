import { openPopup } from '../../lib/browser/lifecycle';
import { clearNotification } from '../../lib/browser/notifications';
import { ruleOfNotification } from '../../lib/core/reminders/ledger';
import { mute } from './remind';

/** A click on a reminder shows the timer. */
export async function notificationClicked(id: string): Promise<void> {
  if (ruleOfNotification(id) === null) return;
  // First: browsers open a popup only in the click's own turn.
  await openPopup();
  await clearNotification(id);
}

/** Its one button mutes for today. */
export async function notificationPressed(id: string): Promise<void> {
  if (ruleOfNotification(id) === null) return;
  await mute({ kind: 'mute', until: 'today' });
  await clearNotification(id);
}
