import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FormMessage } from '../../components/options/connection-fields';
import { useUi } from '../../components/ui';
import { savePreferences, watchPreferences } from '../../lib/browser/preferences-storage';
import { changesOf } from '../../lib/core/settings/changed-preferences';
import { DEFAULT_PREFERENCES, type Preferences } from '../../lib/core/settings/preferences';
import { SYNC_SPACING_MS, spacedSaver } from './spaced-saver';

/**
 * The preferences, as they are stored and as the user changes them.
 * @param stored null if the browser does not tell: then the defaults count
 */
export function usePreferences(stored: Preferences | null) {
  const { t } = useUi();
  const [preferences, setPreferences] = useState(stored ?? DEFAULT_PREFERENCES);
  const [message, setMessage] = useState<FormMessage | null>(
    stored === null ? { tone: 'bad', text: t('preferencesUnreadable') } : null,
  );
  /** What was chosen here since the stored preferences were last heard of. */
  const chosen = useRef<Partial<Preferences>>({});
  const isClosing = useRef(false);
  const saver = useMemo(
    () =>
      spacedSaver(
        (fresh: Partial<Preferences>) => savePreferences(fresh, isClosing.current),
        SYNC_SPACING_MS,
        (isSaved) =>
          setMessage(
            isSaved
              ? { tone: 'good', text: t('preferencesSaved') }
              : { tone: 'bad', text: t('preferencesNotSaved') },
          ),
      ),
    [],
  );
  // Another tab or machine may change them. What the user has just chosen here is newer.
  useEffect(
    () =>
      watchPreferences((changed) => {
        if (saver.isBusy()) return;
        chosen.current = {};
        setPreferences(changed);
      }),
    [],
  );
  useEffect(() => {
    const flush = () => {
      isClosing.current = true;
      saver.flush();
      isClosing.current = false;
    };
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, []);

  const change = (changed: Preferences) => {
    chosen.current = { ...chosen.current, ...changesOf(preferences, changed) };
    setPreferences(changed);
    setMessage(null);
    saver.save(chosen.current);
  };
  /** @returns true once they are saved */
  const saveNow = (changed: Preferences) => {
    change(changed);
    return saver.flush();
  };
  return { preferences, message, change, saveNow };
}
