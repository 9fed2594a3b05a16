import { dequal } from 'dequal/lite';
import { watchManaged } from './managed-storage';
import { watch } from './watch';

/** In `storage.sync`: preferences follow the user to other machines. */
export const PREFERENCES = 'preferences';

/**
 * Calls back when the user or the organization changed something. What an organization changes, Chromium tells at once;
 * Firefox reads it when it starts.
 * @returns stops it
 */
export function watchChoices(callback: () => void): () => void {
  const stops = [watch('sync', PREFERENCES, callback), watchManaged(callback)];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Reads the choices again when they change, and calls back if something else is read. Reads them at once, too: nobody was
 * called for what changed between the caller's reading and now.
 * @param known what the caller has read
 * @returns stops it
 */
export function watchRead<T>(
  known: T,
  load: () => Promise<T>,
  callback: (value: T) => void,
): () => void {
  let latest = known;
  let count = 0;
  const read = async () => {
    count += 1;
    const own = count;
    const next = await load();
    // A later reading may have ended before.
    if (own !== count || dequal(next, latest)) return;
    latest = next;
    callback(next);
  };
  read();
  return watchChoices(read);
}
