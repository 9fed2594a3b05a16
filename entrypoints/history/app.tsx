import { useEffect, useMemo, useState } from 'preact/hooks';
import { HistoryOffPage } from '../../components/history/history-off-page';
import { HistoryPage } from '../../components/history/history-page';
import { shownOf } from '../../components/history/shown-of';
import { UiProvider, useNow, useUi } from '../../components/ui';
import { browserWeekStart, createBrowserDates } from '../../lib/browser/dates';
import { openOptions } from '../../lib/browser/lifecycle';
import { browserTimeZone } from '../../lib/browser/texts';
import { dateIn } from '../../lib/core/history/calendar';
import { hashOf } from '../../lib/core/history/period';
import type { Preferences } from '../../lib/core/settings/preferences';
import { type Stored, timerFeed } from '../../lib/core/state/state';
import { liveTimer, whose, zoneOf } from './live-timer';
import { useChoices } from './use-choices';
import { useFirstFrame } from './use-first-frame';
import { useFocus } from './use-focus';
import { useHistory } from './use-history';
import { useHistoryUi } from './use-history-ui';
import { useOut } from './use-out';
import { useStored, useStoredPreferences } from './use-stored';
import { useView } from './use-view';

const MINUTE_MS = 60_000;

interface AppProps {
  /** What is stored as the page opens. */
  stored: Stored;
  preferences: Preferences;
}

export function App({ stored: first, preferences: firstPreferences }: AppProps) {
  const stored = useStored(first);
  const preferences = useStoredPreferences(firstPreferences);
  return (
    <UiProvider value={useHistoryUi(stored.state, preferences)}>
      {preferences.isHistoryOff ? (
        <HistoryOffPage onOptions={openOptions} />
      ) : (
        <History stored={stored} preferences={preferences} />
      )}
    </UiProvider>
  );
}

function History({ stored, preferences }: AppProps) {
  const { t, now } = useUi();
  // What counts by the second does so by itself. Bars, shares and amounts follow each minute, and the date at midnight.
  const nowMs = useNow(MINUTE_MS);
  const timeZone = useMemo(browserTimeZone, []);
  const dates = useMemo(createBrowserDates, []);
  const weekStart = browserWeekStart(preferences.weekStart);
  const [chosenId, setChosen] = useState<string | null>(null);
  const feed = timerFeed(stored.state);
  const zone = zoneOf(stored, timeZone);
  const today = dateIn(zone, nowMs);
  const [view, go] = useView(today, weekStart);
  const { read, problem } = useHistory(
    view,
    (persons) => whose(persons, chosenId, feed),
    [chosenId, feed?.connectionId, feed?.data?.userId].join(),
  );
  // The address changes before the database has answered. What is on the page stays until then, and is not drawn again.
  const shownAt = (atMs: number) => {
    const live = read && liveTimer(stored, read, atMs, timeZone);
    const known = { today, dates, live, zone, nowMs: atMs, preferences };
    return {
      shown: read && shownOf({ ...known, ...read }),
      isEmpty: read !== null && read.firstDate === null && live === null,
    };
  };
  const { shown, isEmpty } = useMemo(
    () => shownAt(nowMs),
    [read, stored, preferences, Math.floor(nowMs / MINUTE_MS)],
  );
  const choices = useChoices(shown);
  const name = shown && hashOf(shown.view);
  const isFirstFrame = useFirstFrame(name);
  useFocus(name);
  const title = shown && dates.period(shown.view.period, today);
  useEffect(() => {
    if (title !== null) document.title = `${title} – ${t('history')}`;
  }, [title]);
  // The chosen person, not the shown one: a deletion or an import may change that, and its message must stay.
  const about = `${hashOf(view)} ${chosenId}`;
  const out = useOut(() => shownAt(now()).shown, title, preferences, today, about);
  return (
    <HistoryPage
      {...out}
      preferences={preferences}
      shown={shown}
      isFirstFrame={isFirstFrame}
      problem={problem}
      isEmpty={isEmpty && problem === null}
      isConnected={feed !== null}
      firstDate={read?.firstDate ?? null}
      weekStart={weekStart}
      choices={choices}
      persons={read?.persons ?? []}
      personId={read?.personId ?? null}
      onView={go}
      onPerson={setChosen}
      onOptions={openOptions}
    />
  );
}
