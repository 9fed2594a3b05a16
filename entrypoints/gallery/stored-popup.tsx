import { useState } from 'preact/hooks';
import { UnseenFailures } from '../../components/b3os/unseen-failures';
import { Workflows } from '../../components/b3os/workflows';
import type { PopupHistory } from '../../components/olie/sessions';
import { WeekStrip } from '../../components/olie/week-strip';
import { PopupView } from '../../components/popup/popup-view';
import type { Section, SectionProps } from '../../components/popup/section';
import { AgentRuns } from '../../components/zaia/agent-runs';
import type { Schedule } from '../../lib/core/feeds/schedule';
import { addDays, dateIn } from '../../lib/core/history/calendar';
import { recordsOfEarlier } from '../../lib/core/history/from-earlier';
import { weekAndEarlier } from '../../lib/core/history/popup-days';
import type { DetailReply } from '../../lib/core/messages/reply';
import type { DayOfSessions } from '../../lib/core/olie/sessions';
import type { Timer } from '../../lib/core/olie/timer';
import { dayOf } from '../../lib/core/olie/timer-day';
import type { Feed, ZaiaFeed } from '../../lib/core/state/feed';
import { situationOf } from '../../lib/core/state/situation';
import { NO_STATE } from '../../lib/core/state/state';
import type { Day } from '../../lib/core/time/day';
import { FRESH, NOW_MS, TIME_ZONE } from './example-timer';

/** The agent runs without what the browser does for them. */
function Runs(props: SectionProps<ZaiaFeed>) {
  const [isTopLevelOnly, setTopLevelOnly] = useState(true);
  return (
    <AgentRuns
      {...{ ...props, isTopLevelOnly }}
      onTopLevelOnly={setTopLevelOnly}
      follow={async () => null}
    />
  );
}

const sections = new Map<string, Section>([
  ['b3os', { View: Workflows, Top: UnseenFailures }],
  ['zaia', { View: Runs }],
]);
const nothing = () => undefined;

export interface StoredPopupProps {
  feeds: Feed[];
  /** Of every feed. */
  schedule?: Schedule;
  earlier?: DayOfSessions[];
  dailyGoalS?: number;
  settingsUnreadable?: boolean;
  isRefreshing?: boolean;
  /** To a question about details, by what is asked for; none comes if it is left out. */
  replies?: Record<string, DetailReply>;
}

function historyOf(timer: Timer, day: Day, days: DayOfSessions[]): PopupHistory {
  const records = recordsOfEarlier({ connectionId: '', days }, '', day.zone);
  const from = addDays(dateIn(day.zone, day.startMs), -30);
  const live = { records, timer, personId: '', timeZone: TIME_ZONE };
  const daysNow = () => weekAndEarlier(live, day, { from, firstDay: 1 }, NOW_MS);
  return { awayIn: () => [], Week: WeekStrip, ...daysNow(), daysNow };
}

/** The popup for what is stored, as its own page would show it at the fixed moment. */
export function StoredPopup(props: StoredPopupProps) {
  const { feeds, schedule = FRESH, settingsUnreadable = false, replies } = props;
  const schedules = Object.fromEntries(feeds.map(({ connectionId }) => [connectionId, schedule]));
  const state = { ...NO_STATE, feeds, settingsUnreadable };
  const situation = situationOf({ state, schedules }, NOW_MS, TIME_ZONE);
  const { timer } = situation;
  const day = timer && dayOf(timer, TIME_ZONE);
  return (
    <PopupView
      {...{ situation, feeds, schedules, sections, day, timeZone: TIME_ZONE }}
      history={timer && day && historyOf(timer, day, props.earlier ?? [])}
      dailyGoalS={props.dailyGoalS}
      nextTryMs={situation.failure && schedule.dueAtMs}
      answeredAtMs={schedule.answeredAtMs}
      isRefreshing={props.isRefreshing ?? false}
      onRefresh={nothing}
      onSeen={nothing}
      onOptions={nothing}
      onAllow={nothing}
      askDetail={(_, what) => {
        const reply = replies?.[what];
        return reply ? Promise.resolve(reply) : new Promise(nothing);
      }}
    />
  );
}
