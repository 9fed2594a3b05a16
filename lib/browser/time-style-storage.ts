import { browser } from 'wxt/browser';
import { parseTimeStyle, type TimeStyle } from '../core/time/time-style';
import { orElse } from './or-else';

/** In `storage.sync`: preferences follow the user to other machines. */
export const PREFERENCES = 'preferences';

/**
 * How times are written, of the preferences all that the popup's first frame needs: as the language has it if the browser
 * does not tell. A file of its own, so that the popup does not load the rest with it.
 */
export async function loadTimeStyle(): Promise<TimeStyle> {
  const read = async () => (await browser.storage.sync.get(PREFERENCES))[PREFERENCES];
  return parseTimeStyle(await orElse(read, undefined));
}
