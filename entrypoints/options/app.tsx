import { useEffect, useState } from 'preact/hooks';
import { BackupSection } from '../../components/options/backup-section';
import { PreferencesSection } from '../../components/options/preferences-section';
import { SetAside } from '../../components/options/set-aside';
import { useUi } from '../../components/ui';
import {
  loadPreferences,
  savePreferences,
  watchPreferences,
} from '../../lib/browser/preferences-storage';
import { forgetSetAside } from '../../lib/browser/send-command';
import type { BackedUp } from '../../lib/core/feeds/feed-kind';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { StoredSettings } from '../../lib/core/settings/settings';
import type { Stored } from '../../lib/core/state/state';
import { sections } from './sections';
import { useBackup } from './use-backup';
import { useConnections } from './use-connections';

interface AppProps {
  settings: StoredSettings;
  /** Something is kept that this version cannot read. */
  hasSetAside: boolean;
  awaiting: BackedUp[];
  preferences: Preferences;
  stored: Stored;
}

export function App({ preferences: initial, hasSetAside, ...first }: AppProps) {
  const { t } = useUi();
  const { unreadable, sectionProps, importConnections } = useConnections(first);
  const [preferences, setPreferences] = useState(initial);
  const [isSaved, setSaved] = useState(false);
  // The popup and other machines change them, too: a choice here must not bring back old ones.
  useEffect(() => watchPreferences(async () => setPreferences(await loadPreferences())), []);
  const [imports, setImports] = useState(0);

  const changePreferences = async (changed: Preferences) => {
    setPreferences(changed);
    setSaved(false);
    await savePreferences(changed);
    setSaved(true);
  };
  const backup = useBackup(async (file, { arePreferencesChanged }) => {
    if (arePreferencesChanged) await changePreferences({ ...preferences, ...file.preferences });
    const waiting = await importConnections(file.connections);
    setImports((count) => count + 1);
    return waiting;
  });
  return (
    <main>
      <div class="title">
        <img src="/icons/48.png" alt="" width={36} height={36} />
        <h1>{t('optionsTitle')}</h1>
      </div>
      {unreadable && <p class="notice">{t('settingsUnreadable')}</p>}
      {sections.map((Section, index) => (
        // New ones after each import: what was imported stands in the forms.
        <Section key={`${index} ${imports}`} {...sectionProps} />
      ))}
      <PreferencesSection
        preferences={preferences}
        isSaved={isSaved}
        onChange={changePreferences}
      />
      <BackupSection {...backup}>
        {hasSetAside && <SetAside onForget={forgetSetAside} />}
      </BackupSection>
    </main>
  );
}
