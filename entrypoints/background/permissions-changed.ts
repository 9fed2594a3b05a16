import { orElse } from '../../lib/browser/or-else';
import { coversAny } from '../../lib/browser/permissions';
import { loadSettings } from '../../lib/browser/settings-storage';
import { usedAddresses } from '../../lib/core/settings/settings';
import { refresh } from './refresh';

/**
 * The user allowed or withdrew hosts. What a form asks for before it saves, and what is given back afterwards, belongs
 * to no saved connection and needs no round.
 * @param origins match patterns
 */
export async function permissionsChanged(origins: string[]): Promise<void> {
  const stored = await orElse(loadSettings, null);
  const isUsed = stored === null || coversAny(origins, usedAddresses(stored.settings));
  if (isUsed) await refresh('alarm');
}
