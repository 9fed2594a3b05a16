import { defineBackground } from 'wxt/utils/define-background';
import { onTick } from '../../lib/browser/alarms';
import { onPersonChanged } from '../../lib/browser/idle';
import { onStart, openWelcome } from '../../lib/browser/lifecycle';
import { onMenuChosen } from '../../lib/browser/menu';
import { onNotificationClicked } from '../../lib/browser/notifications';
import { onCommand } from '../../lib/browser/on-command';
import { onPageOpened } from '../../lib/browser/page-port';
import { onPermissionsChanged } from '../../lib/browser/permissions';
import { watchSettings } from '../../lib/browser/settings-storage';
import { onShortcut } from '../../lib/browser/shortcuts';
import { watchChoices } from '../../lib/browser/watch-choices';
import { settingsChanged } from './change-settings';
import { runCommand } from './commands';
import { pageOpened } from './live';
import { notificationClicked, notificationPressed } from './notification-clicked';
import { permissionsChanged } from './permissions-changed';
import { refresh, refreshTold, tick } from './refresh';
import { personChanged } from './remind';
import { start } from './start';
import { act } from './toolbar-actions';

// Every listener is added in the worker's first turn: a later one misses the event that woke the worker.
export default defineBackground(() => {
  onStart((isNew) => {
    if (isNew) openWelcome();
    return start();
  });
  onTick(() => tick());
  watchChoices(() => refresh('alarm'));
  watchSettings(null, settingsChanged);
  onPermissionsChanged(permissionsChanged);
  onPersonChanged((state) => {
    personChanged(state);
    return refresh('alarm');
  });
  onNotificationClicked(notificationClicked, notificationPressed);
  onMenuChosen(act);
  onShortcut(act);
  onCommand(runCommand);
  onPageOpened(() => pageOpened(refreshTold));
  // On every start of the worker: enabling the extension again clears its badge, and in Firefox its alarm.
  refresh('alarm');
});
