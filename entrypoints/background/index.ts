import { defineBackground } from 'wxt/utils/define-background';
import { onTick } from '../../lib/browser/alarms';
import { onAwayChanged } from '../../lib/browser/idle';
import { onStart } from '../../lib/browser/lifecycle';
import { onCommand } from '../../lib/browser/on-command';
import { onPermissionsChanged } from '../../lib/browser/permissions';
import { watchPreferences } from '../../lib/browser/preferences-storage';
import { watchSettings } from '../../lib/browser/settings-storage';
import { runCommand } from './commands';
import { refresh, tick } from './refresh';
import { start } from './start';

// Every listener is added in the worker's first turn: the event that woke it is lost on later ones.
export default defineBackground(() => {
  // Also a wake without an event: an extension that is enabled again has lost its badge, in Firefox its alarm too. First, for
  // what it reads is then on its way while the listeners are added, which takes as long.
  refresh('alarm');
  onStart(() => start());
  onTick(() => tick());
  watchSettings(() => refresh('alarm'));
  watchPreferences(() => refresh('alarm'));
  onPermissionsChanged(() => refresh('alarm'));
  onAwayChanged(() => refresh('alarm'));
  onCommand(runCommand);
});
