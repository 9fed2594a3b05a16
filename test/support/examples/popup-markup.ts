import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Workflows } from '../../../components/b3os/workflows.tsx';
import { GlanceView } from '../../../components/olie/glance-view.tsx';
import { PopupView } from '../../../components/popup/popup-view.tsx';
import type { Section } from '../../../components/popup/section.ts';
import { UiProvider } from '../../../components/ui.ts';
import { AgentRuns } from '../../../components/zaia/agent-runs.tsx';
import { browserTimeZone } from '../../../lib/browser/texts.ts';
import type { FirstSight } from '../../../lib/core/state/read-glance.ts';
import { type Situation, situationOf } from '../../../lib/core/state/situation.ts';
import { type Feed, type State, timerFeed } from '../../../lib/core/state/state.ts';
import { olieFeed } from './example-feed.ts';
import { ANSWERED_AT_MS, EXAMPLE_ZONE, exampleTimer } from './example-timer.ts';
import type { Language } from './texts.ts';
import { uiAt } from './ui.ts';

const nothing = () => undefined;

/** The situation right after the documented answer. */
export function exampleSituation(patch: Partial<Situation> = {}): Situation {
  return {
    kind: 'running',
    timer: exampleTimer(),
    nowMs: ANSWERED_AT_MS,
    failure: null,
    settingsUnreadable: false,
    needsUser: false,
    isOld: false,
    ageS: 0,
    isDayOver: false,
    goingOn: 0,
    unseen: [],
    othersFailures: [],
    hasOthers: false,
    ...patch,
  };
}

interface Shown {
  language?: Language;
  nextTryMs?: number | null;
  /** What is connected besides the timer. */
  others?: Feed[];
  sections?: Map<string, Section>;
  /** The browser's. Default: the example's. */
  timeZone?: string;
}

/** The popup's markup for a situation. The timer is connected unless the situation says otherwise. */
export function popupHtml(situation: Situation, shown: Shown = {}): string {
  const { language = 'en', nextTryMs = null, others = [], sections = new Map() } = shown;
  const { timeZone = EXAMPLE_ZONE } = shown;
  const { timer, failure } = situation;
  const olie = olieFeed({ data: timer, failure });
  const feeds = situation.kind === 'disconnected' ? others : [olie, ...others];
  return viewHtml({ situation, feeds, sections, nextTryMs, timeZone }, language);
}

/** The popup's markup for a stored state, with every section, as the popup's page shows it. */
export function storedPopupHtml(state: State, browserNowMs: number): string {
  const timeZone = browserTimeZone();
  const situation = situationOf(state, browserNowMs, timeZone);
  const olie = timerFeed(state);
  const dueAtMs = olie?.failure ? olie.schedule.dueAtMs : null;
  const nextTryMs = dueAtMs === null ? null : dueAtMs + (olie?.offsetMs ?? 0);
  const sections = new Map([
    ['b3os', Workflows],
    ['zaia', AgentRuns],
  ]);
  return viewHtml({ situation, feeds: state.feeds, sections, nextTryMs, timeZone }, 'en');
}

type ViewProps = Parameters<typeof PopupView>[0];
type Told = Pick<ViewProps, 'situation' | 'feeds' | 'sections' | 'nextTryMs' | 'timeZone'>;

function viewHtml(told: Told, language: Language): string {
  const view = h(PopupView, {
    ...told,
    answeredAtMs: told.situation.timer && told.situation.nowMs - (told.situation.ageS ?? 0) * 1000,
    isRefreshing: false,
    onRefresh: nothing,
    onOptions: nothing,
    onAllow: nothing,
    askDetail: async () => null,
  });
  const ui = uiAt(told.situation.nowMs, language);
  return renderToString(h(UiProvider, { value: ui }, view));
}

/** The markup of the popup's first frame. */
export function glanceHtml(
  glance: FirstSight,
  nowMs: number,
  heightPx: number | null = null,
): string {
  const view = h(GlanceView, { glance, heightPx });
  return renderToString(h(UiProvider, { value: uiAt(nowMs) }, view));
}

/** The text of the markup, as a person reads it. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** The `datetime` of every `<time>` in the markup. */
export function timesOf(html: string): string[] {
  return [...html.matchAll(/<time[^>]*\bdatetime="([^"]*)"/gi)].map(([, time]) => time ?? '');
}
