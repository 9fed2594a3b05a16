import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { UnseenFailures } from '../../../components/b3os/unseen-failures';
import { Workflows } from '../../../components/b3os/workflows.tsx';
import { PopupView } from '../../../components/popup/popup-view.tsx';
import type { Section, SectionProps } from '../../../components/popup/section.ts';
import { UiProvider } from '../../../components/ui.ts';
import { AgentRuns } from '../../../components/zaia/agent-runs.tsx';
import type { DayOfSessions } from '../../../lib/core/olie/sessions.ts';
import { dayOf } from '../../../lib/core/olie/timer-day.ts';
import {
  type Feed,
  type Schedules,
  scheduleOf,
  type ZaiaFeed,
} from '../../../lib/core/state/feed.ts';
import { type Situation, situationOf } from '../../../lib/core/state/situation.ts';
import { type Stored, timerFeed } from '../../../lib/core/state/state.ts';
import { answeredSchedule, olieFeed } from './example-feed.ts';
import { EXAMPLE_ZONE } from './example-timer.ts';
import { popupHistory } from './popup-history.ts';
import type { Language } from './texts.ts';
import { uiAt } from './ui.ts';

const nothing = () => undefined;

/** The agent runs, all of them, without what the browser does for them. */
function Runs(props: SectionProps<ZaiaFeed>) {
  const unused = { isTopLevelOnly: false, onTopLevelOnly: nothing, follow: async () => null };
  return h(AgentRuns, { ...props, ...unused });
}

/** The sections of the other services, as the popup's own page loads them. */
export const SECTIONS = new Map<string, Section>([
  ['b3os', { View: Workflows, Top: UnseenFailures }],
  ['zaia', { View: Runs }],
]);

interface Shown {
  language?: Language;
  nextTryMs?: number | null;
  /** What is connected beside the timer. */
  others?: Feed[];
  schedules?: Schedules;
  /** The sessions of the days before. */
  earlier?: DayOfSessions[];
  sections?: Map<string, Section>;
  /** The browser's; by default the example's. */
  timeZone?: string;
  /** The browser's clock; by default the server's. */
  browserNowMs?: number;
  isFirstFrame?: boolean;
  isRefreshing?: boolean;
  wasRefreshed?: boolean;
}

/** The popup's markup for a situation. The timer is connected unless the situation says that nothing is. */
export function popupHtml(situation: Situation, shown: Shown = {}): string {
  const { nextTryMs = null, others = [], earlier = [], sections = new Map() } = shown;
  const { schedules = { a: answeredSchedule() }, timeZone = EXAMPLE_ZONE } = shown;
  const { language = 'en', browserNowMs = situation.nowMs, isFirstFrame = false } = shown;
  const { timer, failure } = situation;
  const olie = olieFeed({ data: timer, failure });
  const feeds = situation.kind === 'disconnected' ? others : [olie, ...others];
  const day = timer && dayOf(timer, timeZone);
  // The first frame does not wait for it.
  const history = isFirstFrame ? null : popupHistory(timer, earlier, timeZone, situation.nowMs);
  const told = { situation, feeds, day, history, schedules, sections, nextTryMs, timeZone };
  const { isRefreshing = false, wasRefreshed = false } = shown;
  const pressed = { isRefreshing, wasRefreshed };
  return viewHtml({ ...told, ...pressed, isFirstFrame }, language, browserNowMs);
}

/**
 * The popup's markup for what is stored, with every section, as the popup's own page would show it.
 * @param earlier the sessions of the days before
 */
export function storedPopupHtml(
  stored: Stored,
  browserNowMs: number,
  earlier: DayOfSessions[] = [],
  wasRefreshed = false,
): string {
  const { state, schedules } = stored;
  const situation = situationOf(stored, browserNowMs, EXAMPLE_ZONE);
  const olie = timerFeed(state);
  const dueAtMs = olie?.failure ? scheduleOf(schedules, olie).dueAtMs : null;
  const nextTryMs = dueAtMs === null ? null : dueAtMs + (olie?.offsetMs ?? 0);
  const pressed = { isRefreshing: false, wasRefreshed };
  const { timer } = situation;
  const day = timer && dayOf(timer, EXAMPLE_ZONE);
  const history = popupHistory(timer, earlier, EXAMPLE_ZONE, situation.nowMs);
  const told = { situation, feeds: state.feeds, schedules, day, history, nextTryMs, ...pressed };
  return viewHtml({ ...told, sections: SECTIONS, timeZone: EXAMPLE_ZONE }, 'en', browserNowMs);
}

type ViewProps = Parameters<typeof PopupView>[0];
type Told = Omit<
  ViewProps,
  'answeredAtMs' | 'askDetail' | `on${'Refresh' | 'Options' | 'Allow' | 'Seen'}`
>;

function viewHtml(told: Told, language: Language, browserNowMs: number): string {
  const view = h(PopupView, {
    ...told,
    answeredAtMs: told.situation.timer && told.situation.nowMs - (told.situation.ageS ?? 0) * 1000,
    onRefresh: nothing,
    onOptions: nothing,
    onAllow: nothing,
    onSeen: nothing,
    askDetail: async () => null,
  });
  const ui = uiAt(told.situation.nowMs, language, browserNowMs);
  return renderToString(h(UiProvider, { value: ui }, view));
}

/** What a person reads: the texts of the markup, without its tags. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** Every duration and moment in the markup, as machines read them. */
export function timesOf(html: string): string[] {
  return [...html.matchAll(/<time[^>]*\bdatetime="([^"]*)"/gi)].map(([, time]) => time ?? '');
}
