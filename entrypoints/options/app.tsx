import { useState } from 'preact/hooks';
import { PreferencesSection } from '../../components/preferences-section';
import { useUi } from '../../components/ui';
import { giveBackAllBut } from '../../lib/browser/permissions';
import { savePreferences } from '../../lib/browser/preferences-storage';
import { refresh } from '../../lib/browser/send-command';
import { loadSettings, saveSettings } from '../../lib/browser/settings-storage';
import { loadState, stateWhere } from '../../lib/browser/state-storage';
import type { Preferences } from '../../lib/core/preferences';
import { type Settings, type StoredSettings, usedAddresses } from '../../lib/core/settings';
import type { State } from '../../lib/core/state';
import type { SectionProps } from './section';
import { sections } from './sections';

interface AppProps {
  stored: StoredSettings;
  preferences: Preferences;
  state: State;
}

export function App({ stored, preferences: initial, state: initialState }: AppProps) {
  const { t } = useUi();
  const [settings, setSettings] = useState(stored.settings);
  const [isUnreadable, setUnreadable] = useState(stored.unreadable);
  const [state, setState] = useState(initialState);
  const [preferences, setPreferences] = useState(initial);
  const [isSaved, setSaved] = useState(false);

  const save: SectionProps['save'] = async (change) => {
    // As they are now, not as this tab knew them: another one may have added a connection.
    const { settings: before } = await loadSettings();
    const changed = change(before);
    await saveSettings(changed);
    setSettings(changed);
    setUnreadable(false);
    // What was saved has its outcome before the round ends where another service is silent.
    const known = await Promise.race([
      refresh('user').then((reply) => reply && loadState()),
      stateWhere((now) => isSettled(now, before, changed)),
    ]);
    if (known !== null) setState(known);
    await giveBackAllBut(usedAddresses(changed));
    return known;
  };

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
      {isUnreadable && <p class="notice">{t('settingsUnreadable')}</p>}
      {sections.map(({ order, View }) => (
        <View key={order} settings={settings} state={state} save={save} />
      ))}
      <PreferencesSection
        preferences={preferences}
        isSaved={isSaved}
        onChange={changePreferences}
      />
    </main>
  );
}

/** True where the state is of exactly the changed connections, and has an outcome for each that is new. */
function isSettled({ feeds }: State, before: Settings, { connections }: Settings): boolean {
  const known = new Set(before.connections.map(({ id }) => id));
  return (
    feeds.length === connections.length &&
    connections.every(({ id }) => {
      const feed = feeds.find(({ connectionId }) => connectionId === id);
      return feed && (known.has(id) || feed.data !== null || feed.failure !== null);
    })
  );
}
