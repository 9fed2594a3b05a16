import { useState } from 'preact/hooks';
import { OlieSection } from '../../components/olie-section';
import { PreferencesSection } from '../../components/preferences-section';
import { useUi } from '../../components/ui';
import { savePreferences } from '../../lib/browser/preferences-storage';
import type { Preferences } from '../../lib/core/preferences';
import type { StoredSettings } from '../../lib/core/settings';
import type { State } from '../../lib/core/state';
import { useOlieForm } from './use-olie-form';

interface AppProps {
  stored: StoredSettings;
  preferences: Preferences;
  state: State;
}

export function App({ stored, preferences: initial, state }: AppProps) {
  const { t } = useUi();
  const [preferences, setPreferences] = useState(initial);
  const [isSaved, setSaved] = useState(false);
  const olie = useOlieForm(stored.settings, state);

  const changePreferences = async (changed: Preferences) => {
    setPreferences(changed);
    setSaved(false);
    await savePreferences(changed);
    setSaved(true);
  };
  return (
    <main>
      <div class="title">
        <img src="/icons/48.png" alt="" width={36} height={36} />
        <h1>{t('optionsTitle')}</h1>
      </div>
      {stored.unreadable && <p class="notice">{t('settingsUnreadable')}</p>}
      <OlieSection {...olie} />
      <PreferencesSection
        preferences={preferences}
        isSaved={isSaved}
        onChange={changePreferences}
      />
    </main>
  );
}
