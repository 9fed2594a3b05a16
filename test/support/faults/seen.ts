import { expect, type RunnerTestCase } from 'vitest';
import { loadStored } from '../../../lib/browser/state-storage.ts';
import { NEVER_ASKED, type Schedule } from '../../../lib/core/feeds/schedule.ts';
import { type Feed, type Schedules, scheduleOf } from '../../../lib/core/state/feed.ts';
import { toneOf } from '../examples/badge-tones.ts';
import { storedPopupHtml, textOf } from '../examples/popup-markup.ts';
import { NAMES, type Service } from '../stand-ins/stand-ins.ts';
import { shownBadge } from '../worker/fake-browser.ts';
import { storedSettings } from '../worker/stored.ts';

/** What the user sees now, and what is stored about one service. */
export interface Seen {
  /** The badge's text and what its colour means, such as "37m running". */
  badge: string;
  title: string;
  /** All text of the popup. */
  popup: string;
  /** The part of it that says how the service is doing. */
  says: string;
  /** The popup's markup. */
  html: string;
  /** Undefined if the service is not connected. */
  feed: Feed | undefined;
  /** In how many seconds an alarm asks again; null if that waits for the user. */
  nextTryS: number | null;
  schedule: Schedule;
  /** Every feed. */
  feeds: Feed[];
  schedules: Schedules;
  /** The stored settings as JSON. */
  settings: string;
}

export async function look(service: Service = 'olie'): Promise<Seen> {
  const stored = await loadStored();
  const { feeds } = stored.state;
  const feed = feeds.find(({ kind }) => kind === service);
  const html = storedPopupHtml(stored, Date.now());
  const { text, colour, title } = await shownBadge();
  const schedule = feed === undefined ? NEVER_ASKED : scheduleOf(stored.schedules, feed);
  const { dueAtMs } = schedule;
  return {
    badge: `${text} ${toneOf(colour)}`.trim(),
    title,
    popup: textOf(html).trim(),
    says: saysOf(service, html),
    html,
    feed,
    nextTryS: dueAtMs === null ? null : (dueAtMs - Date.now()) / 1000,
    feeds,
    schedule,
    schedules: stored.schedules,
    settings: await storedSettings(),
  };
}

/** Looks, and expects these words in the popup. `npm run faults` prints what was seen. */
export async function expectPopup(
  task: RunnerTestCase,
  words: string,
  service: Service = 'olie',
): Promise<Seen> {
  const seen = await look(service);
  expect(seen.popup).toContain(words);
  await annotate(task, service, { ...seen, says: words });
  return seen;
}

/** Has the verbose reporter print what was seen below the name of the test. */
export async function annotate(
  { context }: RunnerTestCase,
  service: Service,
  { badge, says, feed, nextTryS }: Pick<Seen, 'badge' | 'says' | 'feed' | 'nextTryS'>,
): Promise<void> {
  const state = feed?.failure?.kind ?? (feed ? 'answered' : 'disconnected');
  const next = nextTryS === null ? 'when the user does something' : `in ${Math.round(nextTryS)} s`;
  await context.annotate(
    `${NAMES[service]}: ${state}; next try ${next}; badge "${badge}"; popup "${says}"`,
  );
}

/** What the popup says about a service: its problem, or else how it is doing. */
function saysOf(service: Service, html: string): string {
  const [olie = '', ...others] = html.split(/>(?=Workflows<|Agent runs<)/);
  const heading = { olie: '', b3os: 'Workflows', zaia: 'Agent runs' }[service];
  const part = heading === '' ? olie : (others.find((other) => other.startsWith(heading)) ?? '');
  const problem =
    /<div class="notice[^"]*"><p>(.*?)<\/p>/s.exec(part) ??
    /<p class="problem[^"]*">(.*?)<\/p>/s.exec(part);
  const well =
    /<p class="status">(.*?)<\/p>/s.exec(part) ??
    /<summary class="row">(.*?)<\/summary>/s.exec(part) ??
    /<h2 class="heading">(.*?)<\/h2>/s.exec(part);
  return textOf((problem ?? well)?.[1] ?? '')
    .replace(/ ([.,])/g, '$1')
    .trim();
}
