import * as z from '../core/zod';
import { orElse } from './or-else';
import { storedValue } from './stored-value';
import { watch } from './watch';

/** On disk: what was told, until when reminders are muted, and when nobody was at the computer. */
export const REMINDERS = 'reminders';

const mutedSchema = z.object({ ledger: z.object({ mutedUntilMs: z.boundedNumber() }) });

/**
 * Calls back with the end of the last mute on the server's clock, at once and when that changes; null if there is none. A file
 * of its own, so that the popup does not load all that reminders remember.
 * @returns stops it
 */
export function watchMute(callback: (mutedUntilMs: number | null) => void): () => void {
  const tell = (stored: unknown) =>
    callback(z.safeParse(mutedSchema, stored).data?.ledger.mutedUntilMs ?? null);
  orElse(() => storedValue('local', REMINDERS)).then(tell);
  return watch('local', REMINDERS, tell);
}
