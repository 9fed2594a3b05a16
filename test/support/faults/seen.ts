import type { RunnerTask } from 'vitest';
import { Workflows } from '../../../components/b3os/workflows.tsx';
import { AgentRuns } from '../../../components/zaia/agent-runs.tsx';
import { loadState } from '../../../lib/browser/state-storage.ts';
import { browserTimeZone } from '../../../lib/browser/texts.ts';
import { situationOf } from '../../../lib/core/state/situation.ts';
import type { Feed } from '../../../lib/core/state/state.ts';
import { popupHtml, textOf } from '../examples/popup-markup.ts';
import { shownBadge } from '../worker/fake-browser.ts';
import { type FaultRow, noteRow } from './fault-table.ts';

const TONES: Record<string, string> = {
  '#0a7a52': 'running',
  '#8a5a00': 'idle',
  '#5f6b76': 'old',
  '#c62828': 'alert',
  '#3a4fc4': 'workflow',
};

const sections = new Map([
  ['b3os', Workflows],
  ['zaia', AgentRuns],
]);

/** What the user sees now. */
export interface Seen {
  badge: string;
  title: string;
  /** The popup's text. */
  popup: string;
  /** The popup's markup. */
  html: string;
  feed: Feed | undefined;
  nextTry: string;
}

/** Looks at badge, popup and state, of which the feed of that kind. */
export async function look(kind = 'olie'): Promise<Seen> {
  const state = await loadState();
  const situation = situationOf(state, Date.now(), browserTimeZone());
  const others = state.feeds.filter((feed) => feed.kind !== 'olie');
  const feed = state.feeds.find((one) => one.kind === kind);
  const { text, colour, title } = await shownBadge();
  const html = popupHtml(situation, { others, sections });
  return {
    html,
    badge: `${text} ${TONES[colour] ?? colour}`.trim(),
    title,
    popup: textOf(html).trim(),
    feed,
    nextTry: nextTry(feed),
  };
}

function nextTry(feed: Feed | undefined): string {
  const dueAtMs = feed?.schedule.dueAtMs ?? null;
  if (dueAtMs === null) return 'when the user does something';
  return `in ${Math.max(0, Math.round((dueAtMs - Date.now()) / 1000))} s`;
}

type Told = Pick<FaultRow, 'area' | 'service' | 'fault'> & {
  /** The words of the popup that tell of it. */
  popup: string;
};

/** Notes what is seen as a row of the table, and gives it back. The popup must say the words. */
export async function noteSeen(task: RunnerTask, told: Told, kind = 'olie'): Promise<Seen> {
  const seen = await look(kind);
  if (!seen.popup.includes(told.popup)) {
    throw new Error(`The popup does not say "${told.popup}" but "${seen.popup}"`);
  }
  const { badge, feed, nextTry: next } = seen;
  const state = feed?.failure?.kind ?? (feed ? 'answered' : 'disconnected');
  noteRow(task, { ...told, where: 'unit', state, badge, nextTry: next });
  return seen;
}
