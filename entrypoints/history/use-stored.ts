import { useEffect, useState } from 'preact/hooks';
import { watchPreferences } from '../../lib/browser/choices-storage';
import { watchStored } from '../../lib/browser/state-storage';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { Stored } from '../../lib/core/state/state';

/** What is stored, as it is now. @param first what was read before */
export function useStored(first: Stored): Stored {
  const [stored, setStored] = useState(first);
  useEffect(() => watchStored(first, setStored), []);
  return stored;
}

/** What the user prefers now. @param first what was read before */
export function useStoredPreferences(first: Preferences): Preferences {
  const [preferences, setPreferences] = useState(first);
  useEffect(() => watchPreferences(first, setPreferences), []);
  return preferences;
}
