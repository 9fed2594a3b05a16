import { dequal } from 'dequal/lite';
import { clearAlarm, loadAlarm, saveAlarm } from '../../lib/browser/alarms';
import { drawBadge, fitsBadge } from '../../lib/browser/badge';
import { saveSchedules, saveState, updateStored } from '../../lib/browser/state-storage';
import { loadTexts, wordsFor } from '../../lib/browser/texts';
import { NEVER_ASKED, tickMs } from '../../lib/core/feeds/schedule';
import type { Preferences } from '../../lib/core/settings/preferences';
import type { Schedules } from '../../lib/core/state/feed';
import { type Situation, situationOf } from '../../lib/core/state/situation';
import { type State, type Stored, serverOffset } from '../../lib/core/state/state';
import { alarmFor, atMidnight, isAlarmRight } from '../../lib/core/toolbar/alarm';
import { badgeClock, badgeOf, endsWithDay } from '../../lib/core/toolbar/badge';
import type { Loaded } from './load';
import { userDay } from './user-day';

/** Draws badge and alarm from what is known. The alarm turns the badge with the true minute. */
export async function show(
  stored: Stored,
  { preferences, timeZone, isRead }: Pick<Loaded, 'preferences' | 'timeZone' | 'isRead'>,
): Promise<void> {
  await loadTexts();
  const situation = situationOf(stored, Date.now(), timeZone);
  const badge = badgeOf(situation, preferences, wordsFor(preferences), fitsBadge);
  await Promise.all([
    drawBadge(badge),
    keepAlarm(stored, situation, preferences, timeZone, isRead),
  ]);
}

/** The shortest that browsers allow. */
const SOON_MS = 30_000;

/** Wakes the background again if it is killed in its very first round: before the end of that one, no other alarm is set. */
export async function setFirstAlarm(): Promise<void> {
  await saveAlarm({ whenMs: Date.now() + SOON_MS, periodMs: SOON_MS });
}

async function keepAlarm(
  { state }: Stored,
  situation: Situation,
  preferences: Preferences,
  timeZone: string,
  isRead: boolean,
) {
  // Nothing to ask and nothing to count: the worker sleeps until a command comes. What was not read now may be later.
  if (state.feeds.length === 0 && isRead) return clearAlarm();
  const clock = badgeClock(situation, preferences);
  const nowMs = Date.now();
  const offsetMs = serverOffset(state);
  const periodMs = tickMs(preferences.refreshEveryS);
  const next = alarmFor(clock, periodMs, nowMs, offsetMs);
  const wanted = endsWithDay(situation, preferences)
    ? atMidnight(next, userDay(state, nowMs, timeZone).endMs - offsetMs)
    : next;
  if (!isAlarmRight(await loadAlarm(), wanted, clock, nowMs)) await saveAlarm(wanted);
}

/** A cache: what was learnt, if the disk did not take it. It is lost with the worker. */
let unsaved: State | null = null;

/** With what this worker has learnt and the disk did not take. Without it if the disk cannot be read. */
export function withUnsaved(stored: Stored): Stored {
  if (unsaved === null || stored.state.settingsUnreadable) return stored;
  return { ...stored, state: unsaved };
}

/**
 * Stores what is new.
 * @param known what is stored
 * @returns what is stored now
 */
export async function store(next: Stored, known: Stored): Promise<Stored> {
  try {
    await updateStored();
    await saveState(next.state, known.state);
  } catch (error) {
    // A full disk, mostly. The badge shows what was learnt, and the next round tries again.
    console.error('What was learnt could not be stored', error);
    unsaved = next.state;
    const schedules = notFresher(next.schedules, known.schedules);
    await saveSchedules(schedules, known.schedules);
    return { state: known.state, schedules };
  }
  unsaved = null;
  const schedules = savedNow(next, known);
  await saveSchedules(schedules, known.schedules);
  return { ...next, schedules };
}

/** The schedules once the disk has all that is known. If nothing was written, it is not known whether the disk is full. */
function savedNow(next: Stored, known: Stored): Schedules {
  const isWritten = !dequal(next.state, known.state);
  const rows = Object.entries(next.schedules).map(([id, schedule]) => {
    const isAnswered = schedule.answeredAtMs !== known.schedules[id]?.answeredAtMs;
    const isUnsaved = schedule.isUnsaved && !isWritten && !isAnswered;
    return [id, { ...schedule, isUnsaved }] as const;
  });
  return Object.fromEntries(rows);
}

/** The schedules if the disk is full: its answers are as old as before. When to ask next counts all the same. */
function notFresher(schedules: Schedules, known: Schedules): Schedules {
  const rows = Object.entries(schedules).map(([id, schedule]) => {
    const { answeredAtMs, wholeAtMs, oldAtMs } = known[id] ?? NEVER_ASKED;
    return [id, { ...schedule, answeredAtMs, wholeAtMs, oldAtMs, isUnsaved: true }] as const;
  });
  return Object.fromEntries(rows);
}
