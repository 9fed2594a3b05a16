import { browser } from 'wxt/browser';

/** Without keyboard and mouse for so long, the user is away: the browsers' own default, so that there is no event to set up. */
const AWAY_AFTER_S = 60;

/** Is nobody at the computer: no input for a while, or a locked screen? */
export async function isAway(): Promise<boolean> {
  return (await browser.idle.queryState(AWAY_AFTER_S)) !== 'active';
}

/** Calls back where the user has left or is back. */
export function onAwayChanged(callback: () => void): void {
  browser.idle.onStateChanged.addListener(callback);
}
