import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { PopupView } from '../../components/popup/popup-view';
import { UiProvider } from '../../components/ui';
import { openOptions } from '../../lib/browser/lifecycle';
import { watchLook } from '../../lib/browser/look-storage';
import { askToReach } from '../../lib/browser/permissions';
import { askDetail, refresh } from '../../lib/browser/send-command';
import { watchStored } from '../../lib/browser/state-storage';
import { browserTimeZone } from '../../lib/browser/texts';
import { createUi } from '../../lib/browser/ui';
import { dayOf } from '../../lib/core/olie/timer-day';
import type { Look } from '../../lib/core/settings/look';
import { scheduleOf } from '../../lib/core/state/feed';
import { situationOf } from '../../lib/core/state/situation';
import { type Stored, serverOffset, timerFeed } from '../../lib/core/state/state';
import { useAging } from './use-aging';
import { useHistory } from './use-history';
import { useLater } from './use-later';
import { useRefreshing } from './use-refreshing';
import { useSections } from './use-sections';
import { useSeen } from './use-seen';
import { useSidePanel } from './use-side-panel';

interface AppProps {
  /** What is stored as the popup opens. */
  initial: Stored;
  /** What is preferred as it opens. */
  look: Look;
  /** It is shown in the side panel, and may stay open all day. Default: false. */
  isInPanel?: boolean;
}

export function App({ initial, look: firstLook, isInPanel = false }: AppProps) {
  const [look, setLook] = useState(firstLook);
  const [stored, setStored] = useState(initial);
  const [isRefreshing, setRefreshing] = useState(false);
  const [wasRefreshed, setRefreshed] = useState(false);
  const [isFirstFrame, setFirstFrame] = useState(true);
  const timeZone = useMemo(browserTimeZone, []);
  const { state, schedules } = stored;
  const timer = timerFeed(state);
  const offsetMs = serverOffset(state);
  const ui = useServerUi(offsetMs, timer?.data?.current?.startedAtMs ?? 0, look);
  const sections = useSections([...new Set(state.feeds.map(({ kind }) => kind))]);
  const answer = timer?.data ?? null;
  const day = useMemo(() => answer && dayOf(answer, timeZone), [answer, timeZone]);
  const later = useLater();
  const history = useHistory(later, timer?.connectionId, answer, day, timeZone, ui.now);
  const onSeen = useSeen(isInPanel);
  const openPanel = useSidePanel(!isInPanel && (look.sidePanel ?? true));

  useEffect(() => setFirstFrame(false), []);
  useEffect(() => watchStored(initial, setStored), []);
  useEffect(() => watchLook(look, setLook), []);
  useRefreshing(isInPanel);
  useAging(stored, timeZone);

  const refreshNow = async () => {
    if (isRefreshing) return;
    setRefreshing(true);
    await refresh('user');
    setRefreshing(false);
    setRefreshed(true);
  };
  const situation = situationOf(stored, Date.now(), timeZone);
  const onServer = (atMs: number | null) => atMs && atMs + offsetMs;
  // A browser that has just started knows of none: 0.
  const nextTryMs = timer?.failure ? scheduleOf(schedules, timer).dueAtMs || null : null;
  const answers = (timer ? [timer] : state.feeds).map(
    (feed) => scheduleOf(schedules, feed).answeredAtMs ?? feed.learntAtMs ?? 0,
  );
  return (
    <UiProvider value={ui}>
      <PopupView
        situation={situation}
        feeds={state.feeds}
        schedules={schedules}
        day={day}
        history={history}
        sections={sections}
        olieWebAddress={look.olieWebAddress}
        dailyGoalS={look.dailyGoalS}
        more={
          later && (
            <>
              <later.CopyToday {...{ situation, history }} />
              <later.Muted />
              <later.NotAllowed />
            </>
          )
        }
        timeZone={timeZone}
        nextTryMs={onServer(nextTryMs)}
        answeredAtMs={onServer(Math.max(0, ...answers) || null)}
        {...{ isRefreshing, wasRefreshed, isFirstFrame }}
        onRefresh={refreshNow}
        onOptions={() => openOptions().then(() => isInPanel || window.close())}
        onSidePanel={openPanel}
        // A browser that cannot even ask may do so from the options page.
        onAllow={({ address }) => askToReach(address).catch(openOptions)}
        onSeen={onSeen}
        askDetail={({ connectionId }, what, argument) =>
          askDetail({ connectionId, what, argument })
        }
      />
    </UiProvider>
  );
}

/**
 * What the views need, by the server's clock.
 * @param offsetMs how far it is ahead of the browser's
 * @param originMs a moment at which the main count is a whole number of seconds
 */
function useServerUi(offsetMs: number, originMs: number, { hours, durations }: Look) {
  const time = useRef({ offsetMs, originMs }).current;
  Object.assign(time, { offsetMs, originMs });
  // Answers correct the clock by milliseconds. Views follow at their next second; only a larger step draws all of them.
  return useMemo(
    () => createUi(time, { hours, durations }),
    [Math.round(offsetMs / 1000), hours, durations],
  );
}
