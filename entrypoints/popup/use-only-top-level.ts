import { useEffect, useState } from 'preact/hooks';
import {
  loadPreferences,
  savePreferences,
  watchPreferences,
} from '../../lib/browser/preferences-storage';

/** Whether only top-level runs are shown, and what changes that. It is the preference of the options page. */
export function useOnlyTopLevel(): [boolean, (isOnly: boolean) => Promise<void>] {
  const [isOnly, setOnly] = useState(true);
  useEffect(() => {
    const read = async () => setOnly((await loadPreferences()).onlyTopLevelRuns ?? true);
    read();
    return watchPreferences(read);
  }, []);
  const choose = async (onlyTopLevelRuns: boolean) => {
    setOnly(onlyTopLevelRuns);
    await savePreferences({ ...(await loadPreferences()), onlyTopLevelRuns });
  };
  return [isOnly, choose];
}
