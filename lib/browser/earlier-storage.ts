import { browser } from 'wxt/browser';
import { type EarlierDays, parseEarlierDays } from '../core/olie/sessions';
import { orElse } from './or-else';
import { watch } from './watch';

/**
 * On disk: the sessions of the days before today. Apart from the state, so that the popup's first frame does not read
 * them. The background writes them together with the state (state-storage.ts).
 */
export const EARLIER = 'earlier';

/** The earlier days that were learnt with that connection. */
export async function loadEarlier(connectionId: string): Promise<EarlierDays> {
  const stored = await browser.storage.local.get(EARLIER);
  return parseEarlierDays(stored[EARLIER], connectionId);
}

export async function removeEarlier(): Promise<void> {
  await browser.storage.local.remove(EARLIER);
}

/**
 * Calls back with the earlier days of that connection, at once and when they change.
 * @returns stops it
 */
export function watchEarlier(
  connectionId: string,
  callback: (earlier: EarlierDays) => void,
): () => void {
  // What is read now tells nothing once newer days have come, or nobody listens any more.
  let isWanted = true;
  orElse(() => loadEarlier(connectionId), null).then(
    (earlier) => isWanted && earlier && callback(earlier),
  );
  const stop = watch('local', EARLIER, (stored) => {
    isWanted = false;
    callback(parseEarlierDays(stored, connectionId));
  });
  return () => {
    isWanted = false;
    stop();
  };
}
