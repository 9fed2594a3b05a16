import { type Look, parseLook } from '../core/settings/look';
import { readManaged } from './managed-storage';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { PREFERENCES, watchRead } from './watch-choices';

/**
 * Of the preferences, all that the popup's first frame needs; nothing is chosen if the browser does not tell. The web
 * address of an organization counts before the user's own. A file of its own, so that the popup does not load the rest.
 */
export async function loadLook(): Promise<Look> {
  const [own, managed] = await Promise.all([
    orElse(() => storedValue('sync', PREFERENCES)),
    readManaged(),
  ]);
  const { olieWebAddress } = parseLook(managed);
  return { ...parseLook(own), ...(olieWebAddress && { olieWebAddress }) };
}

/** Calls back when the user, on whatever machine, or the organization changes it; at once if it is no longer the known one. */
export function watchLook(known: Look, callback: (look: Look) => void): () => void {
  return watchRead(known, loadLook, callback);
}
