import { useEffect, useState } from 'preact/hooks';
import {
  loadOwnPreferences,
  savePreferences,
  watchOwnPreferences,
} from '../../lib/browser/preferences-storage';

/** Whether only top-level runs are shown, and what changes that. It is the preference of the options page. */
export function useOnlyTopLevel() {
  const [isTopLevelOnly, setOnly] = useState(true);
  /** The last choice holds until the popup closes, but the browser did not keep it. */
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    loadOwnPreferences().then((preferences) => setOnly(preferences?.onlyTopLevelRuns ?? true));
    return watchOwnPreferences(({ onlyTopLevelRuns }) => setOnly(onlyTopLevelRuns ?? true));
  }, []);
  const onTopLevelOnly = async (onlyTopLevelRuns: boolean) => {
    setOnly(onlyTopLevelRuns);
    setRefused(
      await savePreferences({ onlyTopLevelRuns }).then(
        () => false,
        () => true,
      ),
    );
  };
  return { isTopLevelOnly, onTopLevelOnly, isRefused };
}
