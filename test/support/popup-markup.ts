import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PopupView } from '../../components/popup-view.tsx';
import type { Section } from '../../components/section.ts';
import { UiProvider } from '../../components/ui.ts';
import type { Situation } from '../../lib/core/situation.ts';
import type { Feed } from '../../lib/core/state.ts';
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
  /** What is connected beside the timer. */
  others?: Feed[];
  sections?: Map<string, Section>;
  /** The browser's; the example's where left out. */
  timeZone?: string;
}

/** The popup's markup for a situation; the timer is connected where the situation says so. */
export function popupHtml(situation: Situation, shown: Shown = {}): string {
  const { language = 'en', nextTryMs = null, others = [], sections = new Map() } = shown;
  const { timeZone = EXAMPLE_ZONE } = shown;
  const { timer, failure } = situation;
  const olie = olieFeed({ data: timer, failure });
  const view = h(PopupView, {
    situation,
    feeds: situation.kind === 'disconnected' ? others : [olie, ...others],
    sections,
    timeZone,
    nextTryMs,
    answeredAtMs: timer && situation.nowMs - (situation.ageS ?? 0) * 1000,
    isRefreshing: false,
    onRefresh: nothing,
    onOptions: nothing,
    onAllow: nothing,
    askDetail: async () => null,
  });
  return renderToString(h(UiProvider, { value: uiAt(situation.nowMs, language) }, view));
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
