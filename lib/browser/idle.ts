import { browser } from 'wxt/browser';
import { IDLE_AFTER_MS } from '../core/reminders/presence';
import { orElse } from './or-else';

/** Somebody is at the computer, has given no input for a minute, or has locked the screen. */
export type PersonState = 'active' | 'idle' | 'locked';

/** If the browser does not say, somebody is there. */
export async function loadPersonState(): Promise<PersonState> {
  return orElse(() => browser.idle.queryState(IDLE_AFTER_MS / 1000), 'active');
}

/** Calls back when the user leaves or comes back. The event has the browsers' own default, which is the same minute. */
export function onPersonChanged(callback: (state: PersonState) => void): void {
  // Not every browser has it.
  browser.idle?.onStateChanged.addListener(callback);
}
