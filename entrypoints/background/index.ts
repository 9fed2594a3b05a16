import { defineBackground } from 'wxt/utils/define-background';
import { onTick } from '../../lib/browser/alarms';
import { onStart } from '../../lib/browser/lifecycle';
import { onCommand } from '../../lib/browser/on-command';
import { onPermissionsChanged } from '../../lib/browser/permissions';
import { watchPreferences } from '../../lib/browser/preferences-storage';
import { watchSettings } from '../../lib/browser/settings-storage';
import { runCommand } from './commands';
import { refresh } from './refresh';
import { start } from './start';
import { tick } from './tick';

// Every listener is added in the worker's first turn: the event that woke it is lost on later ones.
export default defineBackground(() => {
  onStart(() => start());
  onTick(() => tick());
  watchSettings(() => refresh('alarm'));
  watchPreferences(() => refresh('alarm'));
  onPermissionsChanged(() => refresh('alarm'));
  onCommand(runCommand);
  // Also a wake without an event: an extension that is enabled again has lost its badge, in Firefox its alarm too.
  refresh('alarm');
});
