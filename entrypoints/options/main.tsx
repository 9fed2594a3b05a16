import { render } from 'preact';
import { UiProvider } from '../../components/ui';
import { loadAwaiting } from '../../lib/browser/awaiting-storage';
import { loadPreferences } from '../../lib/browser/preferences-storage';
import { hasSetAside, loadSettings } from '../../lib/browser/settings-storage';
import { loadState } from '../../lib/browser/state-storage';
import { textLanguage, translate } from '../../lib/browser/texts';
import { createUi } from '../../lib/browser/ui';
import { App } from './app';

const root = document.getElementById('app');
if (root === null) throw new Error('options.html has no #app');
document.documentElement.lang = textLanguage();
document.title = translate('optionsTitle');
const [stored, isSetAside, awaiting, preferences, state] = await Promise.all([
  loadSettings(),
  hasSetAside(),
  loadAwaiting(),
  loadPreferences(),
  loadState(),
]);
render(
  <UiProvider value={createUi()}>
    <App
      stored={stored}
      hasSetAside={isSetAside}
      awaiting={awaiting}
      preferences={preferences}
      state={state}
    />
  </UiProvider>,
  root,
);
