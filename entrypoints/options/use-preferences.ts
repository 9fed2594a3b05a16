import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Message } from '../../components/message-line';
import { useUi } from '../../components/ui';
import { type Choices, loadChoices } from '../../lib/browser/choices-storage';
import { savePreferences } from '../../lib/browser/preferences-storage';
import { watchChoices } from '../../lib/browser/watch-choices';
import type { Backup } from '../../lib/core/settings/backup';
import { changesOf } from '../../lib/core/settings/changed-preferences';
import { withImportedPreferences } from '../../lib/core/settings/import-plan';
import { ownAfter, withManaged } from '../../lib/core/settings/managed';
import { DEFAULT_PREFERENCES, type Preferences } from '../../lib/core/settings/preferences';
import { SYNC_SPACING_MS, spacedSaver } from './spaced-saver';

/**
 * The preferences that count, as the user changes them, and what the organization has set.
 * @param first if the browser does not tell the user's own, the defaults count
 */
export function usePreferences(first: Choices) {
  const { t } = useUi();
  const [own, setOwn] = useState(first.own ?? DEFAULT_PREFERENCES);
  const [managed, setManaged] = useState(first.managed);
  const preferences = useMemo(() => withManaged(own, managed), [own, managed]);
  const [message, setMessage] = useState<Message | null>(
    first.own === null ? { tone: 'bad', text: t('preferencesUnreadable') } : null,
  );
  /** What was chosen here since the stored preferences were last heard of. */
  const chosen = useRef<Partial<Preferences>>({});
  const isClosing = useRef(false);
  const saver = useMemo(
    () =>
      spacedSaver(
        // In Firefox, a page that closes loses even what it began to write just before.
        (fresh: Partial<Preferences>) =>
          savePreferences(fresh, isClosing.current || import.meta.env.FIREFOX),
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
  useEffect(() => {
    const read = async () => {
      const now = await loadChoices();
      setManaged(now.managed);
      if (now.own === null || saver.isBusy()) return;
      chosen.current = {};
      setOwn(now.own);
    };
    // Nobody was called for what was changed while the page opened.
    read();
    return watchChoices(read);
  }, []);
  useEffect(() => {
    const flush = () => {
      isClosing.current = true;
      saver.flush();
      isClosing.current = false;
    };
    addEventListener('pagehide', flush);
    // Firefox would lose what waits if the page closed now.
    addEventListener('focusout', saver.settle);
    return () => {
      removeEventListener('pagehide', flush);
      removeEventListener('focusout', saver.settle);
    };
  }, []);

  const save = (changed: Preferences, isTyped = false) => {
    chosen.current = { ...chosen.current, ...changesOf(own, changed) };
    setOwn(changed);
    setMessage(null);
    saver.save(chosen.current, isTyped);
  };
  /** @param isTyped the user may still be typing it. Default: false */
  const change = (changed: Preferences, isTyped = false) =>
    save(ownAfter(changed, own, managed), isTyped);
  /**
   * Saves what a file says, whatever the organization has set: it counts if that ends.
   * @returns true once it is saved
   */
  const saveImported = (imported: Backup['preferences']) => {
    save(withImportedPreferences(own, imported));
    return saver.flush();
  };
  return { preferences, managed, message, change, saveImported };
}
