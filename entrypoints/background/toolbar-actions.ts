import { askToCopy } from '../../lib/browser/copy-asked';
import { openHistory, openPopup } from '../../lib/browser/lifecycle';
import { openSidePanel } from '../../lib/browser/side-panel';
import type { MenuId } from '../../lib/core/toolbar/menu';
import { refresh } from './refresh';
import { mute } from './remind';

/**
 * Does what was chosen in the button's menu, or by a key: the commands of the manifest have the same names. Browsers open a
 * popup or a panel only in the click's own turn: nothing is awaited before.
 * *Mute reminders* itself only opens its own lines.
 * @param windowId of the window in front; left out if the browser does not tell
 */
export async function act(id: MenuId, windowId: number | undefined): Promise<void> {
  switch (id) {
    case 'refresh':
      return refresh('user');
    case 'copy-summary':
      await Promise.all([openPopup(), askToCopy()]);
      return;
    case 'history':
      return openHistory();
    case 'side-panel':
      if (windowId !== undefined) await openSidePanel(windowId);
      return;
    case 'mute-two-hours':
      await mute({ kind: 'mute', until: 'two-hours' });
      return;
    case 'mute-today':
      await mute({ kind: 'mute', until: 'today' });
      return;
    case 'mute-not':
      await mute({ kind: 'mute', until: 'not' });
      return;
  }
}
