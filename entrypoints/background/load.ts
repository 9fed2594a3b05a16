import { loadChoices, preferencesOf } from '../../lib/browser/choices-storage';
import { loadPersonState, type PersonState } from '../../lib/browser/idle';
import { awaitManaged } from '../../lib/browser/managed-storage';
import { orElse } from '../../lib/browser/or-else';
import { loadReach } from '../../lib/browser/permissions';
import { loadSettings } from '../../lib/browser/settings-storage';
import { openStored } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { allowedSettings } from '../../lib/core/settings/managed';
import { keptMonths, type Preferences } from '../../lib/core/settings/preferences';
import { NO_SETTINGS, type StoredSettings } from '../../lib/core/settings/settings';
import { isForbidden, type Stored, UNREADABLE } from '../../lib/core/state/state';

/** All that a round starts from. */
export interface Loaded extends StoredSettings {
  /** False if the browser did not give out what is on the disk. */
  isRead: boolean;
  /** The preferences that count: the organization may have set some of them. */
  preferences: Preferences;
  /** The browser told the user's own. If not, they are the default ones. */
  arePreferencesRead: boolean;
  /** For how many months history is kept; null for ever, and if the browser does not tell. */
  keptMonths: number | null;
  /** What earlier rounds learnt and scheduled. */
  stored: Stored;
  /** Who is at the computer. */
  person: PersonState;
  /** The addresses of the connections that the user allows us to reach. */
  reachable: Set<string>;
  /** The browser's, an IANA name. */
  timeZone: string;
}

/** If the disk cannot be read, nothing is asked and nothing is written. The badge says so. */
const NOT_READ: { isRead: boolean; stored: Stored; settings: StoredSettings } = {
  isRead: false,
  stored: UNREADABLE,
  settings: { settings: NO_SETTINGS, unreadable: true },
};

/** Reads what a round starts from. What the browser refuses to tell does not end the round. */
export async function load(): Promise<Loaded> {
  const [onDisk, choices, person, mayReach] = await Promise.all([
    orElse(loadFromDisk, NOT_READ),
    loadChoices(awaitManaged),
    loadPersonState(),
    loadReach(),
  ]);
  const { isRead, stored } = onDisk;
  const settings = allowedSettings(onDisk.settings.settings, choices.managed);
  const preferences = preferencesOf(choices);
  const addresses = settings.connections.map(({ address }) => address);
  // If the browser does not tell, what was true before is still true.
  const isAllowed = async (address: string) =>
    (await mayReach(address)) ?? !isForbidden(stored.state, address);
  const allowed = await Promise.all(addresses.map(isAllowed));
  return {
    settings,
    unreadable: onDisk.settings.unreadable,
    isRead,
    stored,
    preferences,
    arePreferencesRead: choices.own !== null,
    keptMonths: choices.own && keptMonths(preferences),
    person,
    reachable: new Set(addresses.filter((_, index) => allowed[index])),
    timeZone: browserTimeZone(),
  };
}

async function loadFromDisk() {
  const [stored, settings] = await Promise.all([openStored(), loadSettings()]);
  return { isRead: true, stored, settings };
}
