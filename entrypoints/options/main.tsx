import { render } from 'preact';
import { UiProvider } from '../../components/ui';
import { loadAwaiting } from '../../lib/browser/awaiting-storage';
import { loadChoices, preferencesOf } from '../../lib/browser/choices-storage';
import { orElse } from '../../lib/browser/or-else';
import { pageRoot } from '../../lib/browser/page-root';
import { hasSetAside } from '../../lib/browser/set-aside-storage';
import { loadSettings } from '../../lib/browser/settings-storage';
import { loadStored } from '../../lib/browser/state-storage';
import { translate } from '../../lib/browser/texts';
import { createUi } from '../../lib/browser/ui';
import { NO_SETTINGS } from '../../lib/core/settings/settings';
import { UNREADABLE } from '../../lib/core/state/state';
import { App } from './app';

/** With an `await` at the module's top level, the page would come in more pieces (BENCH.md). */
async function show(): Promise<void> {
  const root = await pageRoot();
  document.title = translate('optionsTitle');
  const [settings, isSetAside, awaiting, choices, stored] = await Promise.all([
    orElse(loadSettings, null),
    orElse(hasSetAside, null),
    orElse(loadAwaiting, null),
    loadChoices(),
    orElse(loadStored, null),
  ]);
  render(
    <UiProvider value={createUi(undefined, preferencesOf(choices))}>
      <App
        settings={settings ?? { settings: NO_SETTINGS, unreadable: true }}
        hasSetAside={isSetAside ?? false}
        awaiting={awaiting ?? []}
        choices={choices}
        stored={stored ?? UNREADABLE}
        hasReadFailed={[settings, isSetAside, awaiting, stored].includes(null)}
      />
    </UiProvider>,
    root,
  );
}

show();
