import { render } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { PopupView } from '../../components/popup/popup-view';
import { UiProvider } from '../../components/ui';
import { openOptions } from '../../lib/browser/lifecycle';
import { askToReach } from '../../lib/browser/permissions';
import { askDetail, refresh } from '../../lib/browser/send-command';
import { watchState } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { createUi } from '../../lib/browser/ui';
import { isUnconfirmed } from '../../lib/core/feeds/freshness';
import { situationOf } from '../../lib/core/state/situation';
import { type State, type Stored, stateOf, timerFeed, timerOf } from '../../lib/core/state/state';
import { useHeightKept } from './use-height-kept';
import { useSections } from './use-sections';

/** How often an open popup asks. */
const REFRESH_EVERY_MS = 15_000;
/** How often to check for old answers and the end of the day. */
const LOOK_EVERY_MS = 5_000;

interface AppProps {
  initial: State;
  /** Holds the popup. */
  root: HTMLElement;
  knownHeight: unknown;
}

function App({ initial, root, knownHeight }: AppProps) {
  const [state, setState] = useState(initial);
  const [isRefreshing, setRefreshing] = useState(false);
  // Memoized: takes milliseconds.
  const timeZone = useMemo(browserTimeZone, []);
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const timer = timerFeed(state);
  // Without a timer, any service's clock.
  const offsetMs = (timer ?? state.feeds.find((feed) => feed.offsetMs !== null))?.offsetMs ?? 0;
  const originMs = timerOf(timer)?.current?.startedAtMs ?? 0;
  const time = useRef({ offsetMs, originMs }).current;
  Object.assign(time, { offsetMs, originMs });
  // Views follow small changes of the clock at their next second. Only larger ones need a new Ui, which redraws them.
  const ui = useMemo(() => createUi(time), [Math.round(offsetMs / 1000)]);
  const sections = useSections([...new Set(state.feeds.map(({ kind }) => kind))]);

  useHeightKept(root, knownHeight);
  useEffect(() => watchState(setState, initial), []);
  useEffect(() => {
    refresh('popup');
    const refreshing = setInterval(() => refresh('popup'), REFRESH_EVERY_MS);
    return () => clearInterval(refreshing);
  }, []);
  useEffect(() => {
    const before = agingOf(state, timeZone);
    const looking = setInterval(() => {
      if (agingOf(state, timeZone) !== before) look(undefined);
    }, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  });

  const refreshNow = async () => {
    if (isRefreshing) return;
    setRefreshing(true);
    await refresh('user');
    setRefreshing(false);
  };
  const close = () => window.close();
  const onServer = (atMs: number | null) => atMs && atMs + offsetMs;
  const answers = (timer ? [timer] : state.feeds).map(({ schedule }) => schedule.answeredAtMs ?? 0);
  return (
    <UiProvider value={ui}>
      <PopupView
        situation={situationOf(state, Date.now(), timeZone)}
        feeds={state.feeds}
        sections={sections}
        timeZone={timeZone}
        nextTryMs={onServer(timer?.failure ? timer.schedule.dueAtMs : null)}
        answeredAtMs={onServer(Math.max(0, ...answers) || null)}
        isRefreshing={isRefreshing}
        onRefresh={refreshNow}
        onOptions={() => openOptions().then(close)}
        onAllow={({ address }) => askToReach(address)}
        askDetail={({ connectionId }, what, argument) =>
          askDetail({ connectionId, what, argument })
        }
      />
    </UiProvider>
  );
}

/** What changes by time alone. */
function agingOf(state: State, timeZone: string): string {
  const nowMs = Date.now();
  const { isOld, isDayOver } = situationOf(state, nowMs, timeZone);
  const old = state.feeds.map(({ schedule }) => isUnconfirmed(schedule.oldAtMs, nowMs));
  return String([isOld, isDayOver, old]);
}

/**
 * Draws the whole popup in place of its first frame.
 * @param knownHeight the stored height
 */
export function start(root: HTMLElement, stored: Stored, knownHeight: unknown): void {
  render(<App initial={stateOf(stored)} root={root} knownHeight={knownHeight} />, root);
}
