import { browser } from 'wxt/browser';
import { IDLE_AFTER_MS } from '../core/reminders/presence';
import { orElse, orElseNow } from './or-else';

/** Somebody is at the computer, has given no input for a minute, or has locked the screen. */
export type PersonState = 'active' | 'idle' | 'locked';

/** If the browser does not say, somebody is there. */
export async function loadPersonState(): Promise<PersonState> {
  return orElse(() => browser.idle.queryState(IDLE_AFTER_MS / 1000), 'active');
}

/**
 * Calls back when the user leaves or comes back. Must be called in the worker's first turn. The event has one interval for all
 * of the extension: it is set here alone, to the minute after which `loadPersonState` says `idle`.
 */
export function onPersonChanged(callback: (state: PersonState) => void): void {
  // Not every browser has it.
  browser.idle?.onStateChanged.addListener(callback);
  orElseNow(() => browser.idle?.setDetectionInterval(IDLE_AFTER_MS / 1000), undefined);
}
