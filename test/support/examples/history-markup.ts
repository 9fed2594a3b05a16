import { parseHTML } from 'linkedom';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { HistoryPage } from '../../../components/history/history-page.tsx';
import type { Shown } from '../../../components/history/shown.ts';
import { shownOf } from '../../../components/history/shown-of.ts';
import { UiProvider } from '../../../components/ui.ts';
import { createDates } from '../../../lib/core/history/dates.ts';
import type { Live } from '../../../lib/core/history/live.ts';
import { mergedRecords } from '../../../lib/core/history/merge.ts';
import type { Period } from '../../../lib/core/history/period.ts';
import type { Person, Records, Stretch } from '../../../lib/core/history/records.ts';
import type { Preferences } from '../../../lib/core/settings/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../../lib/core/settings/preferences.ts';
import { localMs, PERSON, SAO_PAULO } from './example-history.ts';
import { textOf } from './popup-markup.ts';
import type { Language } from './texts.ts';
import { uiAt } from './ui.ts';

const nothing = () => undefined;

interface ShownHistory {
  period: Period;
  project?: string | null;
  records?: Records[];
  absences?: Stretch[];
  live?: Live | null;
  /** By the clock in São Paulo. Default: a week after the documented day. */
  now?: string;
  goals?: Pick<Preferences, 'dailyGoalS' | 'weeklyGoalS' | 'reminders'>;
  persons?: Person[];
  isFirstFrame?: boolean;
  hasProblem?: boolean;
  isEmpty?: boolean;
  /** Default: true. */
  isRead?: boolean;
  isConnected?: boolean;
  firstDate?: string | null;
  language?: Language;
  /** How many seconds later it is looked at. Default: 0. */
  laterS?: number;
}

/** What the history page shows. */
export function shownHistory({
  period,
  project = null,
  records = [],
  absences = [],
  live = null,
  now = '2026-03-20 12:00',
  goals = {},
  language = 'en',
}: ShownHistory): Shown {
  return shownOf({
    view: { period, project },
    today: now.slice(0, 10),
    dates: createDates(language),
    records: records.reduce(mergedRecords, { days: [], sessions: [] }),
    absences,
    live,
    zone: SAO_PAULO,
    nowMs: localMs(now),
    preferences: goals,
  });
}

/** The markup of the history page. */
export function historyHtml(options: ShownHistory): string {
  const {
    now = '2026-03-20 12:00',
    persons = [],
    isFirstFrame = false,
    hasProblem = false,
    isEmpty = false,
    isRead = true,
    isConnected = true,
    firstDate = null,
    language = 'en',
    laterS = 0,
  } = options;
  const nowMs = localMs(now);
  const shown = shownHistory(options);
  const props = {
    shown: isRead ? shown : null,
    isFirstFrame,
    problem: hasProblem ? ('historyProblem' as const) : null,
    isEmpty,
    isConnected,
    firstDate,
    persons,
  };
  const choices = shown.projects.flatMap(({ project: one }) =>
    one === null ? [] : [{ key: one.key, name: one.name }],
  );
  return renderToString(
    h(
      UiProvider,
      { value: uiAt(nowMs + laterS * 1000, language) },
      h(HistoryPage, {
        ...props,
        weekStart: 1,
        choices,
        personId: PERSON,
        onView: nothing,
        onPerson: nothing,
        onOptions: nothing,
        preferences: DEFAULT_PREFERENCES,
        message: null,
        count: async () => null,
        onCopy: nothing,
        onCsv: nothing,
        onPreferences: nothing,
        onJson: nothing,
        onImport: nothing,
        onDelete: nothing,
      }),
    ),
  );
}

/** The page without a browser: its texts, and the durations of what a selector finds, in seconds. */
export function historyPage(options: ShownHistory) {
  const html = historyHtml(options);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => textOf(one.innerHTML).trim());
  const seconds = (selector: string) =>
    [...document.querySelectorAll(`${selector} time[datetime^="PT"]`)].map((time) =>
      Number(/\d+/.exec(time.getAttribute('datetime') ?? '')?.[0]),
    );
  return { html, document, texts, seconds, text: textOf(html) };
}
