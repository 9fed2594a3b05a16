import { render } from 'preact';
import { loadPreferences } from '../../lib/browser/choices-storage';
import { openHistory } from '../../lib/browser/history-db';
import { orElse } from '../../lib/browser/or-else';
import { pageRoot } from '../../lib/browser/page-root';
import { loadStored } from '../../lib/browser/state-storage';
import { translate } from '../../lib/browser/texts';
import { UNREADABLE } from '../../lib/core/state/state';
import { App } from './app';
import { readFirst } from './first-read';

/** With an `await` at the module's top level, the page would come in more pieces (BENCH.md). */
async function show(): Promise<void> {
  // It takes its time, and the storage is read meanwhile. Whoever reads the history says why it does not open.
  openHistory().catch(() => undefined);
  const root = await pageRoot();
  document.title = translate('history');
  const [stored, preferences] = await Promise.all([
    orElse(loadStored, UNREADABLE),
    loadPreferences(),
  ]);
  const first = await readFirst(stored, preferences, Date.now());
  render(<App stored={stored} preferences={preferences} first={first} />, root);
}

show();
