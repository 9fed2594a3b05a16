import { render } from 'preact';
import { loadPreferences } from '../../lib/browser/choices-storage';
import { openHistory } from '../../lib/browser/history-db';
import { orElse } from '../../lib/browser/or-else';
import { pageRoot } from '../../lib/browser/page-root';
import { loadStored } from '../../lib/browser/state-storage';
import { translate } from '../../lib/browser/texts';
import { UNREADABLE } from '../../lib/core/state/state';
import { App } from './app';

/** With an `await` at the module's top level, the page would come in more pieces (BENCH.md). */
async function show(): Promise<void> {
  const [root, stored, preferences] = await Promise.all([
    pageRoot(),
    orElse(loadStored, UNREADABLE),
    loadPreferences(),
  ]);
  // Opening takes longer than the first drawing, and meanwhile the processor is free.
  if (!preferences.isHistoryOff) openHistory().catch(() => undefined);
  document.title = translate('history');
  render(<App stored={stored} preferences={preferences} />, root);
}

show();
