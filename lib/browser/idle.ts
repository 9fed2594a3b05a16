import { browser } from 'wxt/browser';

/** The browsers' own default, so the event needs no setting up. */
const AWAY_AFTER_S = 60;

/** Is nobody at the computer? No input for a while, or a locked screen. */
export async function isAway(): Promise<boolean> {
  return (await browser.idle.queryState(AWAY_AFTER_S)) !== 'active';
}

/** Calls back when the user leaves or comes back. */
export function onAwayChanged(callback: () => void): void {
  browser.idle.onStateChanged.addListener(callback);
}
