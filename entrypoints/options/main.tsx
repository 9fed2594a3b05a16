import { render } from 'preact';
import { UiProvider } from '../../components/ui';
import { loadAwaiting } from '../../lib/browser/awaiting-storage';
import { loadPreferences } from '../../lib/browser/preferences-storage';
import { hasSetAside, loadSettings } from '../../lib/browser/settings-storage';
import { loadStored } from '../../lib/browser/state-storage';
import { textLanguage, translate } from '../../lib/browser/texts';
import { createUi } from '../../lib/browser/ui';
import { App } from './app';

const root = document.getElementById('app');
if (root === null) throw new Error('options.html has no #app');
document.documentElement.lang = textLanguage();
document.title = translate('optionsTitle');
const [settings, isSetAside, awaiting, preferences, stored] = await Promise.all([
  loadSettings(),
  hasSetAside(),
  loadAwaiting(),
  loadPreferences(),
  loadStored(),
]);
render(
  <UiProvider value={createUi()}>
    <App
      settings={settings}
      hasSetAside={isSetAside}
      awaiting={awaiting}
      preferences={preferences}
      stored={stored}
    />
  </UiProvider>,
  root,
);
