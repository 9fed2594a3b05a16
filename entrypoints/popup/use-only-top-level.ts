import { useEffect, useState } from 'preact/hooks';
import {
  loadPreferences,
  savePreferences,
  watchPreferences,
} from '../../lib/browser/preferences-storage';

/** Whether only top-level runs are shown, and what changes that. It is the preference of the options page. */
export function useOnlyTopLevel() {
  const [isTopLevelOnly, setOnly] = useState(true);
  /** The last choice holds until the popup closes, but the browser did not keep it. */
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    loadPreferences().then((preferences) => setOnly(preferences?.onlyTopLevelRuns ?? true));
    return watchPreferences(({ onlyTopLevelRuns }) => setOnly(onlyTopLevelRuns ?? true));
  }, []);
  const onTopLevelOnly = async (onlyTopLevelRuns: boolean) => {
    setOnly(onlyTopLevelRuns);
    const preferences = await loadPreferences();
    // What cannot be read must not be overwritten.
    const saving = preferences
      ? savePreferences({ ...preferences, onlyTopLevelRuns })
      : Promise.reject(new Error('The preferences cannot be read'));
    setRefused(
      await saving.then(
        () => false,
        () => true,
      ),
    );
  };
  return { isTopLevelOnly, onTopLevelOnly, isRefused };
}
