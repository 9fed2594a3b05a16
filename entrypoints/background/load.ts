import { isAway } from '../../lib/browser/idle';
import { loadReach } from '../../lib/browser/permissions';
import { loadPreferences } from '../../lib/browser/preferences-storage';
import { loadSettings } from '../../lib/browser/settings-storage';
import { openStored } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { StoredSettings } from '../../lib/core/settings/settings';
import type { Stored } from '../../lib/core/state/state';

/** All that a round starts from. */
export interface Loaded extends StoredSettings {
  preferences: Preferences;
  /** What earlier rounds learnt and scheduled. */
  stored: Stored;
  /** Nobody is at the computer. */
  isAway: boolean;
  /** The addresses of the connections that the user allows us to reach. */
  reachable: Set<string>;
  /** The browser's, an IANA name. */
  timeZone: string;
}

/** Reads what a round starts from. */
export async function load(): Promise<Loaded> {
  const [stored, preferences, settings, away, mayReach] = await Promise.all([
    openStored(),
    loadPreferences(),
    loadSettings(),
    isAway(),
    loadReach(),
  ]);
  const addresses = settings.settings.connections.map(({ address }) => address);
  const allowed = await Promise.all(addresses.map(mayReach));
  return {
    ...settings,
    stored,
    preferences,
    isAway: away,
    reachable: new Set(addresses.filter((_, index) => allowed[index])),
    timeZone: browserTimeZone(),
  };
}
