/** A perfect observer of a simulated day: knows what was to be told, and when the browser could know it. */
import { loadRemembered } from '../../../lib/browser/reminders-storage.ts';
import { tickMs } from '../../../lib/core/feeds/schedule.ts';
import { notificationId } from '../../../lib/core/reminders/ledger.ts';
import type { StandIns } from '../stand-ins/stand-ins.ts';
import { serverNowMs } from './clock.ts';
import { denial, isOver, isToBeTold } from './day-judgement.ts';
import { learnAnswers, learnSeen, nothingKnown } from './day-knowledge.ts';
import { type Reason, reasonsUntil } from './day-record.ts';
import type { Wake } from './day-wakes.ts';
import { shownNotifications } from './evening.ts';
import { INTERVAL_S } from './simulated-day.ts';

/** After an interval every service is asked again, at the latest by the next alarm. */
const SOON_MS = INTERVAL_S * 1000 + tickMs(INTERVAL_S);
/** What an answer has told long before is confirmed with the next alarm. */
const AT_ONCE_MS = 2 * tickMs(INTERVAL_S);

/** What the observer has noted. Notifications by their ids. */
interface Notes {
  /** What was told although it was not so, told twice, or not told. */
  mistakes: string[];
  /** All that were shown, in order. */
  shown: string[];
  /** All that count as told. */
  stored: Set<string>;
  /** Those that a worker stored, and died before it showed them. */
  lost: string[];
  /** Those that had to be told by then. */
  due: Reason[];
}

export interface DayObserver extends Notes {
  observe(wake: Wake): Promise<void>;
  /** The failures that the person saw before they were told of. */
  seenFirst(): string[];
  /** The notifications that are shown although their reason is gone. */
  leftOver(): string[];
}

export function dayObserver(services: StandIns): DayObserver {
  const notes: Notes = { mistakes: [], shown: [], stored: new Set(), lost: [], due: [] };
  const knowledge = nothingKnown();
  /** How long the browser was awake since each could be told first. */
  const heldMs = new Map<string, number>();
  let reasons: Reason[] = [];
  /** Those that are shown now. */
  let left: string[] = [];

  const hold = (reason: Reason, { atMs, awakeMs }: Wake): void => {
    const { id } = reason;
    const before = heldMs.get(id);
    if (!isToBeTold(reason, atMs, knowledge)) heldMs.delete(id);
    else heldMs.set(id, before === undefined ? 0 : before + awakeMs);
  };
  const isDue = ({ id, service, rule }: Reason): boolean => {
    const soonMs = rule === 'still-running' ? AT_ONCE_MS : SOON_MS;
    const isCalm = knowledge.calmMs[service] >= SOON_MS && knowledge.isClockSure;
    return isCalm && (heldMs.get(id) ?? 0) >= soonMs;
  };

  /** Is it not so any more? */
  const isGone = (id: string, atMs: number): boolean => {
    const reason = reasons.find((one) => one.id === id);
    return reason === undefined || isOver(reason, atMs, knowledge);
  };

  return {
    ...notes,
    observe: async (wake) => {
      const wasClockSure = knowledge.isClockSure;
      learnAnswers(knowledge, wake);
      reasons = reasonsUntil(services, wake.atMs);
      const say = (id: string, what: string) =>
        notes.mistakes.push(`${new Date(wake.atMs).toISOString()} ${id}: ${what}`);
      const reasonFor = (id: string) => reasons.find((one) => one.id === id);
      noteShown(notes, wake, (id) => denial(reasonFor(id), wake.atMs, knowledge), say);
      await noteStored(notes, wake, say);
      for (const reason of reasons) {
        const { id } = reason;
        hold(reason, wake);
        if (!isDue(reason) || notes.due.some((one) => one.id === id)) continue;
        notes.due.push(reason);
        if (!notes.stored.has(id)) say(id, 'not told');
      }
      learnSeen(knowledge, wake);
      const before = left;
      left = (await shownNotifications()).map(([id]) => id);
      // By a wrong clock, another day may have begun.
      if (!wasClockSure || !knowledge.isClockSure) return;
      for (const id of before) {
        if (!left.includes(id) && !isGone(id, wake.atMs)) say(id, 'taken back too early');
      }
    },
    seenFirst: () => {
      const ids = [...knowledge.seen].map(([id]) => notificationId('workflow-failed', id));
      return ids.filter((id) => !notes.stored.has(id));
    },
    leftOver: () => left.filter((id) => isGone(id, serverNowMs())),
  };
}

type Say = (id: string, what: string) => void;

function noteShown(
  { shown }: Notes,
  wake: Wake,
  denied: (id: string) => string | null,
  say: Say,
): void {
  for (const id of wake.shown) {
    if (shown.includes(id)) say(id, 'told twice');
    shown.push(id);
    const why = denied(id);
    if (why !== null) say(id, why);
  }
}

/** What is shown is stored before. What is stored is shown, unless the worker died in between. */
async function noteStored({ stored, lost }: Notes, wake: Wake, say: Say): Promise<void> {
  const { told } = (await loadRemembered()).ledger;
  const ids = told.map(({ rule, occurrence }) => notificationId(rule, occurrence));
  for (const id of wake.shown) if (!ids.includes(id)) say(id, 'told and not stored');
  for (const id of ids) {
    if (stored.has(id)) continue;
    stored.add(id);
    if (wake.shown.includes(id)) continue;
    if (wake.isKilled) lost.push(id);
    else say(id, 'stored and not told');
  }
}
