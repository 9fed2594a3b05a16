import { browser } from 'wxt/browser';
import { orElse } from './or-else';

/** The browsers' own default, so the event needs no setting up. */
const AWAY_AFTER_S = 60;

/** Is nobody at the computer? No input for a while, or a locked screen. If the browser does not say, somebody is. */
export async function isAway(): Promise<boolean> {
  return (await orElse(() => browser.idle.queryState(AWAY_AFTER_S), 'active')) !== 'active';
}

/** Calls back when the user leaves or comes back. */
export function onAwayChanged(callback: () => void): void {
  // Not every browser has it.
  browser.idle?.onStateChanged.addListener(callback);
}
